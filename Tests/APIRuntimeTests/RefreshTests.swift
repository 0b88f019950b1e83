import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// Credentials that are fetched, by many at once and again.
@Suite(.serialized) struct RefreshTests {
  private func request(_ secret: Secret) -> Request<RawResponse, Never> {
    .raw { $0.bearer(secret) }
  }

  /// Accepts one token only.
  private func client(accepting token: String, _ sent: Locked<[String]>) -> Client {
    let transport = ClosureTransport { request in
      let given = request.headers["Authorization"] ?? ""
      sent.withLock { $0.append(given) }
      let status = given == "Bearer \(token)" ? 200 : 401
      return .success(HTTPResponse(status: status, headers: [:], body: Data()))
    }
    return Client(transport: transport, retries: .none)
  }

  @Test(.timeLimit(.minutes(5))) func isAskedOnceForAllThatWait() async throws {
    let count = Locked(0)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let secret = Secret {
      count.withLock { $0 += 1 }
      for await _ in gate {}
      return "t"
    }
    let sent = Locked<[String]>([])
    let client = client(accepting: "t", sent)
    try await withThrowingTaskGroup { group in
      for _ in 0..<100 { group.addTask { _ = try await client.send(request(secret)) } }
      await until { secret.waitingCount == 100 }
      open.finish()
      try await group.waitForAll()
    }
    #expect(count.withLock { $0 } == 1)
    #expect(sent.withLock { $0.count } == 100)
  }

  @Test func isNotAskedForWhatOthersHaveFetched() async throws {
    let asked = Locked<[String?]>([])
    let source = CredentialSource { refused in
      asked.withLock { $0.append(refused) }
      return refused == nil ? "old" : "new"
    }
    #expect(try await source.text(insteadOf: nil) == "old")
    for _ in 0..<2 { #expect(try await source.text(insteadOf: "old") == "new") }
    #expect(asked.withLock { $0 } == [nil, "old"])
  }

  @Test(.timeLimit(.minutes(5))) func isAskedAgainWhereItWasAskedTooEarly() async throws {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let source = CredentialSource { refused in
      for await _ in gate {}
      return refused == nil ? "old" : "new"
    }
    let early = Task { try await source.text(insteadOf: nil) }
    await until { source.waitingCount == 1 }
    let late = Task { try await source.text(insteadOf: "old") }
    await until { source.waitingCount == 2 }
    open.finish()
    #expect(try await early.value == "old")
    #expect(try await late.value == "new")
  }

  @Test func isAskedOnceMoreAfterA401() async throws {
    let asked = Locked<[String?]>([])
    let secret = Secret { refused in
      asked.withLock { $0.append(refused) }
      await Task.yield()
      return refused == nil ? "old" : "new"
    }
    let sent = Locked<[String]>([])
    let client = client(accepting: "new", sent)
    try await withThrowingTaskGroup { group in
      for _ in 0..<100 { group.addTask { _ = try await client.send(request(secret)) } }
      try await group.waitForAll()
    }
    #expect(asked.withLock { $0.filter { $0 == "old" }.count } == 1)
    #expect(asked.withLock { $0.contains("new") } == false)
    #expect(sent.withLock { $0.filter { $0 == "Bearer new" }.count } == 100)
  }

  @Test func isNotSentAgainWithTheSameCredential() async throws {
    let sent = Locked<[String]>([])
    let error = await #expect(throws: SendError<Never>.self) {
      try await client(accepting: "other", sent).send(request(Secret { "same" }))
    }
    #expect(error?.rejected?.status == 401)
    #expect(sent.withLock { $0 } == ["Bearer same"])
    _ = try? await client(accepting: "other", sent).send(request("fixed"))
    #expect(sent.withLock { $0 } == ["Bearer same", "Bearer fixed"])
  }

  @Test func isSentAgainOnce() async throws {
    let count = Locked(0)
    let secret = Secret {
      count.withLock {
        $0 += 1
        return "t\($0)"
      }
    }
    let sent = Locked<[String]>([])
    let error = await #expect(throws: SendError<Never>.self) {
      try await client(accepting: "other", sent).send(request(secret))
    }
    #expect(error?.rejected?.status == 401)
    #expect(sent.withLock { $0 } == ["Bearer t1", "Bearer t2"])
  }

  @Test func whereNoOtherCanBeHadTheRefusalStands() async throws {
    let sent = Locked<[String]>([])
    let secret = Secret { refused in
      if refused != nil { throw CancellationError() }
      return "t"
    }
    let error = await #expect(throws: SendError<Never>.self) {
      try await client(accepting: "other", sent).send(request(secret))
    }
    #expect(error?.rejected?.status == 401)
  }

  @Test func `why no other could be had is told beside the refusal`() async throws {
    struct Expired: Error, CustomStringConvertible {
      let description: String
    }
    let sent = Locked<[String]>([])
    let secret = Secret { refused in
      if refused != nil { throw Expired(description: "the refresh token of t0ken is over") }
      return "t0ken"
    }
    let error = await #expect(throws: SendError<Never>.self) {
      try await client(accepting: "other", sent).send(request(secret))
    }
    let words = "the refresh token of (redacted) is over"
    #expect(error?.rejected?.renewal == .noCredentials(words))
    #expect(
      error?.description == "POST /x was delivered, and refused with status 401. `body` holds "
        + "what the server says of it. It was not sent again: a credential could not "
        + "be fetched (\(words)).")
  }

  /// The server has seen the first.
  @Test func theRefusalStandsWhereTheNextDoesNotGoOut() async throws {
    let count = Locked(0)
    let transport = ClosureTransport { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      guard number == 1 else { return .failure(.notSent(.noConnection("it is gone"))) }
      return .success(HTTPResponse(status: 401, headers: [:], body: Data()))
    }
    let secret = Secret { refused in refused == nil ? "old" : "new" }
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport, retries: .none).send(request(secret))
    }
    #expect(error?.rejected?.status == 401)
  }
}
