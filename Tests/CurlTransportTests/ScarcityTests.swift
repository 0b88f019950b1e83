import APIRuntime
import CurlTransport
import Foundation
import LoopbackServer
import Testing

@testable import APITransport

/// Where the system has no more to give, nothing goes out and nobody waits for it. Each test has a
/// process of its own, which is ended if it waits all the same.
@Suite(.serialized) struct ScarcityTests {
  @Test func ofFiles() async {
    await #expect(processExitsWith: .success) {
      alarm(20)
      let server = try LoopbackServer { _ in .respond(200) }
      let earlier = CurlTransport()
      while dup(0) >= 0 {}
      for transport in [earlier, CurlTransport()] {
        let refusal = try await notSent(by: transport, server)
        precondition(refusal.contains("there is no connection to the server"), refusal)
      }
      precondition(server.requests.isEmpty)
    }
  }

  #if os(Linux)
    @Test func ofThreads() async {
      await #expect(processExitsWith: .success) {
        alarm(20)
        let server = try LoopbackServer { _ in .respond(200) }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
        try Data("x".utf8).write(to: file)
        let body = try Body([.file(file)])
        try FileManager.default.removeItem(at: file)
        takeAllStacks()
        let refusal = try await notSent(by: CurlTransport(), server)
        precondition(refusal.contains("there is no connection to the server"), refusal)
        precondition(server.requests.isEmpty)
        do {
          _ = try await body.temporaryFile()
          preconditionFailure("there was a thread")
        } catch {
          precondition("\(error)".contains("there is no thread for it"), "\(error)")
        }
      }
    }
  #endif
}

/// What is said of a request that is not sent.
private func notSent(by transport: any Transport, _ server: LoopbackServer) async throws -> String {
  let client = Client(transport: transport, retries: .none)
  do {
    try await client.send(Request<RawResponse, Never>(.post, server.url, "/x"))
    preconditionFailure("it was sent")
  } catch {
    guard case .notSent = error else { throw error }
    return "\(error)"
  }
}

#if os(Linux)
  /// Leaves memory, but not so much in one piece as a stack takes.
  private func takeAllStacks() {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let used = UInt(pages.prefix { $0 != " " })! * UInt(getpagesize())
    var limit = rlimit(rlim_cur: used + 4 << 20, rlim_max: used + 4 << 20)
    precondition(setrlimit(Int32(RLIMIT_AS.rawValue), &limit) == 0)
  }
#endif
