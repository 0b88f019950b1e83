import APIRuntime
import Foundation
import Testing

/// How an answer is read, by its status.
struct ClientTests {
  private static let receipt = #"{"id":1,"message":{"text":"Hola","tags":[]}}"#
  private let sample = Sample(apiKey: "k", server: "https://a.example")

  private func client(_ status: Int, _ body: String) -> Client {
    Client(transport: StubTransport(status: status, body: body), retries: .none)
  }

  /// Other successes are read as the documented one.
  @Test(arguments: [201, 200, 299]) func reads(_ status: Int) async throws {
    let receipt = try await client(status, Self.receipt).send(sample.sendMessage(id: "1", .valid))
    #expect(receipt.id == 1)
    #expect(receipt.message.text == "Hola")
  }

  @Test(
    arguments: [
      (401, #"{"detail":"no"}"#, "no"), (401, "<html>", nil), (401, "", nil),
      (404, #"{"detail":"no"}"#, "no"), (500, #"{"detail":"no"}"#, "no"),
      (404, #"{"error":"no"}"#, nil), (404, "<html>", nil),
      (302, "", nil), (199, "", nil), (999, "", nil),
    ] as [(Int, String, String?)])
  func rejects(_ status: Int, _ body: String, _ detail: String?) async throws {
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await client(status, body).send(sample.sendMessage(id: "1", .valid))
    }
    let rejected = try #require(error?.rejected)
    #expect(rejected.status == status)
    #expect(rejected.body == Data(body.utf8))
    #expect(rejected.problem?.detail == detail)
  }

  /// What any object could be does not tell whether it is meant.
  @Test(arguments: [(401, "no"), (404, nil)] as [(Int, String?)])
  func `a problem of another status has to be one by what it holds`(
    _ status: Int, _ detail: String?
  ) async throws {
    var request = Request<String, Hint>(.get, "https://a.example", "/")
    request.refusal(401, .json)
    let error = await #expect(throws: SendError<Hint>.self) {
      try await client(status, #"{"detail":"no"}"#).send(request)
    }
    #expect(error?.rejected?.problem?.detail == detail)
  }

  @Test func theMostSpecificPatternCounts() async throws {
    var request = Request<String, String>(.get, "https://a.example", "/")
    request.success(.default, BodyReader.text)
    request.success(404, .json)
    request.refusal(.default, .text)
    request.refusal(.range(4), .json)
    #expect(try await client(202, "\"a\"").send(request) == "\"a\"")
    #expect(try await client(404, "\"a\"").send(request) == "a")
    for (status, problem) in [(400, "a"), (500, "\"a\"")] {
      let error = await #expect(throws: SendError<String>.self) {
        try await client(status, "\"a\"").send(request)
      }
      #expect(error?.rejected?.problem == problem)
    }
  }

  @Test func otherReaders() async throws {
    var empty = Request<Void, Never>(.delete, "https://a.example", "/")
    empty.success(204, .none)
    try await client(204, "ignored").send(empty)
    var data = Request<Data, Never>(.get, "https://a.example", "/")
    data.success(200, .data)
    #expect(try await client(200, "x").send(data) == Data("x".utf8))
  }

  @Test func anAnswerThatCannotBeReadIsKept() async throws {
    let body = #"{"id":"one","message":{}}"#
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await client(201, body).send(sample.sendMessage(id: "1", .valid))
    }
    let undecodable = try #require(error?.undecodable)
    #expect(undecodable.response.body == Data(body.utf8))
    #expect(
      undecodable.error?.description == "/id: expected a whole number of 64 bits, found a string")
  }

  @Test func acceptsWhatItReads() async throws {
    var request = Request<RawResponse, JSONValue>(.get, "https://a.example", "/")
    request.success(200, .raw)
    #expect(try await accept(request) == nil)
    request.refusal(.default, .json)
    #expect(try await accept(request) == "application/json, */*")
    request.header("accept", "text/html")
    #expect(try await accept(request) == "text/html")
    var json = Request<JSONValue?, JSONValue>(.get, "https://a.example", "/")
    json.success(200, .json)
    json.refusal(.default, .json)
    #expect(try await accept(json) == "application/json")
  }

  private func accept<Response>(_ request: Request<Response, JSONValue>) async throws -> String? {
    let stub = StubTransport(body: "null")
    _ = try await Client(transport: stub).send(request)
    return try #require(stub.requests.first).headers["Accept"]
  }

  /// As it is on the wire, whether it was sent or not.
  @Test func `a request has one name`() async throws {
    var request = Request<JSONValue, Never>(.get, "https://a.example/base%20x/", "x?y=1")
    request.success(200, .json)
    let name = "GET /base%20x/x"
    #expect(request.description == name)
    let sent = request
    let error = await #expect(throws: SendError<Never>.self) {
      try await client(200, "?").send(sent)
    }
    #expect(error?.undecodable?.request == name)
    request.header("a b", "c")
    #expect(request.curl.hasPrefix("# \(name) was not sent: "))
    #expect(Request<Void, Never>(.get, "no server", "/x?y=1").description == "GET /x")
  }
}

/// A problem without required members.
private struct Hint: Model {
  let detail: String?

  init(from object: inout ObjectDecoder) throws {
    detail = object.optionalString("detail")
  }

  func encode(to object: inout ObjectEncoder) {
    object.string("detail", detail)
  }
}
