import Testing

@testable import Syntax

/// Nodes as JSON.
struct NodeJSONTests {
  @Test(arguments: [
    (
      "{a: [1, 2.50, -0.1e5, 1E-2], b: null, c: ~, d: TRUE}",
      #"{"a": [1, 2.50, -0.1e5, 1E-2], "b": null, "c": null, "d": true}"#
    ),
    (
      "[0x1F, 0o17, +1, .5, +1.5, -.5e3, .inf, .nan, 007, 1., '1', '.5', no]",
      #"[31, 15, 1, 0.5, 1.5, -500.0, ".inf", ".nan", 7, 1.0, "1", ".5", "no"]"#
    ),
    (#"["q\"\\\n\r\t\u0001\u2028é\U0001F600"]"#, "[\"q\\\"\\\\\\n\\r\\t\\u0001\u{2028}é😀\"]"),
    ("{}", "{}"), ("[]", "[]"), ("2020-01-01", #""2020-01-01""#),
  ])
  func `scalars have the types of YAML 1.2`(_ yaml: String, _ json: String) throws {
    var diagnostics = Diagnostics()
    let node = try #require(
      readDocument(Array(yaml.utf8), named: "a.yaml", into: &diagnostics))
    #expect(node.json == json)
  }
}
