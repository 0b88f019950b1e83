import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// Running out of time, and being cancelled, at each point of an exchange.
@Suite(.timeLimit(.minutes(5))) struct DeadlineTests {
  private func failure(
    of request: Request<RawResponse, Never>, _ client: Client
  ) async throws -> SendError<Never> {
    try #require(await #expect(throws: SendError<Never>.self) { try await client.send(request) })
  }

  /// On it the time is up when a test says so.
  private let clock = TestClock(patience: .seconds(1))
  private var hurried: Retries { Retries(timeLimit: .seconds(9), clock: clock) }

  /// Lets the time run out, once the limit and others wait for it.
  private func runOut(_ waiting: Int = 1) async {
    await clock.untilAsleep(waiting)
    clock.advance(by: .seconds(9))
  }

  @Test func whileItIsSent() async throws {
    let server = try LoopbackServer { _ in .stall }
    let client = Client(retries: hurried)
    async let error = failure(of: .raw(.post, server.url), client)
    await until { !server.requests.isEmpty }
    await runOut()
    #expect(try await error.outcomeUnknown?.cause == .timedOut)
    #expect(server.requests.count == 1)
  }

  /// It overflows what measures time, on any clock that has begun.
  @Test func anEndlessTimeIsNotOver() async throws {
    clock.advance(by: .seconds(1))
    for clock in [clock, ContinuousClock()] as [any Clock<Duration>] {
      let retries = Retries(timeLimit: .seconds(Int64.max), clock: clock)
      let client = Client(transport: ScriptTransport(.status(200)), retries: retries)
      #expect(try await client.send(.raw()).status == 200)
    }
  }

  @Test func whileTheAnswerIsRead() async throws {
    let begun = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .begin(begun) }
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    var request = Request.raw(.post, server.url)
    request.progress = { _ in arrival.yield() }
    let client = Client(retries: hurried)
    async let error = failure(of: request, client)
    for await _ in arrivals.prefix(1) { await runOut() }
    #expect(try await error.undecodable?.interruption == .timedOut)
  }

  @Test func whileACredentialIsFetched() async throws {
    let secret = Secret {
      await runOut()
      try await Task.sleep(for: .seconds(3600))
      return "t"
    }
    let error = try await failure(of: .raw { $0.bearer(secret) }, Client(retries: hurried))
    #expect(error.notSent?.cause == .timedOut)
  }

  @Test func whileAMiddlewareWaits() async throws {
    let limit = RateLimit(1, per: .seconds(60), at: "https://a.example", clock: clock)
    let transport = ScriptTransport(.status(200))
    let client = Client(transport: transport, middlewares: [limit], retries: hurried)
    try await client.send(.raw())
    async let error = failure(of: .raw(), client)
    await runOut(2)
    #expect(try await error.notSent?.cause == .timedOut)
    #expect(transport.requests.count == 1)
  }

  /// What does not fit is not begun.
  @Test func aWaitThatIsTooLong() async throws {
    let clock = TestClock(patience: .seconds(10))
    let transport = ScriptTransport(.status(429, ["Retry-After": "5"]))
    let client = Client(
      transport: transport, retries: Retries(timeLimit: .seconds(10), clock: clock, jitter: { 0 }))
    let error = try await failure(of: .raw(), client)
    #expect(error.rejected?.status == 429)
    #expect(clock.waits == [.seconds(5)])
    #expect(transport.requests.count == 2)
  }

  @Test func cancelledBeforeTheTimeIsUp() async throws {
    let server = try LoopbackServer { _ in .stall }
    let client = Client(retries: hurried)
    let task = Task { try await failure(of: .raw(.post, server.url), client) }
    await until { !server.requests.isEmpty }
    task.cancel()
    #expect(try await task.value.outcomeUnknown?.cause == .cancelled)
  }

  @Test func cancelledBetweenTries() async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let transport = ClosureTransport { _ in
      arrival.yield()
      return .success(HTTPResponse(status: 503, headers: ["Retry-After": "59"], body: Data()))
    }
    let task = Task { try await failure(of: .raw(), Client(transport: transport)) }
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
    let request = Request.raw { $0.bearer(secret) }
    let transport = ScriptTransport(.status(200))
    let client = Client(transport: transport)
    let cancelled = Task { try await failure(of: request, client) }
    for await _ in asked.prefix(1) { cancelled.cancel() }
    #expect(try await cancelled.value.notSent?.cause == .cancelled)
    let other = Task { try await client.send(request) }
    await until { secret.waitingCount == 2 }
    open.finish()
    ask.finish()
    _ = try await other.value
    #expect(await asked.reduce(0) { count, _ in count + 1 } == 0)
    #expect(transport.requests.map { $0.headers["Authorization"] } == ["Bearer t"])
  }
}
