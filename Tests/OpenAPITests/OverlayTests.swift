import Syntax
import Testing

@testable import OpenAPI

@Suite struct OverlayTests {
  /// What the actions make of a description, as JSON.
  private func applying(_ actions: String, to description: String) throws -> String {
    let (result, errors) = try outcome(of: overlay(actions), on: description)
    #expect(errors == [])
    return result.json
  }

  private func overlay(_ actions: String) -> String {
    #"{"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [\#n\#(actions)]}"#
  }

  private func outcome(
    of overlay: String, on description: String
  ) throws -> (Node, errors: [String]) {
    var diagnostics = Diagnostics()
    var node = try #require(
      readDocument(Array(description.utf8), named: "description.json", into: &diagnostics))
    let corrections = try #require(
      readDocument(Array(overlay.utf8), named: "overlay.json", into: &diagnostics))
    Overlay(corrections, into: &diagnostics)?.apply(to: &node, into: &diagnostics)
    return (node, diagnostics.all.map(diagnostics.rendered))
  }

  @Test(arguments: [
    (
      #"{"a": {"b": 1, "c": [1]}}"#, "$", #"{"a": {"b": 2, "d": 3}}"#,
      #"{"a":{"b":2,"c":[1],"d":3}}"#
    ),
    (#"{"a": {"c": [1]}}"#, "$", #"{"a": {"c": [2, 3]}}"#, #"{"a":{"c":[1,2,3]}}"#),
    (#"{"a": [1]}"#, "$.a", "[2, 3]", #"{"a":[1,2,3]}"#),
    (#"{"a": [1]}"#, "$.a", #"{"b": 2}"#, #"{"a":[1,{"b":2}]}"#),
    (#"{"a": [1]}"#, "$.a", "2", #"{"a":[1,2]}"#),
    (#"{"a": "x"}"#, "$.a", #""y""#, #"{"a":"y"}"#),
    (#"{"a": "x"}"#, "$", #"{"a": ["y"]}"#, #"{"a":["y"]}"#),
    (
      #"{"a": [{"b": 1}, {"b": 2}]}"#, "$.a[?@.b == 2]", #"{"c": 3}"#,
      #"{"a":[{"b":1},{"b":2,"c":3}]}"#
    ),
    (#"{"a": {"a": {}}}"#, "$..a", #"{"b": 1}"#, #"{"a":{"a":{"b":1},"b":1}}"#),
    (#"{"a": [[1], 2]}"#, "$.a['*', 0, 0, *]", "3", #"{"a":[[1,3],3]}"#),
  ])
  func `an update is merged into its target`(
    description: String, target: String, update: String, expected: String
  ) throws {
    let action = #"{"target": "\#(target)", "update": \#(update)}"#
    #expect(try applying(action, to: description) == document(expected).json)
  }

  @Test(arguments: [
    (#"{"a": 1, "b": 2, "c": 3}"#, "$['a', 'c']", #"{"b":2}"#),
    ("[0, 1, 2, 3, 4]", "$[0, 2, -1]", "[1,3]"),
    (#"[{"n": 1}, {"n": 2}, {"n": 1}]"#, "$[?@.n == 1]", #"[{"n":2}]"#),
    (#"{"a": {"a": 1, "b": 2}, "c": [{"a": 3}]}"#, "$..a", #"{"c":[{}]}"#),
    ("[[1, 2], [3]]", "$..*", "[]"),
  ])
  func `a removal removes`(description: String, target: String, expected: String) throws {
    let action = #"{"target": "\#(target)", "remove": true}"#
    #expect(try applying(action, to: description) == document(expected).json)
  }

  @Test(arguments: [
    (#"{"a": {"x": [1]}, "b": {"y": 2}}"#, "$.b", "$.a", #"{"a":{"x":[1]},"b":{"y":2,"x":[1]}}"#),
    (#"{"a": 1, "b": {}}"#, "$.b", "$", #"{"a":1,"b":{"a":1,"b":{}}}"#),
    (#"{"a": [1], "b": [[2], [3]]}"#, "$.b[*]", "$.a[0]", #"{"a":[1],"b":[[2,1],[3,1]]}"#),
    (#"{"a": {"n": 1}}"#, "$.a", "$.a", #"{"a":{"n":1}}"#),
  ])
  func `a copy is merged as an update is`(
    description: String, target: String, source: String, expected: String
  ) throws {
    let action = #"{"target": "\#(target)", "copy": "\#(source)"}"#
    #expect(try applying(action, to: description) == document(expected).json)
  }

  @Test(arguments: [
    (#""update": {"c": 1}, "copy": "$.b""#, #"{"a":{"c":1},"b":2}"#, "copy", "update"),
    (#""copy": "$.b", "remove": true"#, #"{"b":2}"#, "copy", "remove"),
    (#""update": {"c": 1}, "remove": true"#, #"{"b":2}"#, "update", "remove"),
  ])
  func `a change beside another says nothing, and is told of`(
    changes: String, expected: String, lost: String, other: String
  ) throws {
    let (result, messages) = try outcome(
      of: overlay(#"{"target": "$.a", \#(changes)}"#), on: #"{"a": {}, "b": 2}"#)
    #expect(try result.json == document(expected).json)
    #expect(messages.count == 1)
    let message =
      "warning: found `\(lost)` beside `\(other)`, which counts alone; make it an action of its own"
    #expect(messages.first?.hasSuffix(message) == true, "\(messages)")
  }

  @Test func `an update beside no removal is one`() throws {
    let action = #"{"target": "$.a", "remove": false, "update": 1}"#
    #expect(try applying(action, to: #"{"a": 0}"#) == document(#"{"a":1}"#).json)
  }

  @Test func `an action of the components is carried out where others refer to it`() throws {
    let (result, errors) = try outcome(
      of: #"""
        {"overlay": "1.2.0", "$self": "https://example.com/o.yaml", "info": {"title": "t", "version": "1"},
        "components": {"actions": {"to/z": {"fields": {"update": {"z": 1}, "remov": true}}}}, "actions": [
        {"target": "$.a", "$ref": "#/components/actions/to~1z"},
        {"target": "$.b", "$ref": "#/components/actions/to~1z"},
        {"target": "$.b", "$ref": "#/components/actions/y", "update": {}}]}
        """#, on: #"{"a": {}, "b": {}}"#)
    #expect(try result.json == document(#"{"a":{"z":1},"b":{"z":1}}"#).json)
    let unknown = """
      overlay.json:2:68: error: found 'remov', which is not supported in the fields of an action, \
      expected one of description, update, remove, copy; correct or remove it
      """
    #expect(
      errors == [
        unknown, unknown,
        """
        overlay.json:5:53: error: found 'update', which is not supported in an action, expected one \
        of target, description, $ref; correct or remove it
        """,
        """
        overlay.json:5:27: error: found '#/components/actions/y', expected the path of an action of \
        the components that has `fields`, such as '#/components/actions/name'
        """,
      ])
  }

  @Test func `a key of a large mapping is found after a removal and an insertion`() throws {
    let many = (1...20).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let actions = """
      {"target": "$['k1','k3']", "remove": true},
      {"target": "$", "update": {"k20": 0, "k3": "back"}},
      {"target": "$[?@ > 0]", "remove": true}
      """
    #expect(try applying(actions, to: "{\(many)}") == #"{"k20": 0, "k3": "back"}"#)
  }

  @Test func `each action sees what the ones before it left`() throws {
    let actions = """
      {"target": "$.servers", "remove": true},
      {"target": "$", "update": {"servers": [{"url": "/new"}]}},
      {"target": "$.servers[0]", "description": "a note", "x-why": 1, "update": {"x": 1}}
      """
    let result = try applying(actions, to: #"{"servers": [{"url": "/old"}]}"#)
    #expect(result == #"{"servers": [{"url": "/new", "x": 1}]}"#)
  }

  @Test func `a value keeps the place that it was written at`() throws {
    let overlay = overlay(#"{"target": "$.a", "update": {"new": 1, "old": {"new": 2}}}"#)
    let (result, _) = try outcome(of: overlay, on: #"{"a": {"old": {"kept": 0}}}"#)
    let entries = try #require(result["a"]?.mapping?.entries)
    #expect(entries.map(\.key) == ["old", "new"])
    #expect(entries.map(\.keyPlace.file) == [0, 1])
    #expect(entries.map(\.value.place.file) == [0, 1])
    let old = try #require(entries.first?.value)
    #expect(old["kept"]?.place.file == 0)
    #expect(old["new"]?.place == Place(file: 1, line: 2, column: 55))
  }

  @Test(arguments: [
    (
      #"{"target": "$.b", "remove": true}"#,
      """
      2:12: error: the target '$.b' matches nothing; upstream may have changed its description: look \
      there, and correct the target, or delete the action where it is no longer needed
      """
    ),
    (
      #"{"target": "$['a','b','c']", "update": {}}"#,
      """
      2:12: error: the target '$['a','b','c']' matches nothing by the name 'b'; upstream may have \
      changed its description: look there, and correct the name, or delete it where it is no longer \
      needed
      """
    ),
    (
      #"{"target": "$", "remove": true}"#,
      "2:12: error: the target '$' removes the whole description; choose a part of it"
    ),
    (
      #"{"target": "$.paths./pets", "remove": true}"#,
      """
      2:12: error: at column 9 of '$.paths./pets': expected a name or '*' after '.', but found '/'; \
      write any other name in brackets and quotes: ['/pets']
      """
    ),
    (
      #"{"remove": true}"#,
      """
      2:1: error: found nothing, expected the target of the action: a JSONPath such as \
      $.paths['/pets'].get
      """
    ),
    (
      #"{"target": "$.a"}"#,
      """
      2:1: error: the action changes nothing, expected update, remove: true or copy; add one, or \
      delete the action
      """
    ),
    (
      #"{"target": "$.a", "remove": "yes"}"#, "2:29: error: found 'yes', expected true or false"
    ),
    (
      #"{"target": "$.a", "updates": 1, "update": {}}"#,
      """
      2:19: error: found 'updates', which is not supported in an action, expected one of target, \
      description, update, remove, copy; correct or remove it
      """
    ),
    (
      "3",
      "2:1: error: found '3', expected an action: a mapping with target, and update, remove or copy"
    ),
    (
      #"{"target": "$.a", "copy": {}}"#,
      "2:27: error: found a mapping, expected what to copy: a JSONPath such as $.paths['/pets'].get"
    ),
    (
      #"{"target": "$.a", "copy": "a"}"#,
      """
      2:27: error: at column 1 of 'a': expected '$', the root, as in $.paths['/pets'].get, but found \
      'a'
      """
    ),
    (
      #"{"target": "$.a", "copy": "$.b"}"#,
      "2:27: error: found '$.b', which matches nothing, expected one value to copy; correct it"
    ),
    (
      #"{"target": "$.a", "copy": "$..*"}"#,
      "2:27: error: found '$..*', which matches 2 values, expected one to copy; correct it"
    ),
    (
      #"{"target": "$", "update": {"a": false}}"#,
      """
      2:33: error: found 'false', expected a mapping to merge into the one of the description; to \
      replace that, remove it in an action before this one
      description.json:1:7: note: the description has a mapping here
      """
    ),
  ])
  func `an action that is wrong is an error at its place`(action: String, error: String) throws {
    let (_, errors) = try outcome(of: overlay(action), on: #"{"a": {}, "c": 1}"#)
    #expect(errors == ["overlay.json:" + error])
  }

  @Test(arguments: [
    ("$.p['image','text'].type", "image"), ("$..['type','kind']", "kind"),
    ("$.p[*]['kind','type']", "kind"), ("$.p['text','cta']['type','x']", nil),
    ("$.p['text','cta',*].type", nil), ("$['p','q'].text", "q"), ("$['p']['text']", nil),
  ])
  func `a name of several that leads to nothing is told of`(
    _ target: String, _ name: String?
  ) throws {
    let action = #"{"target": "\#(target)", "remove": true}"#
    let description =
      #"{"p": {"text": {"type": 1}, "image": {}, "cta": {"type": 2, "x": 3}}, "q": {}}"#
    let (_, errors) = try outcome(of: overlay(action), on: description)
    #expect(errors.count == (name == nil ? 0 : 1), "\(errors)")
    if let name { #expect(errors.first?.contains("nothing by the name '\(name)'") == true) }
  }

  @Test(arguments: [
    (
      "[]",
      ["1:1: error: found a list, expected an overlay: a mapping with overlay, info and actions"]
    ),
    (
      #"{"overlay": "2.0.0", "info": {"title": "t"}, "actions": [], "action": 1}"#,
      [
        """
        1:61: error: found 'action', which is not supported in an overlay, expected one of overlay, \
        $self, info, extends, actions, components; correct or remove it
        """,
        """
        1:13: error: found '2.0.0', expected version 1.0, 1.1 or 1.2 of the Overlay Specification; \
        write overlay: 1.1.0
        """,
        "1:30: error: found nothing, expected info to have a version: a string",
        "1:57: error: found an empty list, expected actions: a list of one or more",
      ]
    ),
    (
      "{}",
      [
        """
        1:1: error: found nothing, expected version 1.0, 1.1 or 1.2 of the Overlay Specification; \
        write overlay: 1.1.0
        """,
        "1:1: error: found nothing, expected info: a mapping with title and version",
        "1:1: error: found nothing, expected actions: a list of one or more",
      ]
    ),
  ])
  func `what is no overlay is an error at its place`(overlay: String, expected: [String]) throws {
    let (_, errors) = try outcome(of: overlay, on: "{}")
    #expect(errors == expected.map { "overlay.json:" + $0 })
  }

  @Test func `one wrong action does not keep the others from running`() throws {
    let actions = """
      {"target": "$.absent", "remove": true},
      {"target": "b", "remove": true},
      {"target": "$.a", "update": {"c": 1}}
      """
    let (result, errors) = try outcome(of: overlay(actions), on: #"{"a": {}}"#)
    #expect(result.json == #"{"a": {"c": 1}}"#)
    #expect(errors.map { $0.prefix(15) } == ["overlay.json:3:", "overlay.json:2:"])
  }

  @Test(
    arguments: [
      (#"{"target": "$..*", "update": {"a": {}, "b": {}}}"#, 20, "at most 100000"),
      (#"{"target": "$..[?!@.a]", "update": {"a": {}}}"#, 600, "more than 500 deep"),
      (
        #"{"target": "$", "update": {"y": [1]}}, {"target": "$.y", "copy": "$.y"}"#, 20,
        "at most 100000"
      ),
    ])
  func `an overlay that keeps doubling or deepening a description ends in an error`(
    action: String, count: Int, message: String
  ) throws {
    let actions = Array(repeating: action, count: count).joined(separator: ",\n")
    let (_, errors) = try outcome(of: overlay(actions), on: #"{"x": {}}"#)
    #expect(errors.first?.contains(message) == true)
  }

  @Test func `what is added elsewhere changes no reference`() throws {
    let schemas = #"""
      {"components": {"schemas": {
      "A": {},
      "X": {"properties": {"f": {"$ref": "#/$defs/F"}}, "$defs": {"F": {"title": "f"}}}}},
      "openapi": "3.1.0", "paths": {}}
      """#
    let action = #"{"target": "$.components.schemas", "update": {"New": {}}}"#
    let (root, errors) = try outcome(of: overlay(action), on: schemas)
    #expect(errors == [])
    var diagnostics = Diagnostics()
    let document = DescriptionReader.read(root, named: "description.json", into: &diagnostics) {
      _, _ in nil
    }
    #expect(diagnostics.all.map { $0.message.contains("it is read so") } == [true])
    #expect(document?.schemas.contains { $0.title == "f" } == true)
  }
}
