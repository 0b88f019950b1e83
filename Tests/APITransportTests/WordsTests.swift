import APITransport
import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What errors say of themselves.
struct WordsTests {
  private struct Refusal: Error {}

  private struct Spoken: LocalizedError {
    var errorDescription: String? { "not today" }
  }

  private func words(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.words
    }
  }

  @Test func ofASwiftError() {
    #expect(Refusal().words == "Refusal()")
    #expect(Spoken().words == "not today")
    #expect(CancellationError().words == "CancellationError()")
  }

  @Test func ofTheSystem() {
    let (nowhere, folder) = (URL(fileURLWithPath: "/nonexistent/x"), URL(fileURLWithPath: "/"))
    #expect(POSIXError(.EISDIR).words == "Is a directory")
    #expect(words { _ = try FileHandle(forReadingFrom: nowhere) } == "No such file or directory")
    #expect(words { try Data().write(to: nowhere) } == "No such file or directory")
    #expect(
      words { _ = try FileHandle(forReadingFrom: folder).read(upToCount: 1) } == "Is a directory")
  }

  @Test func ofFoundation() {
    let error = URLError(.unknown, userInfo: [NSLocalizedDescriptionKey: "SSL: no"])
    #expect(error.words == "SSL: no")
  }

  @Test func `of a transport`() {
    #expect(
      TransportError.notSent(.noCredentials("no user")).words
        == "nothing went out: a credential could not be fetched (no user).")
    #expect(
      TransportError.interrupted(.connectionLost("reset")).words
        == "something may have gone out: the connection broke (reset)")
  }
}
