import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct ParameterTests {
  private func url(
    _ server: String, _ path: RequestPath,
    _ more: (inout Request<RawResponse, Never>) -> Void = { _ in }
  ) async throws -> String {
    let stub = StubTransport(status: 200)
    try await Client(transport: stub).send(.raw(.get, server, path, more))
    return try #require(stub.requests.first).url.absoluteString
  }

  @Test(
    arguments: [
      ("https://a.example", "/v1/x/", "https://a.example/v1/x/"),
      ("https://a.example/", "/v1/x", "https://a.example/v1/x"),
      ("https://a.example//", "//v1", "https://a.example///v1"),
      ("https://a.example:/b//c", "/v1", "https://a.example:/b//c/v1"),
      ("https://a.example/base", "v1", "https://a.example/base/v1"),
      ("http://127.0.0.1:8080/base/", "/", "http://127.0.0.1:8080/base/"),
      ("https://a.example", "/a b/ñ/%20#x", "https://a.example/a%20b/%C3%B1/%20%23x"),
      ("https://a.example", "/a?fixed=1", "https://a.example/a?fixed=1"),
    ] as [(String, RequestPath, String)])
  func serverAndPathAreJoinedByOneSlash(
    _ server: String, _ path: RequestPath, _ expected: String
  ) async throws {
    #expect(try await url(server, path) == expected)
  }

  @Test(arguments: [
    ("a/b", "a%2Fb"), ("50%", "50%25"), ("a b+c", "a%20b%2Bc"), ("ñ?#&=", "%C3%B1%3F%23%26%3D"),
    ("-._~", "-._~"), ("..%2f", "..%252f"), ("\r\n\u{0}", "%0D%0A%00"),
  ])
  func aValueStaysWithinItsSegment(_ value: String, _ expected: String) async throws {
    #expect(
      try await url("https://a.example", "/x/\(value)/y") == "https://a.example/x/\(expected)/y")
  }

  @Test(arguments: ["", ".", ".."])
  func aValueThatLeadsElsewhereIsRefused(_ value: String) async throws {
    let error = await #expect(throws: SendError<Never>.self) {
      try await url("https://a.example", "/x/\(value)/y")
    }
    #expect(error?.notSent?.violations.count == 1)
  }

  @Test func pathsHoldEveryTypeOfValue() async throws {
    let id = try #require(UUID(uuidString: "0F0E0D0C-0B0A-0908-0706-050403020100"))
    let date = Date(timeIntervalSince1970: 0)
    let path: RequestPath =
      "/\(1)/\(true)/\(2.0)/\(id)/\(date)/\(Sample.Kind.audio)/\(Sample.Status.sent)"
    #expect(
      try await url("https://a.example", path) == "https://a.example/1/true/2/"
        + "0f0e0d0c-0b0a-0908-0706-050403020100/1970-01-01T00%3A00%3A00Z/audio/1")
  }

  @Test func queriesRepeatArraysAndLeaveNilOut() async throws {
    let url = try await url("https://a.example", "/x") { request in
      request.query("limit", Int?.none)
      request.query("tag", ["a&b", "c d"])
      request.query("none", [String]?.none)
      request.query("ñ", "=")
      request.query("empty", "")
      request.query("key", Secret("k/1"))
    }
    #expect(url == "https://a.example/x?tag=a%26b&tag=c%20d&%C3%B1=%3D&empty=&key=k%2F1")
  }

  @Test func aDayIsAParameter() async throws {
    let date = try #require(CalendarDate("2024-02-29"))
    #expect(
      try await received("/\(date)") { $0.query("on", date) }.target == "/2024-02-29?on=2024-02-29")
  }

  @Test func aQueryJoinsOneInThePath() async throws {
    let url = try await url("https://a.example", "/x?beta=true") { $0.query("q", 1) }
    #expect(url == "https://a.example/x?beta=true&q=1")
  }

  @Test(arguments: [
    "", "/v1", "a.example", "ftp://a.example", "https://", "https://user:pass@a.example",
    "https://a.example?x=1", "https://a.example#x", "https://a.example\r\nX: y", "https://a b",
    "https://https://a.example/v1", "http://HTTPS//a.example", "https://a.example:70000",
  ])
  func aServerMustBeAnHTTPURL(_ server: String) async {
    let error = await #expect(throws: SendError<Never>.self) { try await url(server, "/x") }
    #expect(
      error?.notSent?.violations == [
        "server: is not an http or https URL in ASCII, without a user, a query or a space, "
          + "with one scheme and no port past 65535"
      ])
  }

  /// As `https://a.example/{basePath}/v1` is where there is no base path.
  @Test func aServerMayHaveAnEmptySegment() async throws {
    #expect(try await url("https://a.example//v1", "/x") == "https://a.example//v1/x")
  }

  @Test(arguments: ["", "GE T", "GET\r\n", "GÉT"])
  func aMethodMustBeAToken(_ name: String) async {
    let request = Request.raw(HTTPMethod(name))
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.notSent?.violations == ["method: is not the name of a method"])
  }

  @Test(arguments: [
    ("X-A", "a\r\nb"), ("X-A", "a\nb"), ("X-A", "a\u{0}b"), ("X-A", "a\u{7F}"), ("X-A", " a"),
    ("X-A", "a\t"), ("X A", "a"), ("X-A:", "a"), ("X-A\r\nX-B", "a"), ("", "a"), ("ñ", "a"),
  ])
  func aHeaderThatWouldBreakIsRefusedAndNotShown(_ name: String, _ value: String) async {
    let secret = "s3cr3t" + value
    let value = name == "X-A" && value.first == " " ? value + "s3cr3t" : secret
    let request = Request.raw { $0.header(name, Secret(value)) }
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.notSent?.violations.count == 1)
    #expect(error?.description.contains("s3cr3t") == false)
    #expect(error?.description.contains { $0.isNewline } == false)
  }

  @Test func headersGoOutToTheLetter() async throws {
    let received = try await received {
      $0.header("X-Key", Secret("Aa é\t\"';:\\=,~"))
      $0.header("x-count", 3)
      $0.header("X-Empty", "")
      $0.header("X-None", String?.none)
    }
    #expect(received.header("X-Key") == "Aa é\t\"';:\\=,~")
    #expect(received.header("x-count") == "3")
    #expect(received.header("X-Empty") == "")
    #expect(received.header("X-None") == nil)
    #expect(received.header("User-Agent") == "apigen")
  }
}
