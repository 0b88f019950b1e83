import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// A middleware as a test writes it.
private struct Through: Middleware {
  let work: @Sendable (HTTPRequest, Next) async throws -> HTTPResponse

  func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
    try await work(request, next)
  }
}

private struct Refusal: Error {}

@Suite(.serialized) struct MiddlewareTests {
  private static let accepted = RawResponse(status: 200, headers: ["X-A": "1"], body: Data())

  private func client(
    _ transport: any Transport,
    _ work: @escaping @Sendable (HTTPRequest, Middleware.Next) async throws -> HTTPResponse
  ) -> Client {
    Client(
      transport: transport, middlewares: [Through(work: work)], retries: Retries(clock: TestClock())
    )
  }

  private func request(_ url: String = "https://a.example") -> Request<RawResponse, String> {
    var request = Request<RawResponse, String>(.post, url, "/x")
    request.bearer("k3y")
    request.success(200, .raw)
    request.refusal(.default, .text)
    return request
  }

  private func failure(_ client: Client) async throws -> SendError<String> {
    try #require(await #expect(throws: SendError<String>.self) { try await client.send(request()) })
  }

  @Test(
    arguments: [
      (.get, .get, 302, 2), (.get, .head, 308, 2), (.get, .post, 302, 1), (.post, .get, 303, 1),
      (.get, .get, 200, 1),
    ] as [(HTTPMethod, HTTPMethod, Int, Int)])
  func `only what changes nothing is sent where a redirect leads`(
    _ method: HTTPMethod, _ next: HTTPMethod, _ status: Int, _ count: Int
  ) async throws {
    let transport = ScriptTransport(.status(status, ["Location": "/y"]), .status(200, [:], "y"))
    let client = client(transport) {
      _ = try await $1($0)
      return try await $1(HTTPRequest(method: next, url: URL(string: "https://b.example/y")!))
    }
    var request = Request<RawResponse, String>(method, "https://a.example", "/x")
    request.success(200, .raw)
    request.retries = Retries.none
    let answer = try? await client.send(request)
    #expect(transport.requests.count == count)
    #expect(answer.map { String(decoding: $0.body, as: UTF8.self) } == (count == 2 ? "y" : nil))
  }

  @Test func seesAndChangesWhatGoesOutAndComesBack() async throws {
    let server = try LoopbackServer { _ in .respond(404, headers: [("X-B", "b")], body: "none") }
    let seen = Locked<[String]>([])
    func middleware(_ name: String) -> any Middleware {
      Through { request, next in
        var request = request
        seen.withLock { $0.append("\(name) \(request.headers["Authorization"] ?? "")") }
        let before = request.headers["X-Seen"].map { "\($0), " } ?? ""
        request.headers["X-Seen"] = before + name
        request.body = Body(Data(name.utf8))
        let answer = try await next(request)
        seen.withLock { $0.append("\(name) \(answer.status)") }
        return HTTPResponse(status: 200, headers: answer.headers, body: answer.body)
      }
    }
    let client = Client(middlewares: [middleware("first"), middleware("second")])
    let answer = try await client.send(request(server.url))
    #expect(answer.headers["X-B"] == "b")
    #expect(answer.body == Data("none".utf8))
    let order = ["first Bearer k3y", "second Bearer k3y", "second 404", "first 200"]
    #expect(seen.withLock { $0 } == order)
    let received = try #require(server.requests.first)
    #expect(received.header("X-Seen") == "first, second")
    #expect(String(decoding: received.body, as: UTF8.self) == "second")
  }

  @Test func answersWithoutSending() async throws {
    let transport = ScriptTransport(.lost)
    let answer = try await client(transport) { _, _ in HTTPResponse(Self.accepted) }.send(request())
    #expect(answer.headers["X-A"] == "1")
    let error = try await failure(
      client(transport) { _, _ in HTTPResponse(status: 503, headers: [:], body: Data()) })
    #expect(error.notSent?.cause == .refused("it answered with status 503"))
    #expect(transport.requests.isEmpty)
  }

  @Test func refusesToSend() async throws {
    let transport = ScriptTransport(.status(200))
    let plain = try await failure(client(transport) { _, _ in throw Refusal() })
    #expect(plain.notSent?.cause == .refused("Refusal()"))
    let own = try await failure(
      client(transport) { _, _ in throw NotSent.Cause.refused("not k3y today") })
    #expect(own.description.contains("not (redacted) today"))
    let cancelled = try await failure(client(transport) { _, _ in throw CancellationError() })
    #expect(cancelled.notSent?.cause == .cancelled)
    // However it puts it.
    let lie = TransportError.interrupted(.timedOut)
    #expect(try await failure(client(transport) { _, _ in throw lie }).notSent != nil)
    #expect(transport.requests.isEmpty)
  }

  @Test func cannotMakeUpADelivery() async throws {
    let transport = ScriptTransport(.lost)
    let hidden = try await failure(
      client(transport) { request, next in
        _ = try? await next(request)
        return HTTPResponse(Self.accepted)
      })
    #expect(hidden.outcomeUnknown?.cause == .connectionLost("reset"))
    let denied = try await failure(
      client(transport) { request, next in
        _ = try? await next(request)
        throw NotSent.Cause.noConnection("no")
      })
    #expect(denied.outcomeUnknown != nil)
    #expect(transport.requests.count == 2)
  }

  @Test func cannotDenyADelivery() async throws {
    let refuse: @Sendable (HTTPRequest, Middleware.Next) async throws -> HTTPResponse = {
      _ = try await $1($0)
      throw NotSent.Cause.noConnection("not for k3y")
    }
    let accepted = ScriptTransport(.status(200, ["X-A": "1"]))
    let undecodable = try await failure(client(accepted, refuse)).undecodable
    #expect(undecodable?.response.headers["X-A"] == "1")
    #expect(undecodable?.middleware?.contains("not for (redacted)") == true)
    #expect(accepted.requests.count == 1)
    let refused = ScriptTransport(.status(403))
    #expect(try await failure(client(refused, refuse)).rejected?.status == 403)
    // What the server accepted is not sent again because a middleware says 503.
    let busy = try await failure(
      client(accepted) { request, next in
        _ = try await next(request)
        return HTTPResponse(status: 503, headers: ["Retry-After": "0"], body: Data())
      })
    #expect(busy.rejected?.status == 503)
    #expect(accepted.requests.count == 2)
  }

  /// The server has accepted the request: with another credential it would arrive a second time.
  @Test func cannotHaveACredentialRefused() async throws {
    let transport = ScriptTransport(.status(200))
    let client = client(transport) { request, next in
      _ = try await next(request)
      return HTTPResponse(status: 401, headers: [:], body: Data())
    }
    let token = Secret { refused in refused == nil ? "old" : "new" }
    let error = await #expect(throws: SendError<Never>.self) {
      try await client.send(.raw { $0.bearer(token) })
    }
    #expect(error?.rejected?.status == 401)
    #expect(transport.requests.count == 1)
  }

  /// Whatever it makes of that.
  @Test func isCancelledWithItsTask() async throws {
    let (beginnings, begun) = AsyncStream.makeStream(of: Void.self)
    let client = client(ScriptTransport(.status(200))) { _, _ in
      begun.yield()
      try? await Task.sleep(for: .seconds(3600))
      throw Refusal()
    }
    let task = Task { try await failure(client) }
    for await _ in beginnings.prefix(1) { task.cancel() }
    #expect(try await task.value.notSent?.cause == .cancelled)
  }

  @Test func sendsOnce() async throws {
    let transport = ScriptTransport(.status(200))
    let client = client(transport) { request, next in
      _ = try await next(request)
      return try await next(request)
    }
    #expect(try await failure(client).undecodable != nil)
    #expect(transport.requests.count == 1)
  }

  /// The first was delivered; the message was not, and which of them that is nobody knows.
  @Test(arguments: ["https://a.example/token", "https://b.example/x"])
  func sendsNoOtherRequestBefore(_ url: String) async throws {
    let transport = ScriptTransport(.status(200))
    let client = client(transport) { request, next in
      var other = request
      other.url = URL(string: url)!
      _ = try await next(other)
      return try await next(request)
    }
    #expect(try await failure(client).outcomeUnknown != nil)
    #expect(transport.requests.count == 1)
  }

  @Test func whatItMakesUpBadlyWasNotSent() async throws {
    let transport = ScriptTransport(.status(200))
    var request = Request<Int, String>(.post, "https://a.example", "/x")
    request.success(200, .json)
    let broken = AsyncThrowingStream<Data, any Error> { throw Refusal() }
    for answer in [
      HTTPResponse(status: 200, headers: [:], body: Data("no JSON".utf8)),
      HTTPResponse(status: 200, headers: [:], body: broken),
    ] {
      let client = client(transport) { _, _ in answer }
      let error = await #expect(throws: SendError<String>.self) { try await client.send(request) }
      #expect(error?.notSent != nil)
    }
    #expect(transport.requests.isEmpty)
  }

  @Test func cannotInjectAHeader() async throws {
    let transport = ScriptTransport(.status(200))
    let error = try await failure(
      client(transport) { request, next in
        var request = request
        request.headers["X-A"] = "a\r\nX-B: b"
        return try await next(request)
      })
    #expect(
      error.notSent?.violations == [
        "header X-A: has a line break or another control character"
      ])
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nX: y", "https://a.example"), ("POST", "file:///etc/passwd"),
  ])
  func cannotSendWhatIsNoRequest(_ method: String, _ url: String) async throws {
    let transport = ScriptTransport(.status(200))
    let error = try await failure(
      client(transport) { request, next in
        var request = request
        request.method = HTTPMethod(method)
        request.url = URL(string: url)!
        return try await next(request)
      })
    #expect(error.notSent?.violations.count == 1)
    #expect(transport.requests.isEmpty)
  }

  @Test func itsOwnSecretsAreNotShown() async throws {
    let transport = ClosureTransport { request in
      .failure(.interrupted(.connectionLost(request.headers["X-Signature"] ?? "")))
    }
    let error = try await failure(
      client(transport) { request, next in
        var request = request
        request.headers.append(.init(name: "X-Signature", value: "s1gned", isSecret: true))
        return try await next(request)
      })
    #expect(error.outcomeUnknown?.cause == .connectionLost("(redacted)"))
  }
}
