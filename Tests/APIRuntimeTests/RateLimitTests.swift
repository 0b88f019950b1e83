import Foundation
import Testing

@testable import APIRuntime

struct RateLimitTests {
  private let clock = TestClock()

  @Test func noMoreThanSoManyInAnySpan() async throws {
    let times = Locked<[Duration]>([])
    let limit = RateLimit(3, per: .seconds(60), at: "https://A.example:443/v1", clock: clock)
    let transport = ClosureTransport { [clock] _ in
      times.withLock { $0.append(clock.now.time) }
      return .success(HTTPResponse(status: 200, headers: [:], body: Data()))
    }
    let client = Client(transport: transport, middlewares: [limit])
    for index in 0..<10 {
      try await client.send(
        .raw(.post, index % 2 == 0 ? "https://a.example:443" : "https://A.example"))
      if index == 4 { try await clock.sleep(for: .seconds(10)) }
    }
    let seconds = times.withLock { $0.map(\.components.seconds) }
    #expect(seconds == [0, 0, 0, 60, 60, 70, 120, 120, 130, 180])
    // Another server is not limited.
    for _ in 0..<10 { try await client.send(.raw(.post, "https://a.example:8443")) }
    #expect(clock.now.time == .seconds(180))
  }

  @Test(arguments: [
    "a.example:8443", "https://a.example:8443", "HTTPS://A.example:8443/v1?x=y",
    "a.EXAMPLE:8443/v1",
  ])
  func theServerIsAHostOrAnURL(_ server: String) async throws {
    let limit = RateLimit(1, per: .seconds(60), at: server, clock: clock)
    let client = Client(transport: ScriptTransport(.status(200)), middlewares: [limit])
    for _ in 0..<2 { try await client.send(.raw(.post, "https://a.example:8443")) }
    #expect(clock.now.time == .seconds(60))
  }

  @Test func whatIsNoServerEndsTheProcess() async {
    await #expect(processExitsWith: .failure) { _ = RateLimit(1, per: .seconds(1), at: "a b") }
    await #expect(processExitsWith: .failure) { _ = RateLimit(1, per: .seconds(1), at: "") }
    await #expect(processExitsWith: .failure) {
      _ = RateLimit(1, per: .seconds(1), at: "ftp://a.example")
    }
  }

  /// At once: nobody is let by while others wait.
  @Test(.timeLimit(.minutes(5))) func manyAtOnce() async throws {
    let clock = TestClock(patience: .zero)
    let limit = RateLimit(5, per: .seconds(60), at: "https://a.example", clock: clock)
    let transport = ScriptTransport(.status(200))
    let client = Client(transport: transport, middlewares: [limit])
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 { group.addTask { _ = try await client.send(.raw()) } }
      for waiting in [15, 10, 5] {
        await clock.untilAsleep(waiting)
        await until { transport.requests.count >= 20 - waiting }
        #expect(transport.requests.count == 20 - waiting)
        clock.advance(by: .seconds(60))
      }
      try await group.waitForAll()
    }
    #expect(transport.requests.count == 20)
  }

  @Test func whoIsCancelledGivesTheTurnBack() async throws {
    let patience = TestClock(patience: .seconds(1))
    let limit = RateLimit(1, per: .seconds(60), at: "https://a.example", clock: patience)
    let transport = ScriptTransport(.status(200))
    let client = Client(transport: transport, middlewares: [limit])
    try await client.send(.raw())
    for _ in 0..<3 {
      let task = Task { try await client.send(.raw()) }
      await Task.yield()
      task.cancel()
      await #expect(throws: SendError<Never>.self) { try await task.value }
    }
    patience.advance(by: .seconds(60))
    try await client.send(.raw())
    #expect(transport.requests.count == 2)
  }
}
