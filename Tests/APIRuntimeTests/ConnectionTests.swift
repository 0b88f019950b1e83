import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// How many connections `URLSessionTransport` has at once.
@Suite(.timeLimit(.minutes(2))) struct ConnectionTests {
  private func request(
    _ method: HTTPMethod, _ server: LoopbackServer
  ) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(method, server.url, "/x")
    request.success(200, .raw)
    return request
  }

  /// On Linux those of a POST are not used again, and may be there for a moment after its end.
  @Test(arguments: [(HTTPMethod.get, 8), (.post, 16)])
  func aThousandAtOnceShareFew(_ method: HTTPMethod, _ most: Int) async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "{}", keepsConnection: true) }
    do {
      let client = Client(
        transport: URLSessionTransport(connectionsPerHost: 8), retries: .none)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<1_000 { group.addTask { try await client.send(request(method, server)) } }
        try await group.waitForAll()
      }
    }
    #expect(server.requests.count == 1_000)
    #expect(server.mostConnections <= most)
    if method == .get { #expect(server.requests.count { $0.ordinal > 0 } > 900) }
    // None is left open.
    while server.connectionCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
  }

  @Test func aStreamHoldsItsPlaceUntilItIsReadNoMore() async throws {
    let server = try LoopbackServer { request in
      request.method == "POST"
        ? .begin(Array("HTTP/1.1 200 OK\r\n\r\nbegun".utf8)) : .respond(200, body: "{}")
    }
    let client = Client(transport: URLSessionTransport(connectionsPerHost: 1), retries: .none)
    var stream: ByteStream? = try await client.stream(request(.post, server)).body
    let other = Task { try await client.send(request(.get, server)) }
    // To another host it does not have to wait.
    let elsewhere = try LoopbackServer { _ in .respond(200) }
    try await client.send(request(.get, elsewhere))
    #expect(server.requests.count == 1)
    #expect(stream != nil)
    stream = nil
    _ = try await other.value
    #expect(server.requests.count == 2)
  }

  @Test func cancelledInTheQueueItIsNotSent() async throws {
    let server = try LoopbackServer { _ in .stall }
    let client = Client(transport: URLSessionTransport(connectionsPerHost: 1), retries: .none)
    let first = Task { try await client.send(request(.post, server)) }
    while server.requests.isEmpty { await Task.yield() }
    let hurried = Retries(time: .milliseconds(200))
    var second = request(.post, server)
    second.retries = hurried
    let error = await #expect(throws: SendError<Never>.self) { try await client.send(second) }
    #expect(error?.notSent?.cause == .timedOut)
    first.cancel()
    _ = await first.result
    #expect(server.requests.count == 1)
  }

  #if canImport(FoundationNetworking)
    @Test func theQueueKeepsItsOrder() async throws {
      let queue = HostQueue(width: 1)
      var place = await queue.place(at: "a")
      let order = Locked<[Int]>([])
      var tasks: [Task<Void, Never>] = []
      for index in 0..<20 {
        tasks.append(
          .immediate {
            guard let place = await queue.place(at: "a") else { return }
            order.withLock { $0.append(index) }
            withExtendedLifetime(place) {}
          })
      }
      for index in [3, 19, 0] {
        tasks[index].cancel()
        await tasks[index].value
      }
      #expect(place != nil)
      place = nil
      for task in tasks { await task.value }
      #expect(order.withLock { $0 } == Array(1...18).filter { $0 != 3 })
      #expect(await queue.place(at: "a") != nil)
    }
  #endif
}
