import APIRuntime
import Fixtures
import LoopbackServer
import Testing

/// What `x-apigen` makes of operations.
@Suite(.serialized) struct OverlaidBehaviourTests {
  /// The keys that arrive of a request to a server that never answers, sent twice.
  private func keys(
    _ header: String, _ request: (Overlaid) -> Request<RawResponse, Never>
  ) async throws -> [String?] {
    let server = try LoopbackServer { _ in .close }
    let client = Client(retries: Retries(attempts: 2, firstWait: .zero))
    let request = request(Overlaid(server: .init(server.url)))
    for _ in 0..<2 { _ = try? await client.send(request) }
    return server.requests.map { $0.header(header) }
  }

  @Test func `a request with a key is sent again, with the same key`() async throws {
    let keys = try await keys("Idempotency-Key") { $0.pay("12") }
    try #require(keys.count == 4)
    #expect(keys[0]?.count == 36)
    #expect(Set(keys).count == 1)
  }

  @Test func `the key is that of a parameter where one is given`() async throws {
    #expect(
      try await keys("X-Request-ID") { $0.refund(xRequestID: "r-1") } == [
        "r-1", "r-1", "r-1", "r-1",
      ])
    #expect(try await keys("X-Request-ID") { $0.refund() }.first??.count == 36)
  }

  @Test func `without a key it is not sent again`() async throws {
    #expect(try await keys("Idempotency-Key") { $0.give() } == [nil, nil])
  }

  @Test func `what is not as described is read, and told`() async throws {
    let server = try LoopbackServer { _ in
      .respond(
        200,
        body: """
          [{"amount":"12.50","count":"3","steps":["1",2],"currency":"GBP","at":"2024-02-29"},
          {"amount":1,"count":2,"steps":[1],"currency":"EUR","at":"2024-02-29T00:00:00Z"}]
          """)
    }
    let (places, place) = AsyncStream.makeStream(of: String.self)
    var client = Client()
    client.onDeviation = { place.yield("\($0) \($1.pointer)") }
    let prices = try await client.send(Overlaid(server: .init(server.url)).listPrices())
    place.finish()
    #expect(prices.map(\.amount) == [12.5, 1])
    #expect(prices.map(\.count) == [3, 2])
    #expect(prices.map(\.steps) == [[1, 2], [1]])
    #expect(prices[0].currency.rawValue == "GBP")
    #expect(prices[0].at == prices[1].at)
    #expect(
      await places.reduce(into: []) { $0.append($1) } == [
        "GET /prices /0/amount", "GET /prices /0/count", "GET /prices /0/steps",
        "GET /prices /0/currency", "GET /prices /0/at",
      ])
  }
}
