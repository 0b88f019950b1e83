import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// What becomes of an answer with several forms, and what its headers say.
struct AnswerTests {
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

  @Test func acceptListsEachTypeOnce() async throws {
    let (headers, continuation) = AsyncStream.makeStream(of: HTTPHeaders.self)
    let client = Client(transport: EchoTransport { continuation.yield($0.headers) })
    var request = request
    request.success(202, .json(Body.pets))
    _ = try? await client.send(request)
    let accept = try #require(await headers.first { _ in true })["Accept"]
    #expect(accept == "application/json, text/csv, image/*, */*")
  }

  @Test(arguments: [("", nil), ("null", nil), ("1", 1)] as [(String, Int?)])
  func nothingAndNullAreNil(_ body: String, _ expected: Int?) async throws {
    var request = Request<Int?, Never>(.get, "https://a.example", "/")
    request.success(200, .json)
    #expect(try await Client(transport: StubTransport(body: body)).send(request) == expected)
  }

  @Test func anEmptyBodyIsNoValue() async throws {
    var request = Request<Int, Never>(.get, "https://a.example", "/")
    request.success(200, .json)
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport()).send(request)
    }
    #expect(error?.undecodable?.error.found == "no body")
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
    #expect(try answer.headers.value("x-rate-limit", as: Int.self) == 7)
    #expect(try answer.headers.value("X-Tags", as: [String].self) == ["a", "b"])
    #expect("\(answer)" == "Answer(202)")
  }

  @Test func headersHaveTypes() throws {
    let headers: HTTPHeaders = [
      "N": "12", "D": "2.5", "B": "true", "L": "1,2 , 3", "O": "R,100,G,200", "E": "R=100,G=200",
      "Empty": "", "T": "Thu, 29 Feb 2024 12:00:00 GMT", "J": #"{"a":[1]}"#,
    ]
    #expect(try headers.value("n", as: Int.self) == 12)
    #expect(try headers.value("N", as: String.self) == "12")
    #expect(try headers.value("D", as: Double.self) == 2.5)
    #expect(try headers.value("B", as: Bool.self) == true)
    #expect(try headers.value("L", as: [Int].self) == [1, 2, 3])
    #expect(try headers.value("L", as: [String].self) == ["1", "2", "3"])
    #expect(try headers.value("L", as: String.self) == "1,2 , 3")
    #expect(try headers.value("O", as: [String: Int].self) == ["R": 100, "G": 200])
    #expect(try headers.value("E", as: [String: Int].self, explode: true) == ["R": 100, "G": 200])
    #expect(try headers.value("Empty", as: [Int].self) == [])
    #expect(try headers.value("Empty", as: String.self) == "")
    #expect(try headers.value("J", json: [String: [Int]].self) == ["a": [1]])
    let date = Date(timeIntervalSince1970: 1_709_208_000)
    #expect(try headers.value("T", as: Date.self) == date)
    #expect(try headers.value("Absent", as: Int.self) == nil)
    let error = #expect(throws: JSONDecodingError.self) { try headers.value("L", as: Int.self) }
    #expect(error?.description == "/L: expected a whole number of 64 bits, found a string")
    #expect(throws: JSONDecodingError.self) { try headers.value("D", json: Int.self) }
  }
}
