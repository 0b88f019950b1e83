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
      "[0x1F, 0o17, +1, .5, .inf, 007, 1., '1', no]",
      #"[31, 15, 1, ".5", ".inf", 7, "1.", "1", "no"]"#
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
