import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// What becomes of an answer with several forms.
@Suite(.serialized) struct AnswerTests {
  /// What a generated enumeration of bodies looks like.
  private enum Body: Sendable, Equatable {
    case pets([String])
    case csv(String)
    case image(Data)
    case empty
    case other(Int)
  }

  private var request: Request<Body, Never> {
    var request = Request<Body, Never>(.get, "https://a.example", "/")
    request.success(200, .json(Body.pets))
    request.success(200, .text(Body.csv, accept: "text/csv"))
    request.success(200, .data(Body.image, accept: "image/*"))
    request.success(204, .none(.empty))
    request.success(.range(2), .raw { .other($0.status) })
    return request
  }

  @Test(
    arguments: [
      (200, "application/json; charset=utf-8", #"["a"]"#, .pets(["a"])),
      (200, "text/CSV;header=present", "[]", .csv("[]")),
      (200, "image/png", "x", .image(Data("x".utf8))),
      (200, "application/unheard-of", "[]", .pets([])), (204, "", "", .empty),
      (201, "", "", .other(201)),
    ] as [(Int, String, String, Body)])
  private func theStatusAndTheTypeChoose(
    _ status: Int, _ type: String, _ body: String, _ expected: Body
  ) async throws {
    let transport = StubTransport(status: status, headers: ["Content-Type": type], body: body)
    #expect(try await Client(transport: transport).send(request) == expected)
  }

  @Test(
    "a success that is not described is told by its type too",
    arguments: [
      ("text/csv", "a", .csv("a")), ("image/png", "x", .image(Data("x".utf8))),
      ("application/json", "[]", .pets([])), ("application/unheard-of", "[]", .pets([])),
    ] as [(String, String, Body)])
  private func undescribed(_ type: String, _ body: String, _ expected: Body) async throws {
    var request = Request<Body, Never>(.get, "https://a.example", "/")
    request.success(200, .json(Body.pets))
    request.success(200, .text(Body.csv, accept: "text/csv"))
    request.success(200, .data(Body.image, accept: "image/*"))
    request.success(202, .data(Body.image))
    let transport = StubTransport(status: 203, headers: ["Content-Type": type], body: body)
    #expect(try await Client(transport: transport).send(request) == expected)
  }

  @Test(
    "a parameter tells versions apart, whatever stands beside it",
    arguments: [
      ("application/json;version=2", 2), ("application/json; version=2; charset=utf-8", 2),
      ("application/json; charset=utf-8; VERSION=\"1\"", 1), ("application/json", 0),
      ("application/json; charset=utf-8", 0), ("application/json; version=3", 0),
      ("text/csv; charset=utf-8", 3), ("image/png", 4), ("", 4),
    ])
  private func versions(_ type: String, _ expected: Int) async throws {
    var request = Request<Int, Never>(.get, "https://a.example", "/")
    request.success(200, .json({ (_: Int) in 1 }, accept: "application/json; version=1"))
    request.success(200, .json({ (_: Int) in 2 }, accept: "application/json; version=2"))
    request.success(200, .json({ (_: Int) in 0 }))
    request.success(200, .data({ _ in 4 }, accept: "*/*"))
    request.success(200, .data({ _ in 3 }, accept: "text/*"))
    let transport = StubTransport(headers: ["Content-Type": type], body: "7")
    #expect(try await Client(transport: transport).send(request) == expected)
  }

  @Test func acceptListsEachTypeOnce() async throws {
    let stub = StubTransport(status: 200)
    var request = request
    request.success(202, .json(Body.pets))
    _ = try? await Client(transport: stub).send(request)
    #expect(
      stub.requests.first?.headers["Accept"] == "application/json, text/csv, image/*, */*")
  }

  @Test func aTypeCannotBreakOutOfAccept() async {
    let transport = ScriptTransport(.status(200))
    var request = Request<Data, Never>(.get, "https://a.example", "/")
    request.success(200, .data(accept: "a/b\r\nX: y"))
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport).send(request)
    }
    #expect(
      error?.notSent?.violations == [
        "header Accept: has a line break or another control character"
      ])
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [("", nil), ("null", nil), ("1", 1)] as [(String, Int?)])
  func nothingAndNullAreNil(_ body: String, _ expected: Int?) async throws {
    var request = Request<Int?, Never>(.get, "https://a.example", "/")
    request.success(200, .json)
    #expect(try await Client(transport: StubTransport(body: body)).send(request) == expected)
  }

  /// RFC 9110 §15.3.5: a 204 has none, also where it is not described.
  @Test func anAnswerWithoutABodyIsTheOneThatHasNone() async throws {
    var request = Request<Body, Never>(.get, "https://a.example", "/")
    request.success(200, .text(Body.csv))
    request.success(202, .none(.empty))
    #expect(try await Client(transport: StubTransport(status: 204)).send(request) == .empty)
    #expect(try await Client(transport: StubTransport(status: 200)).send(request) == .csv(""))
  }

  /// RFC 3629 §6.
  @Test func aByteOrderMarkIsNoText() async throws {
    var request = Request<String, Never>(.get, "https://a.example", "/")
    request.success(200, .text)
    let transport = StubTransport(status: 200, body: "\u{FEFF}a\u{FEFF}")
    #expect(try await Client(transport: transport).send(request) == "a\u{FEFF}")
  }

  /// Spring describes both as `*/*`, and Express sends what is described as JSON in HTML.
  @Test(
    arguments: [
      (.text(accept: "*/*"), "application/json", #""ACTIVE""#, "ACTIVE", []),
      (.text(accept: "*/*"), "text/plain", #""ACTIVE""#, #""ACTIVE""#, []),
      (.text(accept: "*/*"), "application/json", "ACTIVE", "ACTIVE", []),
      (.json, "application/json", #""Hi""#, "Hi", []),
      (.json, "text/html", "Hi", "Hi", ["expected a string in JSON, found text"]),
      (.json, "application/json", "Hi", "Hi", ["expected a string in JSON, found text"]),
      (.json, "application/json", "{}", nil, []),
    ] as [(BodyReader<String>, String, String, String?, [String])])
  func aStringMayComeAsJSONOrAsText(
    _ reader: BodyReader<String>, _ type: String, _ body: String, _ expected: String?,
    _ deviations: [String]
  ) async throws {
    var request = Request<String, Never>(.get, "https://a.example", "/")
    request.success(200, reader)
    let told = Locked<[String]>([])
    var client = Client(
      transport: StubTransport(status: 200, headers: ["Content-Type": type], body: body))
    client.onDeviation = { _, deviation in told.withLock { $0.append("\(deviation)") } }
    let value = try? await client.send(request)
    #expect(value == expected)
    #expect(told.withLock { $0 } == deviations)
  }

  @Test func anIdentifierMayComeAsJSON() async throws {
    var request = Request<UUID, Never>(.get, "https://a.example", "/")
    request.success(200, .text(accept: "*/*"))
    let id = UUID()
    let transport = StubTransport(
      status: 200, headers: ["Content-Type": "application/json"], body: "\"\(id)\"")
    #expect(try await Client(transport: transport).send(request) == id)
  }

  /// A page of a proxy is no value of an API.
  @Test func anythingInJSONIsNoText() async throws {
    var request = Request<JSONValue, Never>(.get, "https://a.example", "/")
    request.success(200, .json)
    let transport = StubTransport(
      status: 200, headers: ["Content-Type": "text/html"], body: "<p>Sign in</p>")
    await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport).send(request)
    }
  }

  @Test func anEmptyBodyIsNoValue() async throws {
    var request = Request<Int, Never>(.get, "https://a.example", "/")
    request.success(200, .json)
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.undecodable?.error?.found == "no body")
  }

  @Test func anAnswerHasAStatusAndHeaders() async throws {
    let server = try LoopbackServer { _ in
      .respond(202, headers: [("X-Rate-Limit", "7"), ("X-Tags", "a, b")], body: "[1]")
    }
    var request = Request<[Int], Never>(.get, server.url, "/")
    request.success(202, .json)
    let answer = try await Client().answer(to: request)
    #expect(answer.status == 202)
    #expect(answer.body == [1])
    #expect(answer.headers.value("x-rate-limit", as: Int.self) == 7)
    #expect(answer.headers.value("X-Tags", as: [String].self) == ["a", "b"])
    #expect("\(answer)" == "Answer(202)")
  }
}
