import Foundation
import LoopbackServer
import Testing

@testable import APITransport

/// How many connections `URLSessionTransport` has at once.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ConnectionTests {
  /// 8 are asked for. A server that gets little time sees more of them at once, as it takes a while
  /// to see an end. On Linux those of a POST are not used again.
  @Test(arguments: [HTTPMethod.get, .post])
  func aThousandAtOnceShareFew(_ method: HTTPMethod) async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "{}", keepsConnection: true) }
    let request = try HTTPRequest(method, server)
    do {
      let transport = URLSessionTransport(connectionsPerHost: 8)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<1_000 {
          group.addTask { _ = try await transport.answer(to: request) }
        }
        try await group.waitForAll()
      }
    }
    #expect(server.requests.count == 1_000)
    #expect(server.mostConnections < 100)
    if method == .get { #expect(server.requests.count { $0.ordinal > 0 } > 500) }
    // None is left open.
    while server.connectionCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
  }

  @Test func anAnswerHoldsItsPlaceUntilItIsReadNoMore() async throws {
    let server = try LoopbackServer { request in
      request.method == "POST"
        ? .begin(Array("HTTP/1.1 200 OK\r\n\r\nbegun".utf8)) : .respond(200, body: "{}")
    }
    let transport = URLSessionTransport(connectionsPerHost: 1)
    var begun: HTTPResponse? = try await transport.send(HTTPRequest(.post, server))
    let request = try HTTPRequest(.get, server)
    let other = Task { try await transport.answer(to: request) }
    // To another host it does not have to wait.
    let elsewhere = try LoopbackServer { _ in .respond(200) }
    _ = try await transport.answer(to: HTTPRequest(.get, elsewhere))
    #expect(server.requests.count == 1)
    #expect(begun != nil)
    begun = nil
    _ = try await other.value
    #expect(server.requests.count == 2)
  }

  @Test func cancelledInTheQueueItIsNotSent() async throws {
    let server = try LoopbackServer { _ in .stall }
    let transport = URLSessionTransport(connectionsPerHost: 1)
    let request = try HTTPRequest(.post, server)
    let first = Task { try await transport.send(request) }
    while server.requests.isEmpty { await Task.yield() }
    let second = Task {
      await #expect(throws: TransportError.self) { try await transport.send(request) }
    }
    try await Task.sleep(for: .milliseconds(200))
    second.cancel()
    #expect(await second.value?.notSent == .cancelled)
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
