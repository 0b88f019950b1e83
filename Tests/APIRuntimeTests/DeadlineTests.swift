import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// Running out of time, and being cancelled, at each point of an exchange.
@Suite(.timeLimit(.minutes(1))) struct DeadlineTests {
  private func request(_ url: String) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(.post, url, "/x")
    request.success(200, .raw)
    return request
  }

  private func failure(
    of request: Request<RawResponse, Never>, _ client: Client
  ) async throws -> SendError<Never> {
    try #require(await #expect(throws: SendError<Never>.self) { try await client.send(request) })
  }

  private let hurried = Client(retries: Retries(timeLimit: .milliseconds(200)))

  @Test func whileItIsSent() async throws {
    let server = try LoopbackServer { _ in .stall }
    let error = try await failure(of: request(server.url), hurried)
    #expect(error.outcomeUnknown?.cause == .timedOut)
    #expect(server.requests.count == 1)
  }

  /// It overflows what measures time.
  @Test func anEndlessTimeIsNotOver() async throws {
    let transport = ClosureTransport { _ in
      Thread.sleep(forTimeInterval: 0.1)
      return .success(HTTPResponse(status: 200, headers: [:], body: Data()))
    }
    let client = Client(transport: transport, retries: Retries(timeLimit: .seconds(Int64.max)))
    #expect(try await client.send(request("https://a.example")).status == 200)
  }

  @Test func whileTheAnswerIsRead() async throws {
    let begun = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .begin(begun) }
    let error = try await failure(of: request(server.url), hurried)
    #expect(error.undecodable?.interruption == .timedOut)
  }

  @Test func whileACredentialIsFetched() async throws {
    var request = request("https://a.example")
    request.bearer(
      Secret {
        try await Task.sleep(for: .seconds(3600))
        return "t"
      })
    #expect(try await failure(of: request, hurried).notSent?.cause == .timedOut)
  }

  @Test func whileAMiddlewareWaits() async throws {
    let clock = TestClock(patience: .zero)
    let limit = RateLimit(0, per: .seconds(1), at: "https://a.example", clock: clock)
    let client = Client(middlewares: [limit], retries: Retries(timeLimit: .milliseconds(200)))
    #expect(try await failure(of: request("https://a.example"), client).notSent?.cause == .timedOut)
  }

  /// What does not fit is not begun.
  @Test func aWaitThatIsTooLong() async throws {
    let clock = TestClock(patience: .seconds(10))
    let transport = ScriptTransport(.status(429, ["Retry-After": "6"]))
    let client = Client(
      transport: transport, retries: Retries(timeLimit: .seconds(10), clock: clock, jitter: { 0 }))
    let error = try await failure(of: request("https://a.example"), client)
    #expect(error.rejected?.status == 429)
    #expect(clock.waits == [.seconds(6)])
    #expect(transport.requests.count == 2)
  }

  @Test func cancelledBetweenTries() async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let transport = ClosureTransport { _ in
      arrival.yield()
      return .success(HTTPResponse(status: 503, headers: ["Retry-After": "59"], body: Data()))
    }
    let request = request("https://a.example")
    let task = Task { try await failure(of: request, Client(transport: transport)) }
    for await _ in arrivals.prefix(1) { task.cancel() }
    #expect(try await task.value.rejected?.status == 503)
  }

  /// The others wait on.
  @Test func cancelledWhileACredentialIsFetched() async throws {
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let secret = Secret {
      ask.yield()
      for await _ in gate {}
      return "t"
    }
    var request = request("https://a.example")
    request.bearer(secret)
    let transport = ScriptTransport(.status(200))
    let client = Client(transport: transport)
    let cancelled = Task { [request] in try await failure(of: request, client) }
    for await _ in asked.prefix(1) { cancelled.cancel() }
    #expect(try await cancelled.value.notSent?.cause == .cancelled)
    let other = Task { [request] in try await client.send(request) }
    open.finish()
    _ = try await other.value
    #expect(transport.requests.map { $0.headers["Authorization"] } == ["Bearer t"])
  }
}
