import APIRuntime
import Fixtures
import LoopbackServer
import Testing

/// What `x-apigen` makes of operations.
struct OverlaidBehaviourTests {
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
    #expect(keys.count == 4)
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
}
