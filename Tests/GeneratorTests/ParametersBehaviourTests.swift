import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What the parameters of generated code are on a wire.
@Suite(.serialized) struct ParametersBehaviourTests {
  private func parameters(_ origin: String) -> Parameters {
    Parameters(key: "k", token: "t", server: .init(origin))
  }

  private func received(
    _ request: (Parameters) -> Request<RawResponse, Never>
  ) async throws -> ReceivedRequest {
    try await send { request(parameters($0)) }.received
  }

  private func violations(
    _ request: (Parameters) -> Request<RawResponse, Never>
  ) async throws -> [String] {
    try await GeneratorTests.violations { request(parameters($0)) }
  }

  // MARK: The table of styles

  /// Sends each value of the table's columns, after the one without text: in the path and query
  /// stands `start` and then what is expected, or in `header` just that. The table has none for
  /// nil.
  private func expect(
    _ start: String, header: String? = nil, _ expected: [String?],
    _ build: (Parameters, Parameters.Color) -> Request<RawResponse, Never>
  ) async throws {
    let values: [Parameters.Color] = [
      .string("blue"), .strings(["blue", "black", "brown"]), .object(.init(r: 100, g: 200, b: 150)),
    ]
    for (value, expected) in zip(values, expected) {
      guard let expected else { continue }
      let request = try await received { build($0, value) }
      #expect(header.map { request.header($0) } ?? request.target == start + expected)
    }
  }

  /// OAS 3.2 §4.12.5. In 3.0.0 to 3.0.3 and 3.1.0 the items of `label` have dots between them even
  /// where they are not exploded: that was an error, since the style is RFC 6570's.
  @Test func `each style of a path`() async throws {
    try await expect("/simple/", ["blue", "blue,black,brown", "R,100,G,200,B,150"]) {
      $0.simple(color: $1)
    }
    try await expect("/simple-exploded/", ["blue", "blue,black,brown", "R=100,G=200,B=150"]) {
      $0.simpleExploded(color: $1)
    }
    try await expect("/label/", [".blue", ".blue,black,brown", ".R,100,G,200,B,150"]) {
      $0.label(color: $1)
    }
    try await expect("/label-exploded/", [".blue", ".blue.black.brown", ".R=100.G=200.B=150"]) {
      $0.labelExploded(color: $1)
    }
    try await expect(
      "/matrix/;", ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]
    ) { $0.matrix(color: $1) }
    try await expect(
      "/matrix-exploded/;",
      ["color=blue", "color=blue;color=black;color=brown", "R=100;G=200;B=150"]
    ) { $0.matrixExploded(color: $1) }
  }

  @Test func `each style of a query`() async throws {
    try await expect(
      "/form?", ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]
    ) { $0.form(color: $1) }
    try await expect(
      "/form-exploded?", ["color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"]
    ) { $0.formExploded(color: $1) }
    try await expect(
      "/space?color=", [nil, "blue%20black%20brown", "R%20100%20G%20200%20B%20150"]
    ) { $0.spaceDelimited(color: $1) }
    try await expect(
      "/pipe?color=", [nil, "blue%7Cblack%7Cbrown", "R%7C100%7CG%7C200%7CB%7C150"]
    ) { $0.pipeDelimited(color: $1) }
    try await expect(
      "/deep?", [nil, nil, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"]
    ) { $0.deepObject(color: $1) }
  }

  @Test func `what stands between values stands in none of them`() async throws {
    let request = try await received { $0.findWords(all: ["a|b", "c"], any: [.a, .init("b c")]) }
    #expect(request.target == "/words?all=a%7Cb%20c&any=a%7Cb%20c")
    #expect(
      try await violations { $0.findWords(all: ["a", "b c"], any: [.init("a|\u{301}b")]) } == [
        #"query all: has " " in a value, which separates values"#,
        #"query any: has "|" in a value, which separates values"#,
      ])
  }

  @Test func `an array as a deep object, which OpenAPI leaves open`() async throws {
    let request = try await received { $0.deepObject(color: .strings(["a", "b"])) }
    #expect(request.target == "/deep?color%5B%5D=a&color%5B%5D=b")
  }

  @Test func `each style of a header and a cookie`() async throws {
    try await expect("", header: "color", ["blue", "blue,black,brown", "R,100,G,200,B,150"]) {
      $0.header(color: $1)
    }
    try await expect("", header: "color", ["blue", "blue,black,brown", "R=100,G=200,B=150"]) {
      $0.headerExploded(color: $1)
    }
    let joined = ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]
    try await expect("", header: "Cookie", joined) { $0.cookie(color: $1) }
    try await expect("", header: "Cookie", joined) { $0.formCookie(color: $1) }
    try await expect(
      "", header: "Cookie",
      ["color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"]
    ) { $0.cookieExploded(color: $1) }
  }

  @Test func `a value without text keeps its name, and an empty array is not sent`() async throws {
    let empty = Parameters.Color.string("")
    #expect(try await received { $0.matrix(color: empty) }.target == "/matrix/;color")
    #expect(try await received { $0.form(color: empty) }.target == "/form?color=")
    #expect(try await received { $0.cookie(color: empty) }.header("Cookie") == "color=")
    #expect(try await received { $0.form(color: .strings([])) }.target == "/form")
    #expect(try await received { $0.form() }.target == "/form")
  }

  // MARK: Types

  @Test func `each type, and an operation's parameter over its path's`() async throws {
    let id = try #require(UUID(uuidString: "0F0E0D0C-0B0A-0908-0706-050403020100"))
    let request = try await received {
      $0.readThings(
        kind: .veryLarge, id: id, xShared: "shared", limit: 5, day: CalendarDate("2024-02-29"),
        at: Date(timeIntervalSince1970: 0.5), ratio: 0.5, isNew: true,
        kinds: [.small, .init("a,b")], colors: ["b": "2", "a": "1&"])
    }
    #expect(
      request.target == "/things/very%20large/0f0e0d0c-0b0a-0908-0706-050403020100?limit=5"
        + "&day=2024-02-29&at=1970-01-01T00%3A00%3A00.500Z&ratio=0.5&isNew=true&kinds=small,a%2Cb"
        + "&a=1%26&b=2")
    #expect(request.header("X-Shared") == "shared")
  }

  @Test func `what is required has its default, or its only value`() async throws {
    let request = try await received { $0.readThings(kind: .small, id: UUID()) }
    #expect(request.target.hasSuffix("?limit=20"))
    #expect(request.header("version") == "2024-01")
  }

  // MARK: Around the styles

  @Test func `content, reserved characters, empty values, and deep objects`() async throws {
    let filter = Parameters.Filter(
      name: "a&b", range: .init(from: 1, to: .null), ids: [2, 3])
    let request = try await received {
      $0.filter(
        filter: filter, link: "https://a.example/?b=c&d#e", mark: .null, name: "", json: filter,
        csv: "a,b\r\n")
    }
    #expect(
      request.target == "/filter?filter%5Bname%5D=a%26b&filter%5Brange%5D%5Bfrom%5D=1"
        + "&filter%5Bids%5D%5B%5D=2&filter%5Bids%5D%5B%5D=3&link=https://a.example/?b=c%26d%23e&mark=&name="
        + "&json=%7B%22name%22%3A%22a%26b%22%2C%22range%22%3A%7B%22from%22%3A1%2C%22to%22%3Anull"
        + "%7D%2C%22ids%22%3A%5B2%2C3%5D%7D&csv=a%2Cb%0D%0A")
    #expect(try await received { $0.filter(mark: true) }.target == "/filter?mark=true")
  }

  @Test func `headers go out to the letter, and cookies in one of them`() async throws {
    let request = try await received {
      $0.filter(
        xJSON: [1, 2], xNote: "a, b; \"c\" é=%20", xKinds: [.small, .veryLarge], session: "a b;c",
        seen: "d,e=%20")
    }
    #expect(request.header("X-JSON") == "[1,2]")
    #expect(request.header("X-Note") == "a, b; \"c\" é=%20")
    #expect(request.header("X-Kinds") == "small,very large")
    #expect(request.header("Cookie") == "session=a%20b%3Bc; seen=d,e=%20")
  }

  @Test func `a path and a cookie in JSON`() async throws {
    let request = try await received {
      $0.filterBy(by: .init(name: "a/b"), last: .init(ids: [1]))
    }
    #expect(request.target == "/filter/%7B%22name%22%3A%22a%2Fb%22%7D")
    #expect(request.header("Cookie") == "last=%7B%22ids%22%3A%5B1%5D%7D")
  }

  @Test func `the whole query as a form, as JSON, and as text`() async throws {
    let form = try await received { $0.search(query: .init(text: "a b&c", ids: [1, 2])) }
    #expect(form.target == "/search?text=a+b%26c&ids=1,2")
    let json = try await received { $0.searchJSON(query: .init(ids: [1])) }
    #expect(json.target == "/search/json?%7B%22ids%22%3A%5B1%5D%7D")
    // The example of OAS 3.2 §4.12.6.
    let path = try await received { $0.searchPath(query: "$.a.b[1:1]") }
    #expect(path.target == "/search/path?%24.a.b%5B1%3A1%5D")
  }

  @Test func `a credential takes the place of the parameter for it`() async throws {
    let request = try await received { $0.readSecured() }
    #expect(request.headers.count { $0.name == "X-Key" } == 1)
    #expect(request.header("Authorization") == "Bearer t")
    let open = try await received { $0.writeSecured(authorization: "Custom c") }
    #expect(open.header("Authorization") == "Custom c")
  }

  @Test func `one name in each place`() async throws {
    let received = try await received {
      $0.readPlace(place: "p", queryPlace: "q", headerPlace: "h", cookiePlace: "c")
    }
    #expect(received.target == "/places/p?place=q")
    #expect(received.header("place") == "h")
    #expect(received.header("Cookie") == "place=c")
  }

  @Test func `a schema of a form and of a parameter`() async throws {
    let page = Parameters.Page(size: 5, after: "x")
    #expect(try await received { $0.readPages(page: page) }.target == "/pages?size=5&after=x")
    let form = try await received { $0.writeSecured(authorization: "", page) }
    #expect(String(decoding: form.body, as: UTF8.self) == "size=5&after=x")
  }

  // MARK: What must not get out of its place

  @Test(arguments: [("a/b?c#d%2f..", "a%2Fb%3Fc%23d%252f.."), ("...", "..."), ("é\n", "%C3%A9%0A")])
  func `a value stays within its segment`(_ value: String, _ expected: String) async throws {
    let request = try await received { $0.readName(name: value, file: "f") }
    #expect(request.target == "/names/\(expected)/f.json")
  }

  @Test(arguments: ["", ".", ".."])
  func `a value that would change the path is not sent`(_ value: String) async throws {
    #expect(try await violations { $0.readName(name: value, file: "f") }.count == 1)
    #expect(try await violations { $0.simple(color: .string(value)) }.count == 1)
  }

  @Test func `neither is an empty array in a path, nor a header with a line break`() async throws {
    #expect(try await violations { $0.simple(color: .strings([])) }.count == 1)
    #expect(try await violations { $0.label(color: .string("")) }.count == 1)
    #expect(try await violations { $0.filter(xNote: "a\r\nX-Key: b") }.count == 1)
    #expect(try await violations { $0.filter(seen: "a; session=b") }.count == 1)
  }
}
