import Syntax
import Testing

@Suite struct JSONReaderTests {
  @Test func `order and text are kept`() {
    let text = #"{"b": 1.0, "a": [true, "true", null], "": {}, "c": -0e+1, "<<": []}"#
    #expect(
      FileReading.json(text).node?.sketch
        == #"{b: 1.0, a: [true, "true", null], : {}, c: -0e+1, <<: []}"#)
  }

  @Test func `each key and value knows its place`() {
    let reading = FileReading.json("\u{FEFF}{\"é😀\": 1,\r\n\t\"b\": [\n 2,\r \"\\n\"]}\n")
    #expect(reading.node?.sketchWithPlaces == "{é😀@1:2: 1@1:8, b@2:2: [2@3:2, \"\n\"@4:2]@2:7}@1:1")
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041é\u00e9\uFFFF""#, "Aéé\u{FFFF}"),
    (#""\ud83d\uDE00 and more""#, "😀 and more"),
    (#""\u0000""#, "\0"),
    ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  ])
  func `escapes in a string are decoded`(json: String, text: String) {
    #expect(FileReading.json(json).node?.scalar == Scalar(text, isQuoted: true))
  }

  @Test(
    arguments: [
      (#""\ud800""#, "\u{FFFD}", 1), (#""\udc00x""#, "\u{FFFD}x", 1),
      (#""\ud800\n""#, "\u{FFFD}\n", 1), (#""\ud800\u0041""#, "\u{FFFD}A", 1),
      (#""\ud800\ud83d\uDE00""#, "\u{FFFD}😀", 1),
    ])
  func `half of a pair is lost`(json: String, text: String, warnings: Int) {
    let reading = FileReading.json(json)
    #expect(reading.node?.scalar == Scalar(text, isQuoted: true))
    #expect(reading.messages.count == warnings)
    #expect(reading.messages.first?.hasPrefix("1:2: warning: found half of a surrogate") == true)
  }

  @Test(arguments: ["0", "-0", "12", "1.50", "1e5", "1E-05", "-1.0e+9", "true", "false", "null"])
  func `what is not in quotes is kept as it is written`(json: String) {
    #expect(FileReading.json(" \(json)\t").node?.scalar == Scalar(json, isQuoted: false))
  }

  @Test(arguments: [
    ("", "1:1: error: the file is empty, expected YAML or JSON"),
    (" \n", "1:1: error: the file is empty, expected YAML or JSON"),
    ("[1,]", "1:3: error: found ',' after the last value; JSON allows none here: remove it"),
    (
      "{\"a\":1,\n}", "1:7: error: found ',' after the last value; JSON allows none here: remove it"
    ),
    ("[1", "1:3: error: found the end of the file, expected ',' or ']'"),
    ("[1 2]", "1:4: error: found '2', expected ',' or ']'; add a ',' before it"),
    (
      "{\"a\": \"\"\n\"b\": 1}",
      "2:1: error: found '\"', expected ',' or '}'; add a ',' before it"
    ),
    ("{\"a\" 1}", "1:6: error: found '1', expected ':' after the key"),
    ("{a: 1}", "1:2: error: found 'a', expected a key in double quotes"),
    (
      "[01]",
      "1:2: error: found a number that starts with 0; remove the 0, or put a text in double quotes"
    ),
    ("[-]", "1:3: error: found ']', expected a digit of the number"),
    ("1.e1", "1:3: error: found 'e', expected a digit of the number"),
    ("1\n 2", "2:2: error: found '2', expected the end of the file, since its value is complete"),
    ("[\"é", "1:2: error: the string is never closed; add the closing '\"'"),
    ("[\"é\n\"]", "1:4: error: found a line end in a string, expected an escape; write '\\n'"),
    (
      "[\"\u{1F}\"]",
      "1:3: error: found a control character in a string, expected an escape; write '\\u001F'"
    ),
    (
      "[\"\\x\"]",
      "1:3: error: found a backslash that starts no escape; write '\\\\' for a backslash"
    ),
    ("[\"\\u12g4\"]", "1:7: error: found 'g', expected four hexadecimal digits after '\\u'"),
  ])
  func `what is wrong is told with what to do`(json: String, message: String) {
    let reading = FileReading.json(json)
    #expect(reading.node == nil)
    #expect(reading.messages == [message])
  }

  @Test(arguments: [
    "+1", ".5", "1.", "1e", "0x1", "-Inf", "Nan", "True", "nul", "nulll", "{", "[", "]", "}",
    "[}", "{]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}", "{\"a\":}", "{,}", "{1:1}", "'a'", "// a\n1",
    "1 /* a */", "[1]]", "\"\\", "\"\\u", "\"\\u12", "\"a", "\"\t\"", "\u{A0}1", "\0", "[1]\0 2",
    "\u{FEFF}", "[\u{FEFF}]", "\"\\ud800\\u12\"",
  ])
  func `what is no JSON is one error`(json: String) {
    let reading = FileReading.json(json)
    #expect(reading.node == nil)
    #expect(reading.messages.count == 1)
  }

  @Test(
    "what is no number is no value",
    arguments: [
      ("[NaN]", "[null]", ["1:2: warning: found NaN"]),
      (
        "{\"a\": -Infinity, \"b\": Infinity}", "{a: null, b: null}",
        ["1:7: warning: found -Infinity", "1:23: warning: found Infinity"]
      ),
    ])
  func noNumbers(json: String, sketch: String, warnings: [String]) {
    let reading = FileReading.json(json)
    #expect(reading.node?.sketch == sketch)
    let rest = ", which JSON does not have, expected a number; it is read as null"
    #expect(reading.messages == warnings.map { $0 + rest })
  }

  @Test func `what is no number is told of twenty times at most`() {
    let reading = FileReading.json("[" + String(repeating: "NaN, ", count: 24) + "NaN]")
    #expect(reading.node?.sequence?.count == 25)
    #expect(reading.messages.count == 20)
  }

  @Test func `a buffer that was written as a whole ends where JSON does`() {
    let reading = FileReading.json("[1]\n\0\0\0")
    #expect(reading.node?.sketch == "[1]")
    #expect(reading.messages == [])
  }

  @Test func `the last of two keys counts, and the first is kept beside`() {
    let reading = FileReading.json(#"{"a":1, "b":{"c":1, "\u0063":2}, "a":3, "/p":{}}"#)
    #expect(reading.node?.sketch == "{a: 3, b: {c: 2}, /p: {}}")
    #expect(reading.node?.mapping?.shadowed.map(\.value.sketch) == ["1"])
    #expect(
      reading.messages == [
        """
        1:21: warning: the mapping has the key 'c' twice, expected once; the last counts
        1:14: note: it is here first
        """,
        """
        1:34: warning: the mapping has the key 'a' twice, expected once; the last counts
        1:2: note: it is here first
        """,
      ])
  }

  @Test func `many duplicate keys are read in time`() {
    let paths = (0..<20_000).map { "\"/p\": {\"x\($0)\": 1}" }
    #expect(FileReading.json("{\(paths.joined(separator: ","))}").node != nil)
  }

  @Test func `nesting is bounded`() async {
    let (deepest, tooDeep) = await onSmallStack {
      let opened = String(repeating: #"[{"a":"#, count: 250)
      let closed = String(repeating: "}]", count: 250)
      let tooDeep = String(repeating: "[", count: 1_000_000)
      return (FileReading.json(opened + "1" + closed).messages, FileReading.json(tooDeep).messages)
    }
    #expect(deepest == [])
    #expect(
      tooDeep == ["1:501: error: values are nested more than 500 deep; make the file flatter"])
  }
}
