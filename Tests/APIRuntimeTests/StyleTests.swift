import APIRuntime
import Testing

/// The table of OAS 3.2 §4.12.5, "Style Examples", on the wire. Earlier versions differ in two
/// cells: in 3.0.3 and 3.1.0 `label` has dots between the items even where they are not exploded
/// (RFC 6570, and so 3.0.4 and later, have commas), and the delimited and deep styles show their
/// delimiters unencoded (`|`, `[`), which no URL may hold.
struct StyleTests {
  /// The values of the table; "empty" is its string column without text, "undefined" is null.
  private static let values: [String: JSONValue] = [
    "undefined": nil, "empty": "", "string": "blue", "array": ["blue", "black", "brown"],
    "object": ["R": 100, "G": 200, "B": 150],
  ]

  @Test(
    arguments: [
      (.simple, false, "string", "blue"), (.simple, false, "array", "blue,black,brown"),
      (.simple, false, "object", "R,100,G,200,B,150"), (.simple, true, "string", "blue"),
      (.simple, true, "array", "blue,black,brown"), (.simple, true, "object", "R=100,G=200,B=150"),
      (.label, false, "string", ".blue"), (.label, false, "array", ".blue,black,brown"),
      (.label, false, "object", ".R,100,G,200,B,150"), (.label, true, "string", ".blue"),
      (.label, true, "array", ".blue.black.brown"), (.label, true, "object", ".R=100.G=200.B=150"),
      (.matrix, false, "empty", ";color"), (.matrix, false, "string", ";color=blue"),
      (.matrix, false, "array", ";color=blue,black,brown"),
      (.matrix, false, "object", ";color=R,100,G,200,B,150"), (.matrix, true, "empty", ";color"),
      (.matrix, true, "string", ";color=blue"),
      (.matrix, true, "array", ";color=blue;color=black;color=brown"),
      (.matrix, true, "object", ";R=100;G=200;B=150"),
    ] as [(ParameterStyle, Bool, String, String)])
  func paths(
    _ style: ParameterStyle, _ explode: Bool, _ value: String, _ expected: String
  ) async throws {
    let value = try #require(Self.values[value])
    let path: RequestPath = "/x/\(value, style, name: "color", explode: explode)/y"
    #expect(try await received(path).target == "/x/\(expected)/y")
  }

  @Test(
    arguments: [
      (.form, false, "undefined", ""), (.form, false, "empty", "?color="),
      (.form, false, "string", "?color=blue"), (.form, false, "array", "?color=blue,black,brown"),
      (.form, false, "object", "?color=R,100,G,200,B,150"), (.form, true, "empty", "?color="),
      (.form, true, "string", "?color=blue"),
      (.form, true, "array", "?color=blue&color=black&color=brown"),
      (.form, true, "object", "?R=100&G=200&B=150"),
      (.spaceDelimited, false, "array", "?color=blue%20black%20brown"),
      (.spaceDelimited, false, "object", "?color=R%20100%20G%20200%20B%20150"),
      (.pipeDelimited, false, "array", "?color=blue%7Cblack%7Cbrown"),
      (.pipeDelimited, false, "object", "?color=R%7C100%7CG%7C200%7CB%7C150"),
      (.deepObject, true, "object", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
      // Not in the table.
      (.spaceDelimited, false, "string", "?color=blue"),
      (.spaceDelimited, true, "array", "?color=blue&color=black&color=brown"),
      (.pipeDelimited, true, "object", "?R=100&G=200&B=150"),
      (.deepObject, false, "object", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
      (.deepObject, true, "array", "?color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
      (.deepObject, true, "string", "?color=blue"),
    ] as [(ParameterStyle, Bool, String, String)])
  func queries(
    _ style: ParameterStyle, _ explode: Bool, _ value: String, _ expected: String
  ) async throws {
    let value = Self.values[value]
    let target = try await received { $0.query("color", value, style, explode: explode) }.target
    #expect(target == "/x\(expected)")
  }

  /// OAS 3.1.1, Appendix E: what separates values must stand in none. Exploded, it separates none.
  @Test(arguments: [(ParameterStyle.pipeDelimited, "a|b"), (.spaceDelimited, "a b")])
  func aSeparatorStandsInNoValue(_ style: ParameterStyle, _ value: String) async {
    let joined = await violations { $0.query("q", [value], style, explode: false) }
    #expect(joined.first?.hasSuffix("in a value, which separates values") == true)
    #expect(await violations { $0.query("q", [value], style) } == [])
  }

  @Test(
    arguments: [
      (false, "string", "blue"), (false, "array", "blue,black,brown"),
      (false, "object", "R,100,G,200,B,150"), (true, "array", "blue,black,brown"),
      (true, "object", "R=100,G=200,B=150"), (true, "undefined", nil), (true, "empty", ""),
    ] as [(Bool, String, String?)])
  func headers(_ explode: Bool, _ value: String, _ expected: String?) async throws {
    let value = Self.values[value]
    let request = try await received { $0.header("X-Color", value, explode: explode) }
    #expect(request.header("X-Color") == expected)
  }

  @Test(arguments: [false, true])
  func `a header of which only nulls are there is not sent`(_ explode: Bool) async throws {
    let request = try await received {
      $0.header("X-List", [JSONValue.null], explode: explode)
      $0.header("X-Object", ["R": JSONValue.null], explode: explode)
    }
    #expect(request.header("X-List") == nil)
    #expect(request.header("X-Object") == nil)
  }

  /// Exploded values in the style `form` have RFC 6570's `&` between them in the table, as in a
  /// query.
  @Test(
    arguments: [
      (.cookie, false, "array", "color=blue,black,brown"),
      (.cookie, false, "object", "color=R,100,G,200,B,150"), (.cookie, true, "empty", "color="),
      (.cookie, true, "array", "color=blue; color=black; color=brown"),
      (.cookie, true, "object", "R=100; G=200; B=150"), (.form, false, "string", "color=blue"),
      (.form, false, "array", "color=blue,black,brown"),
      (.form, true, "array", "color=blue; color=black; color=brown"),
      (.form, true, "undefined", nil),
    ] as [(ParameterStyle, Bool, String, String?)])
  func cookies(
    _ style: ParameterStyle, _ explode: Bool, _ value: String, _ expected: String?
  ) async throws {
    let value = Self.values[value]
    let request = try await received { $0.cookie("color", value, style, explode: explode) }
    #expect(request.header("Cookie") == expected)
  }

  /// What no version defines.
  @Test(
    arguments: [
      (.form, true, ["a": [1, 2], "b": nil, "c": 3], "?a=1&a=2&c=3"),
      (.form, true, ["a": ["b": 1], "c": []], "?a%5Bb%5D=1"),
      (.form, true, ["a": [["b": 1]]], "?a%5B0%5D%5Bb%5D=1"),
      (.form, false, ["x", nil, ["y": true]], "?p=x,%7B%22y%22%3Atrue%7D"),
      (.form, true, [], ""), (.form, false, [:], ""),
      (.deepObject, true, ["b": ["c": 1, "d": nil]], "?p%5Bb%5D%5Bc%5D=1"),
      (.deepObject, true, ["b": [1, 2]], "?p%5Bb%5D%5B%5D=1&p%5Bb%5D%5B%5D=2"),
      (.deepObject, true, ["b": [["c": 1], 2]], "?p%5Bb%5D%5B0%5D%5Bc%5D=1&p%5Bb%5D%5B1%5D=2"),
    ] as [(ParameterStyle, Bool, JSONValue, String)])
  func valuesInValues(
    _ style: ParameterStyle, _ explode: Bool, _ value: JSONValue, _ expected: String
  ) async throws {
    let target = try await received { $0.query("p", value, style, explode: explode) }.target
    #expect(target == "/x\(expected)")
  }

  /// A value never ends early, nor does it begin another parameter.
  @Test(arguments: [
    ("a&b=c#d+e", "a%26b=c%23d%2Be", "a&b=c%23d+e"), ("/?[]", "/?%5B%5D", "%2F%3F%5B%5D"),
    ("%2f%zz%", "%2f%25zz%25", "%2f%25zz%25"), ("é|", "%C3%A9%7C", "%C3%A9%7C"),
    (":@!$'()*,;", ":@!$'()*,;", ":@!$'()*,;"),
  ])
  func reservedCharacters(_ value: String, _ query: String, _ path: String) async throws {
    let request = try await received("/x/\(value, allowReserved: true)") {
      $0.query("q", value, allowReserved: true)
    }
    #expect(request.target == "/x/\(path)?q=\(query)")
  }

  /// Of a path that leads on.
  @Test(arguments: [
    ("a/b:c?%2F", false, "a/b%3Ac%3F%252F"), ("a/b:c?%2F", true, "a/b:c%3F%2F"),
  ])
  func slashes(_ value: String, _ allowReserved: Bool, _ path: String) async throws {
    let request = try await received(
      "/x/\(value, allowReserved: allowReserved, keepsSlashes: true)")
    #expect(request.target == "/x/\(path)")
    let list = try await received("/x/\(["a/b", "c"], .label, keepsSlashes: true)")
    #expect(list.target == "/x/.a/b,c")
  }

  @Test func aPathNeverLeadsElsewhere() async {
    let paths: [RequestPath] = [
      "/x/\("%2E%2e", allowReserved: true)", "/x/\(".", .label)", "/x/\([String]())",
      "/x/\("a/../b", keepsSlashes: true)",
      "/x/\([String](), .matrix, name: "c")/y", "/x/\(Double.nan)", "/x/\(Nullable<Int>.null)",
    ]
    for path in paths { #expect(await !violations(path).isEmpty) }
  }

  @Test func jsonParameters() async throws {
    let value: JSONValue = ["a": ["b c", nil]]
    let encoded = "%7B%22a%22%3A%5B%22b%20c%22%2Cnull%5D%7D"
    let request = try await received("/x/\(value, .json)") {
      $0.query("q", value, .json)
      $0.query("none", Int?.none, .json)
      $0.query("null", JSONValue.null, .json)
      $0.header("X-Json", value, .json)
      $0.header("X-Empty", [Int](), .json)
      $0.cookie("c", value, .json, explode: true)
    }
    #expect(request.target == "/x/\(encoded)?q=\(encoded)&null=null")
    #expect(request.header("X-Empty") == "[]")
    #expect(request.header("X-Json") == #"{"a":["b c",null]}"#)
    #expect(request.header("Cookie") == "c=\(encoded)")
  }

  @Test func theWholeQuery() async throws {
    let form = try await received { $0.queryString(["a b": "c&d", "e": [1, 2]] as JSONValue) }
    #expect(form.target == "/x?a+b=c%26d&e=1&e=2")
    let json = try await received { $0.queryString(json: ["a": 1]) }
    #expect(json.target == "/x?%7B%22a%22%3A1%7D")
  }

  @Test func cookiesShareOneHeader() async throws {
    let request = try await received {
      $0.header("Cookie", "first=1")
      $0.cookie("a", "b;c d")
      $0.cookie("session", Secret("s3=cr/t"))
      $0.cookie("none", Secret?.none)
    }
    #expect(request.header("Cookie") == "first=1; a=b%3Bc%20d; session=s3=cr/t")
    #expect(request.headers.count { $0.name.lowercased() == "cookie" } == 1)
    let broken = await violations {
      $0.cookie("a", "b; c", .cookie)
      $0.cookie("a b", Secret("x"))
      $0.cookie("d", Secret("x\r\ny"))
    }
    #expect(broken.count == 3)
  }
}
