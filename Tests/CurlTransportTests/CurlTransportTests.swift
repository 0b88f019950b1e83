import APIRuntime
import Foundation
import LoopbackServer
import Testing

@testable import CurlTransport

@Suite(.serialized) struct CurlTransportTests {
  private let client = Client(transport: CurlTransport())

  private func request(
    _ method: HTTPMethod, _ server: LoopbackServer, _ path: RequestPath = "/x"
  ) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(method, server.url, path)
    request.success(.range(2), .raw)
    return request
  }

  @Test func whatGoesOutIsWhatWasBuilt() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    var request = request(.post, server, "/a//b%2Fc%20")
    request.header("X-Key", Secret("ab+/=: \"é\""))
    request.header("X-Empty", "")
    request.header("Content-Length", "3")
    request.file(File(Data("Hola".utf8)))
    try await client.send(request)
    let received = try #require(server.requests.first)
    #expect(received.target == "/a//b%2Fc%20")
    #expect(received.header("X-Key") == "ab+/=: \"é\"")
    #expect(received.header("X-Empty") == "")
    #expect(received.header("User-Agent") == "apigen")
    #expect(received.header("Expect") == nil)
    #expect(received.headers.filter { $0.name == "Content-Length" }.map(\.value) == ["4"])
    #expect(received.body == Array("Hola".utf8))
  }

  @Test(arguments: [("POST", "0"), ("PATCH", "0"), ("GET", nil), ("DELETE", nil), ("QUERY", nil)])
  func withoutABody(_ method: String, _ length: String?) async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    try await client.send(request(HTTPMethod(method), server))
    #expect(server.requests.first?.method == method)
    #expect(server.requests.first?.header("Content-Length") == length)
  }

  @Test func getAndDeleteMayHaveABodyAndHeadHasNone() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "") }
    for method in [HTTPMethod.get, .delete] {
      var request = request(method, server)
      request.json("x")
      try await client.send(request)
    }
    #expect(server.requests.map(\.body) == [Array("\"x\"".utf8), Array("\"x\"".utf8)])
    var head = request(.head, server)
    #expect(try await client.send(head).body.isEmpty)
    head.json("x")
    let error = await #expect(throws: SendError<Never>.self) { try await client.send(head) }
    #expect(error?.description.contains("libcurl cannot send with HEAD") == true)
  }

  @Test func withoutLibcurlItIsNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let client = Client(transport: CurlTransport(nil), retries: .none)
    let error = await #expect(throws: SendError<Never>.self) {
      try await client.send(request(.post, server))
    }
    guard case .notSent(let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let words = "libcurl cannot begin; see whether the process has threads and files left"
    #expect(reason.cause == .noConnection(words))
    #expect(server.requests.isEmpty)
  }

  /// It overflows what measures time.
  @Test func aTimeOutMayBeEndless() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let client = Client(transport: CurlTransport(timeout: .seconds(Int64.max)))
    for _ in 0..<2 { try await client.send(request(.post, server)) }
    #expect(server.requests.count == 2)
  }

  /// libcurl would send the second one again over another connection: one without a body by
  /// itself, others as far as it can begin their bodies again.
  @Test(arguments: [nil, 1, 1_000_000])
  func aMessageGoesOutOnceWhenAKeptConnectionBreaks(_ length: Int?) async throws {
    let count = Locked(0)
    let server = try LoopbackServer { _ in
      let isFirst = count.withLock { count in
        count += 1
        return count == 1
      }
      return isFirst ? .respond(200, keepsConnection: true) : .close
    }
    var message = request(.post, server)
    message.file(length.map { File(Data(count: $0)) })
    try await client.send(message)
    let error = await #expect(throws: SendError<Never>.self) { try await client.send(message) }
    guard case .outcomeUnknown? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.count == 2)
  }

  /// RFC 9110 §15.5.9: they say it to whom they close it, and a message may be on its way.
  @Test func `what servers say to a kept connection that they close is no answer`() async throws {
    let server = try LoopbackServer {
      $0.ordinal == 0 ? .respond(200, keepsConnection: true) : .respond(408)
    }
    let error = await #expect(throws: SendError<Never>.self) {
      // On a busy machine more time may pass than a connection is kept for.
      for _ in 0..<20 { try await client.send(request(.post, server)) }
    }
    guard case .outcomeUnknown? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// RFC 9112 §6.3: what follows an answer is no answer to the next request.
  @Test func `what nobody asked for is not the answer of the next request`() async throws {
    let server = try LoopbackServer { request in
      let own = Self.answer(request.target)
      return request.target == "/first"
        ? .bytesAndMore(own, Self.answer("/forged")) : .bytes(own, keepsConnection: true)
    }
    let first = try await client.send(request(.get, server, "/first"))
    #expect(String(decoding: first.body, as: UTF8.self) == "/first")
    try await Task.sleep(for: .milliseconds(150))
    let second = try await client.send(request(.post, server, "/second"))
    #expect(String(decoding: second.body, as: UTF8.self) == "/second")
    // The second went out on a connection of its own.
    #expect(server.requests.map(\.target) == ["/first", "/second"])
    #expect(server.requests.map(\.ordinal) == [0, 0])
  }

  @Test(.timeLimit(.minutes(5)))
  func `what needs a connection of its own and gets none ends`() async throws {
    var server: LoopbackServer? = try LoopbackServer {
      .bytesAndMore(Self.answer($0.target), Self.answer("/forged"))
    }
    let first = try #require(server.map { request(.get, $0) })
    let second = try #require(server.map { request(.post, $0) })
    try await client.send(first)
    server = nil
    try await Task.sleep(for: .milliseconds(150))
    let error = try await #require(throws: SendError<Never>.self) {
      try await client.send(second)
    }
    guard case .notSent = error else { throw error }
  }

  /// RFC 9112 §5.2.
  @Test func `a folded line belongs to the header before it`() async throws {
    let fields = "X-A: 1\r\n Retry-After: 0\r\n\tX-B: 2\r\nX-C: 3\r\n\r\n"
    let answer = Array("HTTP/1.1 200 OK\r\n\(fields)".utf8)
    let server = try LoopbackServer { _ in .bytes(answer, keepsConnection: false) }
    let response = try await client.send(request(.get, server))
    #expect(response.headers.map(\.name) == ["X-A", "X-C"])
    #expect(response.headers["X-A"] == "1 Retry-After: 0 X-B: 2")
  }

  /// RFC 9110 §6.5: they are no headers, and may be left out.
  @Test func `trailers are no part of the answer's head`() async throws {
    let chunks = "1\r\na\r\n0\r\nX-B: two\r\n\r\n"
    let head = "HTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
    let server = try LoopbackServer { _ in
      .bytes(Array((head + chunks).utf8), keepsConnection: false)
    }
    let response = try await client.send(request(.get, server))
    #expect(response.body == Data("a".utf8))
    #expect(response.headers.map(\.name) == ["X-A", "Transfer-Encoding"])
  }

  @Test func `libcurl's words have no password of a proxy`() {
    let words = "Unsupported proxy scheme for 'htp://me:pa/ss@proxy:1' of http://a@b"
    #expect(
      CurlHandle.withoutUsers(words)
        == "Unsupported proxy scheme for 'htp://(redacted)@proxy:1' of http://(redacted)@b")
  }

  private static func answer(_ text: String) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  @Test func aThousandAtOnceShareFewConnections() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "{}", keepsConnection: true) }
    do {
      let client = Client(transport: CurlTransport(connectionsPerHost: 8))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<1_000 { group.addTask { try await client.send(request(.post, server)) } }
        try await group.waitForAll()
      }
      #expect(server.requests.count == 1_000)
      #expect(server.requests.filter { $0.ordinal == 0 }.count == 8)
      #expect(server.connectionCount == 8)
    }
    await #expect(connections(of: server, become: 0))
  }

  @Test(.timeLimit(.minutes(5))) func anAnswerWaitsForItsReader() async throws {
    let length = 50_000_000
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n".utf8)
    let answer = head + Array(repeating: 0x61, count: length)
    let server = try LoopbackServer { _ in .bytes(answer, keepsConnection: false) }
    let arrived = Locked(0)
    var request = request(.get, server)
    request.progress = { if case .received(let count, _) = $0 { arrived.withLock { $0 = count } } }
    var pieces = try await client.stream(request).body.makeAsyncIterator()
    var received = try #require(try await pieces.next()).count
    // As much has come as is held, and more would.
    while arrived.withLock({ $0 }) < received + 262_144 { await Task.yield() }
    try await Task.sleep(for: .milliseconds(300))
    while let piece = try await pieces.next() {
      #expect(piece.count < 300_000)
      received += piece.count
    }
    #expect(received == length)
  }

  @Test func anAnswerThatNobodyReadsEnds() async throws {
    let server = try LoopbackServer { _ in
      .begin(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8))
    }
    for try await piece in try await client.stream(request(.get, server)).body {
      #expect(piece == Data("begun".utf8))
      break
    }
    await #expect(connections(of: server, become: 0))
  }

  /// Waits for what a server learns only after its client.
  private func connections(of server: LoopbackServer, become count: Int) async -> Bool {
    for _ in 0..<500 where server.connectionCount != count {
      try? await Task.sleep(for: .milliseconds(10))
    }
    return server.connectionCount == count
  }
}
