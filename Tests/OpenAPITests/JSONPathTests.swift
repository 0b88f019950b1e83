import Syntax
import Testing

@testable import OpenAPI

@Suite struct JSONPathTests {
  static let pets = """
    {"paths": {"/pets": {"get": {"tags": ["a", "b"]}, "x-old": true}, "/": {"get": {}}}}
    """

  @Test(arguments: [
    ("$", ["$"]),
    ("$.paths.*.get", ["$['paths']['/pets']['get']", "$['paths']['/']['get']"]),
    ("$['paths'] [ \"/\" ]", ["$['paths']['/']"]),
    (#"$.paths['\u002Fpet\u0073']['x-old']"#, ["$['paths']['/pets']['x-old']"]),
    ("$.paths['/'].x-new", []),
    ("$.paths['/pets'].x-old", ["$['paths']['/pets']['x-old']"]),
    ("$..tags[-1]", ["$['paths']['/pets']['get']['tags'][1]"]),
    ("$..tags[2, -3]", []),
    ("$..tags.a", []),
    ("$.paths[*]['get', 'put']", ["$['paths']['/pets']['get']", "$['paths']['/']['get']"]),
    ("$..[0]", ["$['paths']['/pets']['get']['tags'][0]"]),
    (
      "$.paths['/pets'].get..*",
      [
        "$['paths']['/pets']['get']['tags']", "$['paths']['/pets']['get']['tags'][0]",
        "$['paths']['/pets']['get']['tags'][1]",
      ]
    ),
    ("$..get..tags", ["$['paths']['/pets']['get']['tags']"]),
  ])
  func `a path selects what RFC 9535 says`(path: String, expected: [String]) throws {
    let document = try document(Self.pets)
    #expect(document.paths(of: try JSONPath(path).selection(in: document)) == expected)
  }

  @Test func `what leads to a place is a path to what stands there`() throws {
    let text = #"""
      {"openapi": "3", "paths": {"/{id}": {"get": {"parameters": [{"a-1": 1}, []]}}},
        "it's \\ \n": {"": true, "é": {"200": null, "-": 2}}}
      """#
    let document = try document(text)
    func places(_ node: Node) -> [Place] {
      [node.place] + (node.sequence ?? []).flatMap(places)
        + (node.entries ?? []).flatMap { [$0.keyPlace] + places($0.value) }
    }
    let all = places(document)
    let found = JSONPlaces.paths(to: all.reversed(), in: Array(text.utf8))
    let paths = all.compactMap { found[$0] }
    #expect(paths.count == all.count)
    // Bytes that are no UTF-8 are not in the places where they were read.
    #expect(JSONPlaces.paths(to: all, in: Array(text.utf8) + [0xE9]) == [:])
    #expect(
      paths.filter { path in paths.count { $0 == path } == 1 } == [
        "$", "$.paths['/{id}'].get.parameters[0]", "$.paths['/{id}'].get.parameters[1]",
      ])
    #expect(
      Array(Set(paths)).sorted() == [
        "$", "$.openapi", "$.paths", "$.paths['/{id}']", "$.paths['/{id}'].get",
        "$.paths['/{id}'].get.parameters", "$.paths['/{id}'].get.parameters[0]",
        "$.paths['/{id}'].get.parameters[0].a-1", "$.paths['/{id}'].get.parameters[1]",
        #"$['it\'s \\ \u000a']"#, #"$['it\'s \\ \u000a'].é"#,
        #"$['it\'s \\ \u000a'].é['-']"#, #"$['it\'s \\ \u000a'].é['200']"#,
        #"$['it\'s \\ \u000a']['']"#,
      ])
    for path in paths {
      #expect(document.paths(of: try JSONPath(path).selection(in: document)).count == 1)
    }
  }

  @Test(
    arguments: [
      ("{'a': [1]}", 1, 7), ("# a\n{\"a\": 1}", 2, 2), ("a: [1]", 1, 4),
      ("{\"a\": 0 # b\n, \"b\": 1}", 2, 3), ("{\"a\": \"b", 1, 9), ("[1]", 1, 3), ("\u{0}", 1, 2),
      ("", 1, 1), ("[100, 2]", 1, 3), ("1, 2", 1, 4), ("1] 2", 1, 4),
    ] as [(String, Int32, Int32)])
  func `a place where nothing begins in JSON has no path`(text: String, line: Int32, column: Int32)
  {
    let place = Place(file: 0, line: line, column: column)
    #expect(JSONPlaces.paths(to: [place], in: Array(text.utf8)) == [:])
  }

  @Test(
    arguments: [("$..*", ["$[0]", "$[0][0]", "$[1]"]), ("$[1, 0, 0, *]", ["$[0]", "$[1]"])])
  func `a node that a path reaches in several ways is selected once, in the document's order`(
    path: String, expected: [String]
  ) throws {
    let document = try document("[[1], 2]")
    #expect(document.paths(of: try JSONPath(path).selection(in: document)) == expected)
  }

  @Test(arguments: [
    ("@.n", [0, 1, 2, 3, 4]),
    ("!@.n", [5]),
    ("@.n == 1", [0, 1]),
    ("@['n'] == '1'", [2]),
    ("@.n != 1", [2, 3, 4, 5]),
    ("@.n == null", [3]),
    ("@.n == @.absent", [5]),
    ("true == @.n", [4]),
    ("@.n == false", []),
    ("@.n <= 1e0", [0, 1]),
    ("@.n < 1.5", [0, 1]),
    ("@.n >= 10E-1", [0, 1]),
    ("@.n < '2'", [2]),
    ("@.n >= null", [3]),
    ("@.n == 1 && @.m || @.n == true", [1, 4]),
    ("@.n == 1 && (@.m || @.n == true)", [1]),
    ("!(@.n == 1 || @.n == '1') && @.n", [3, 4]),
    ("@.m[0] == 7", [1]),
    ("@.m[-1].k == 'x'", [1]),
    ("@.n[0] == @.absent", [0, 1, 2, 3, 4, 5]),
    ("@.m && @.m == @.same", [1]),
    ("@.m[?@.k]", [1]),
    ("@.*[*]", [1]),
    ("@.m[2] == @.m[1]", [0, 2, 3, 4, 5]),
    ("@.m[1] == @.other", [0, 2, 3, 4, 5]),
  ])
  func `a filter compares by value`(condition: String, expected: [Int]) throws {
    let document = try document(
      """
      [{"n": 1}, {"n": 1.0, "m": [7, {"k": "x", "l": 2}], "same": [7.0, {"l": 2, "k": "x"}],
      "other": {"k": "x", "z": 2}},
      {"n": "1"}, {"n": null}, {"n": true}, {"o": 1}]
      """)
    let selection = try JSONPath("$[?\(condition)]").selection(in: document)
    #expect(document.paths(of: selection) == expected.map { "$[\($0)]" })
  }

  @Test func `an escape stands for what it does in JSON`() throws {
    let key = #"\b\f\n\r\t\/\ud83d\ude00"#
    let document = try document(#"{"\#(key)": 1}"#)
    #expect(try JSONPath("$['\(key)']").selection(in: document)?.count == 1)
  }

  @Test func `a filter takes items and members alike`() throws {
    let document = try document(#"{"tags": ["a", "b", "a"], "info": {"x": "a", "y": "b"}}"#)
    let selection = try JSONPath("$.*[?@ == 'a']").selection(in: document)
    #expect(document.paths(of: selection) == ["$['tags'][0]", "$['tags'][2]", "$['info']['x']"])
  }

  @Test(arguments: [
    ("", 1, "expected '$'"),
    ("info", 1, "expected '$'"),
    ("$ ", 2, "expected '.', '['"),
    ("$.paths./pets", 9, "write any other name in brackets"),
    ("$.ä.", 5, "found the end"),
    ("$[name]", 3, "a name in quotes"),
    ("$[0 1]", 5, "expected ',' or ']'"),
    ("$[?@.a = 1]", 8, "found '='; to compare, write =="),
    ("#/paths", 1, "expected '$', the root, as in $.paths['/pets'].get, but found '#'"),
    ("$[01]", 3, "does not begin with 0"),
    ("$[-0]", 3, "is no index"),
    ("$[9007199254740992]", 3, "is no index"),
    ("$[-9223372036854775808]", 3, "is no index"),
    ("$[0:2]", 3, "slices are not supported"),
    ("$[::2]", 3, "slices are not supported"),
    ("$['a", 3, "no closing quote"),
    (#"$['\x']"#, 4, "unknown escape"),
    (#"$['\ud800']"#, 4, "surrogate"),
    (#"$['\ud800\u0041']"#, 4, "surrogate"),
    (#"$['\udc00\ud800']"#, 4, "surrogate"),
    (#"$['\u12G4']"#, 4, "hexadecimal"),
    ("$['\t']", 4, "control character"),
    ("$[?length(@.a) > 1]", 4, "functions are not supported"),
    ("$[?@.a == $.b]", 11, "begin with '@'"),
    ("$[?@..a]", 4, "'..' inside a filter is not supported"),
    ("$[?@.* == 1]", 4, "takes one value"),
    ("$[?1 == @['a','b']]", 9, "takes one value"),
    ("$[?!@.a == 1]", 5, "in parentheses"),
    ("$[?'a']", 4, "a literal alone"),
    ("$[?@.a == b]", 11, "quote a string: 'b'"),
    ("$[?@.a ==]", 10, "null, but found ']'"),
    ("$[?(@.a]", 8, "')'"),
    ("$[?@.a == 1.]", 13, "expected a digit"),
  ])
  func `what is no path is an error`(path: String, column: Int, message: String) throws {
    let error = #expect(throws: JSONPath.SyntaxError.self) { try JSONPath(path) }
    #expect(error?.column == column)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: ["(", "@[?"])
  func `a hostile expression is refused, not followed down the stack`(opening: String) {
    let path = "$[?" + String(repeating: opening, count: 3_000)
    let error = #expect(throws: JSONPath.SyntaxError.self) { try JSONPath(path) }
    #expect(error?.message.contains("nest") == true)
  }

  @Test func `a path has a bounded length`() {
    let path = "$" + String(repeating: "..a", count: 1_000_000)
    #expect(throws: JSONPath.SyntaxError.self) { try JSONPath(path) }
  }

  @Test func `a node is walked once, however many ways a path reaches it`() throws {
    let deep = String(repeating: #"{"a":"#, count: 499) + "1" + String(repeating: "}", count: 499)
    let document = try document(deep)
    let path = try JSONPath("$" + String(repeating: "..a", count: 400))
    #expect(path.selection(in: document)?.count == 100)
  }
}
