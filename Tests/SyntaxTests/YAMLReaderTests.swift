import Syntax
import Testing

@Suite struct YAMLReaderTests {
  @Test func `order and text are kept`() {
    let text = """
      %YAML 1.2
      ---
      version: 1.0
      200: no
      'a b': ["1", 'x', ~, ]
      empty:
      text: |
        line # one
      folded: >-
        two
        three
      {a: 1}: x
      """
    let valid = text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(
      FileReading.yaml(valid).node?.sketch
        == "{version: 1.0, 200: no, a b: [\"1\", \"x\", ~], empty: , "
        + "text: \"line # one\n\", folded: \"two three\"}")
  }

  @Test func `each key and value knows its place`() {
    let reading = FileReading.yaml("\u{FEFF}# é\né😀: {b: 1}\r\nc:\n- 'x'\n-  - y\nd:\n")
    #expect(
      reading.node?.sketchWithPlaces
        == "{é😀@2:1: {b@2:6: 1@2:9}@2:5, c@3:1: [\"x\"@4:3, [y@5:6]@5:4]@4:1, d@6:1: @6:3}@2:1")
  }

  @Test(arguments: [
    ("!!str 12", "\"12\""), ("! 12", "\"12\""), ("! é", "\"é\""), ("!!int '12'", "12"),
    ("!!null ''", ""), ("&a 12", "12"), ("- !!str", "[\"\"]"), ("!!map {a: !!float 1}", "{a: 1}"),
    ("a\n b", "a b"), ("\"a\\x41\\n\"", "\"aA\n\""), ("'it''s'", "\"it's\""), ("y", "y"),
    ("? a\n? b\n: 1", "{a: , b: 1}"), ("{a, b: }", "{a: , b: }"), ("--- a\n...\n", "a"),
    ("http://a.b:80/c#d", "http://a.b:80/c#d"), ("12:30:45", "12:30:45"),
  ])
  func `scalars of each style and tag`(yaml: String, sketch: String) {
    let reading = FileReading.yaml(yaml)
    #expect(reading.node?.sketch == sketch)
    #expect(reading.messages == [])
  }

  @Test(arguments: ["é%TAG", "a %TAG", "%"])
  func `a percent sign inside of a line is no directive`(_ text: String) {
    #expect(FileReading.yaml("a: \"\(text)\"").node?["a"]?.text == text)
  }

  @Test func `a foreign tag is warned of once`() {
    let reading = FileReading.yaml("a: !Ref x\nb: !Ref [y]\n")
    #expect(reading.node?.sketch == "{a: x, b: [y]}")
    #expect(
      reading.messages == [
        "1:4: warning: the tag '!Ref' means nothing in a description and is ignored; remove it"
      ])
  }

  @Test(arguments: [
    ("a: &x {b: 1}\nc: *x", "{a: {b: 1}, c: {b: 1}}"),
    ("&k a: 1\nb: *k\n*k : 2", "{a: 2, b: a}"),
    ("- &k a\n- {*k : 1}", "[a, {a: 1}]"),
    ("- &x 1\n- &x 2\n- *x", "[1, 2, 2]"),
    ("- &x [&x 1, *x]\n- *x", "[[1, 1], 1]"),
  ])
  func `an alias is a copy of its node`(yaml: String, sketch: String?) {
    #expect(FileReading.yaml(yaml).node?.sketch == sketch)
  }

  @Test(arguments: [
    ("- &a {x: 1, y: 1}\n- {<<: *a, y: 2}", "[{x: 1, y: 1}, {y: 2, x: 1}]"),
    ("- {y: 2, <<: [{x: 1, z: 3}, {x: 9, w: 4}]}", "[{y: 2, x: 1, z: 3, w: 4}]"),
    ("<<: {a: 1}\n<<: {b: 2}", "{a: 1, b: 2}"),
    ("'<<': {a: 1}", "{<<: {a: 1}}"),
    ("<<: []", "{}"),
  ])
  func `a merge key adds what is not there`(yaml: String, sketch: String) {
    #expect(FileReading.yaml(yaml).node?.sketch == sketch)
  }

  @Test func `an alias keeps the place of its node`() {
    let node = FileReading.yaml("a: &x [1]\nb: *x").node
    #expect(node?["b"]?.sketchWithPlaces == "[1@1:8]@1:4")
  }

  @Test func `what aliases add is bounded`() {
    let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let reading = FileReading.yaml("a0: &a0 x\n" + levels.joined(separator: "\n"))
    #expect(reading.node == nil)
    #expect(
      reading.messages.first?.hasSuffix(
        "error: aliases add more than 1000000 values to the file; use fewer of them") == true)
  }

  @Test func `nesting is bounded`() async {
    func nested(_ text: String, _ depth: Int) -> String {
      String(repeating: "- ", count: depth) + text
    }
    let texts = [
      nested("a: 1", 499), "- &a\n  \(nested("x", 400))\n\(nested("*a", 101))",
      nested("x", 1_000_000),
      String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
      String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 1_000_000),
    ]
    let messages = await onSmallStack { texts.map { FileReading.yaml($0).messages } }
    let tooDeep = "error: values are nested more than 500 deep; make the file flatter"
    let tooManyBrackets =
      "error: brackets are nested more than 100 deep; write the outer ones in block style"
    #expect(
      messages == [
        [], ["3:203: \(tooDeep)"], ["1:1001: \(tooDeep)"], [], ["1:101: \(tooManyBrackets)"],
        ["1:401: \(tooManyBrackets)"],
      ])
  }

  @Test(
    arguments: [
      ("a: |\n  b\u{2028}c\nd: 1", "{a@1:1: \"b\u{2028}c\n\"@1:4, d@3:1: 1@3:4}@1:1"),
      ("a: b\u{85}c # d\u{2029}e: 1\nf: 2", "{a@1:1: b\u{85}c@1:4, f@2:1: 2@2:4}@1:1"),
      ("a: 'b\u{2029}c'\nd\u{2028}: 2", "{a@1:1: \"b\u{2029}c\"@1:4, d\u{2028}@2:1: 2@2:5}@1:1"),
      // Those that stand for them may come of an escape.
      (
        "a: \"\\uE028\\U0000E068\\u07b2\u{2028}\u{85}\"",
        "{a@1:1: \"\u{E028}\u{E068}\u{7B2}\u{2028}\u{85}\"@1:4}@1:1"
      ),
      ("a: \"\\n\\t\u{2028}\"", "{a@1:1: \"\n\t\u{2028}\"@1:4}@1:1"),
      // All that might stand for them are there.
      ("a: \"b\u{2028}\(rare)\"", "{a@1:1: \"b\u{2028}\(rare)\"@1:4}@1:1"),
      ("a: \u{2028}\u{E000}\u{7B2}\u{85}é😀", "{a@1:1: \u{2028}\u{E000}\u{7B2}\u{85}é😀@1:4}@1:1"),
    ] as [(String, String)])
  func `what YAML 1.1 takes for the end of a line is none`(yaml: String, sketch: String) {
    let reading = FileReading.yaml(yaml)
    #expect(reading.node?.sketchWithPlaces == sketch)
    #expect(reading.messages == [])
  }

  @Test(arguments: ["\t\n", "\t", "  \t \r\n\t\n"])
  func `a line with nothing but tabs is none`(lines: String) {
    let reading = FileReading.yaml("a:\n\(lines)\n b: 1\nc: x\td\n\(lines)")
    #expect(reading.node?.sketch == "{a: {b: 1}, c: x\td}")
    #expect(reading.messages == [])
  }

  @Test func `a no-break space in the indentation is a space`() {
    let reading = FileReading.yaml("a:\n\u{A0} b: '\u{A0}'\n \u{A0}c: 1")
    #expect(
      reading.node?.sketchWithPlaces == "{a@1:1: {b@2:3: \"\u{A0}\"@2:6, c@3:3: 1@3:6}@2:3}@1:1")
    #expect(
      reading.messages == [
        "2:1: warning: found a no-break space in the indentation, expected spaces; it is read as one"
      ])
  }

  @Test func `what is told of a file that cannot be read is why`() {
    #expect(FileReading.yaml("a: [\n\u{A0}\t\n\u{A0} 1").messages.count == 1)
  }

  @Test func `the last of two keys counts`() {
    let reading = FileReading.yaml("a: 1\n'a': 2")
    #expect(reading.node?.sketchWithPlaces == "{a@2:1: 2@2:6}@1:1")
    #expect(
      reading.messages == [
        "2:1: warning: the mapping has the key 'a' twice, expected once; the last counts\n"
          + "1:1: note: it is here first"
      ])
  }

  @Test(arguments: [
    ("", "1:1: error: the file is empty, expected YAML or JSON"),
    ("\u{FEFF}", "1:1: error: the file is empty, expected YAML or JSON"),
    ("# only this\n", "1:1: error: the file is empty, expected YAML or JSON"),
    ("a:\n\tb: 1", "2:1: error: a tab cannot start a token; indent with spaces"),
    ("é: @b", "1:4: error: a value cannot start with '@'; put the text in quotes"),
    (
      "a: *b",
      "1:4: error: no anchor 'b' stands before this alias; mark the value to copy with '&', "
        + "or put the text in quotes"
    ),
    (
      "a: &b [*b]",
      "1:8: error: the alias 'b' stands inside the value it copies; write the value out"
    ),
    (
      "<<: 5",
      "1:5: error: found '5' under '<<', expected a mapping or a list of mappings to merge; "
        + "put the key in quotes if it is a name"
    ),
    (
      "? [a]\n: 1",
      "1:3: error: found a list as a key, expected a text; put it in quotes if it is one"
    ),
    (
      "- &a [x]\n- *a : 1",
      "2:3: error: found a list as a key, expected a text; put it in quotes if it is one"
    ),
    (
      "{{a: 1}: 2}",
      "1:2: error: found a mapping as a key, expected a text; put it in quotes if it is one"
    ),
    (
      "%TAG ! x:\n--- a",
      "1:1: error: found a %TAG directive, expected none: a description has no "
        + "tags of its own; remove it"
    ),
    (
      "a: \u{7}",
      "1:4: error: found the character U+7, which YAML forbids; remove it, or write it as "
        + "an escape in double quotes"
    ),
    (
      "a: 1\nbc\nd: 2",
      "2:1: error: found no ':' after this key (of at most 1024 characters); write "
        + "'key: value', or indent the line further to continue the value above"
    ),
    (
      "a: b: c",
      "1:5: error: found a ':' that makes a key where none can be; put a text with ': ' in "
        + "quotes, or check the indentation"
    ),
    (
      "a: 1\n  b: 2",
      "2:4: error: found a ':' that makes a key where none can be; put a text with "
        + "': ' in quotes, or check the indentation"
    ),
    (
      "a:\n  b c\n  d: 2",
      "3:4: error: found a ':' that makes a key where none can be; put a text with "
        + "': ' in quotes, or check the indentation\n2:3: note: this line has no ':'"
    ),
    (
      "a: [{b: https://{c}.d}]",
      "1:17: error: found '{' or '[' inside of a text; put the text in quotes"
    ),
    (
      "a: [{b: 1} {c: 1}]",
      "1:12: error: expected ',' or ']' in the list; close it or add the comma\n"
        + "1:4: note: the list starts here"
    ),
    (
      "a: [1\nb: 2",
      "2:2: error: expected ',' or ']' in the list; close it or add the comma\n"
        + "1:4: note: the list starts here"
    ),
    (
      "a: 'b",
      "1:6: error: the quoted text is never closed; add the closing quote\n"
        + "1:4: note: the text starts here"
    ),
    ("a: !{b}", "1:4: error: found a '!' that begins no tag; put the text in quotes"),
    ("a: [!50% off]", "1:5: error: found a '!' that begins no tag; put the text in quotes"),
    ("a: !wow!", "1:4: error: found a '!' that begins no tag; put the text in quotes"),
    (
      "a: |0\n b",
      "1:5: error: found no valid YAML: found an indentation indicator equal to 0 while scanning a "
        + "block scalar"
    ),
    (
      "a: 1\n---\nb: 2",
      "2:1: error: found a second document, expected one in a file; remove it, or "
        + "the '---' before it\n1:1: note: the first document is here"
    ),
  ])
  func `what is wrong is told with what to do`(yaml: String, message: String) {
    let reading = FileReading.yaml(yaml)
    #expect(reading.node == nil)
    #expect(reading.messages == [message])
  }
}

/// The characters of two bytes that are nothing yet.
private let rare = String(String.UnicodeScalarView((0x7B2...0x7BF).compactMap(Unicode.Scalar.init)))
