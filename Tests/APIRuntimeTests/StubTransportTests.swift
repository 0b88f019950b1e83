import APIRuntime
import Foundation
import Testing

/// Tests of those who use the runtime need no network.
struct StubTransportTests {
  private let examples = [
    Example(.get, "/messages", 200, "text/plain", "all"),
    Example(.get, "/messages/{id}", 200, "text/plain", "one"),
    Example(.get, "/messages/last", 200, "text/plain", "last"),
    Example(.get, "/{kind}/{id}", 200, "text/plain", "any"),
    Example(.delete, "/messages/{id}", 204),
    Example(.get, "/files/a-{name}.json", 200, "text/plain", "file"),
  ]

  private func answer(
    _ method: HTTPMethod, _ path: RequestPath, from stub: StubTransport
  ) async throws -> RawResponse {
    try await Client(transport: stub).send(.raw(method, "https://a.example/v1", path))
  }

  @Test(arguments: [
    ("/messages", "all"), ("/messages/", "all"), ("/messages?limit=1", "all"),
    ("/messages/7", "one"), ("/messages/last", "last"), ("/messages/l%61st", "last"),
    ("/things/7", "any"), ("/messages/a%2Fb", "one"), ("/files/a-%C3%A9.json", "file"),
    ("/files/a-.json", "file"), ("/files/b.json", "any"), ("/files/a-b.txt", "any"),
  ])
  func `an example of the operation that a path fits best`(
    _ path: RequestPath, _ body: String
  ) async throws {
    let answer = try await answer(.get, path, from: StubTransport(examples))
    #expect(String(decoding: answer.body, as: UTF8.self) == body)
    #expect(answer.headers["Content-Type"] == "text/plain")
  }

  /// It may send it to another host, or elsewhere.
  @Test func `what a middleware makes of the address counts`() async throws {
    struct Redirecting: Middleware {
      let url: URL

      func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
        var request = request
        request.url = url
        return try await next(request)
      }
    }
    let request = Request.raw(.get, "https://a.example/v1", "/messages/7")
    for (address, body) in [
      ("https://b.example/v2/messages/7?key=k", "one"), ("https://a.example/messages", "all"),
    ] {
      let url = try #require(URL(string: address))
      let stub = StubTransport(examples)
      let client = Client(transport: stub, middlewares: [Redirecting(url: url)])
      #expect(try await client.send(request).body == Data(body.utf8))
    }
  }

  @Test func `the method counts, and an answer may have no body`() async throws {
    let answer = try await answer(.delete, "/messages/7", from: StubTransport(examples))
    #expect(answer.status == 204)
    #expect(answer.body.isEmpty)
    #expect(answer.headers["Content-Type"] == nil)
  }

  @Test func `a closure goes before the examples, and what was sent is kept`() async throws {
    let stub = StubTransport(examples) { request in
      request.url.path().hasSuffix("/last")
        ? RawResponse(status: 200, headers: [:], body: Data("mine".utf8)) : nil
    }
    var bodies: [String] = []
    for path in ["/messages/last", "/messages/7"] as [RequestPath] {
      bodies.append(String(decoding: try await answer(.get, path, from: stub).body, as: UTF8.self))
    }
    #expect(bodies == ["mine", "one"])
    #expect(
      stub.requests.map(\.description) == ["GET /v1/messages/last", "GET /v1/messages/7"])
  }

  @Test func `what has no answer is not sent, and not tried again`() async throws {
    let stub = StubTransport(examples)
    let error = await #expect(throws: SendError<Never>.self) {
      try await answer(.get, "/nowhere", from: stub)
    }
    #expect(
      error?.notSent?.violations == [
        "the stub: has no answer to it: give it an example, or a closure that has one"
      ])
    #expect(stub.requests.count == 1)
  }

  @Test func `a network that fails`() async throws {
    let stub = StubTransport { _ throws(TransportError) in
      throw .interrupted(.connectionLost("a broken pipe"))
    }
    let error = await #expect(throws: SendError<Never>.self) {
      try await answer(.post, "/messages", from: stub)
    }
    #expect(error?.outcomeUnknown != nil)
  }
}
