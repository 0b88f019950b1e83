import Syntax
import Testing

@Suite struct JSONReaderTests {
  @Test func keepsOrderAndText() {
    let text = #"{"b": 1.0, "a": [true, "true", null], "": {}, "c": -0e+1, "<<": []}"#
    #expect(
      Reading.json(text).node?.sketch
        == #"{b: 1.0, a: [true, "true", null], : {}, c: -0e+1, <<: []}"#)
  }

  @Test func knowsEveryPlace() {
    let reading = Reading.json("\u{FEFF}{\"é😀\": 1,\r\n\t\"b\": [\n 2,\r \"\\n\"]}\n")
    #expect(reading.node?.sketchWithPlaces == "{é😀@1:2: 1@1:8, b@2:2: [2@3:2, \"\n\"@4:2]@2:7}@1:1")
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041é\u00e9\uFFFF""#, "Aéé\u{FFFF}"),
    (#""\ud83d\uDE00 and more""#, "😀 and more"),
    (#""\u0000""#, "\0"),
    ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  ])
  func decodesStrings(json: String, text: String) {
    #expect(Reading.json(json).node?.scalar == Scalar(text, isQuoted: true))
  }

  @Test(arguments: ["0", "-0", "12", "1.50", "1e5", "1E-05", "-1.0e+9", "true", "false", "null"])
  func keepsPlainText(json: String) {
    #expect(Reading.json(" \(json)\t").node?.scalar == Scalar(json, isQuoted: false))
  }

  @Test(arguments: [
    ("", "1:1: error: the file is empty, expected an OpenAPI description"),
    (" \n", "1:1: error: the file is empty, expected an OpenAPI description"),
    ("[1,]", "1:3: error: found ',' after the last value; JSON allows none here: remove it"),
    (
      "{\"a\":1,\n}", "1:7: error: found ',' after the last value; JSON allows none here: remove it"
    ),
    ("[1", "1:3: error: found the end of the file, expected ',' or ']'"),
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
  func saysWhatIsWrong(json: String, message: String) {
    let reading = Reading.json(json)
    #expect(reading.node == nil)
    #expect(reading.messages == [message])
  }

  @Test(arguments: [
    "+1", ".5", "1.", "1e", "0x1", "Infinity", "NaN", "True", "nul", "nulll", "{", "[", "]", "}",
    "[}", "{]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}", "{\"a\":}", "{,}", "{1:1}", "'a'", "// a\n1",
    "1 /* a */", "[1]]", "\"\\", "\"\\u", "\"\\u12", "\"a", "\"\t\"", "\u{A0}1", "\0", "1\0",
    "\u{FEFF}", "[\u{FEFF}]", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\n\"", "\"\\ud800\\ud800\"",
  ])
  func refuses(json: String) {
    let reading = Reading.json(json)
    #expect(reading.node == nil)
    #expect(reading.messages.count == 1)
  }

  @Test(
    arguments: [
      (
        [0xFF, 0xFE, 0x5B, 0x00],
        "1:1: error: the file is in UTF-16, expected UTF-8; save it as UTF-8"
      ),
      ([0x00, 0x5B], "1:1: error: the file is in UTF-16, expected UTF-8; save it as UTF-8"),
      (
        [0x0A, 0x22, 0xC3, 0xA9, 0x80],
        "2:3: error: the byte 0x80 is not UTF-8 here; save the file as UTF-8"
      ),
      (
        [0x22, 0xC0, 0xAF, 0x22],
        "1:2: error: the byte 0xC0 is not UTF-8 here; save the file as UTF-8"
      ),
      (
        [0x22, 0xED, 0xA0, 0x80, 0x22],
        "1:2: error: the byte 0xED is not UTF-8 here; save the file as UTF-8"
      ),
      (
        [0x22, 0xF4, 0x90, 0x80, 0x80],
        "1:2: error: the byte 0xF4 is not UTF-8 here; save the file as UTF-8"
      ),
      (
        [0x22, 0xF0, 0x9F, 0x98],
        "1:2: error: the byte 0xF0 is not UTF-8 here; save the file as UTF-8"
      ),
    ] as [([UInt8], String)])
  func refusesOtherEncodings(bytes: [UInt8], message: String) {
    for name in ["a.json", "a.yaml"] {
      let reading = Reading(bytes, named: name)
      #expect(reading.node == nil)
      #expect(reading.messages == [message])
    }
  }

  @Test func showsEveryDuplicateKey() {
    let reading = Reading.json("{\"a\":1,\n \"a\":2, \"b\":{\"c\":1, \"\\u0063\":2}}")
    #expect(reading.node == nil)
    #expect(
      reading.messages == [
        """
        2:2: error: the mapping has the key 'a' twice, expected once; remove or rename one
        1:2: note: it is here first
        """,
        """
        2:21: error: the mapping has the key 'c' twice, expected once; remove or rename one
        2:14: note: it is here first
        """,
      ])
  }

  @Test func boundsNesting() async {
    let (deepest, tooDeep) = await onSmallStack {
      let opened = String(repeating: #"[{"a":"#, count: 250)
      let closed = String(repeating: "}]", count: 250)
      let tooDeep = String(repeating: "[", count: 1_000_000)
      return (Reading.json(opened + "1" + closed).messages, Reading.json(tooDeep).messages)
    }
    #expect(deepest == [])
    #expect(
      tooDeep == ["1:501: error: values are nested more than 500 deep; make the file flatter"])
  }
}
