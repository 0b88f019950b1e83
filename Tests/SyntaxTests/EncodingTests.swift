import Syntax
import Testing

/// Files that are not in UTF-8.
@Suite struct EncodingTests {
  private let text = "{\"é\": \"😀\"}\n"

  @Test(arguments: ["a.json", "a.yaml"], [true, false])
  func `UTF-16, with a mark and without`(name: String, hasMark: Bool) {
    let units = ((hasMark ? "\u{FEFF}" : "") + text).utf16
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      let reading = FileReading(bytes, named: name)
      #expect(reading.node?.sketchWithPlaces == "{é@1:2: \"😀\"@1:7}@1:1")
      #expect(reading.messages == [])
    }
  }

  /// RFC 3629 §4.
  @Test(
    arguments: [
      "\u{A1}\u{7FF}", "\u{800}\u{FFF}\u{1000}", "\u{D7FF}\u{E000}\u{FFFD}",
      "\u{10000}\u{3FFFF}", "\u{40000}\u{E0067}\u{FFFFF}", "\u{100000}\u{10FFFF}",
    ], ["a.json", "a.yaml"])
  func `characters of every length`(text: String, name: String) {
    let reading = FileReading(Array("[\"\(text)\"]".utf8), named: name)
    #expect(reading.node?.sketch == "[\"\(text)\"]")
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      (
        [0xE9], "é",
        "the byte 0xE9 is not UTF-8 here; it is read as 'é', which it is in Windows-1252"
      ),
      (
        [0xC3, 0xA9, 0x92, 0x93],
        "é’“",
        "the byte 0x92 is not UTF-8 here; it is read as '’', which it is in Windows-1252, "
          + "as 1 more such bytes are"
      ),
      (
        [0xC0, 0xAF], "À¯",
        "the byte 0xC0 is not UTF-8 here; it is read as 'À', which it is in Windows-1252, "
          + "as 1 more such bytes are"
      ),
      (
        [0xED, 0xA0, 0x81], "í\u{A0}\u{FFFD}",
        "the byte 0xED is not UTF-8 here; it is read as 'í', which it is in Windows-1252, "
          + "as 2 more such bytes are"
      ),
      (
        [0xE3, 0x81, 0x2E], "ã\u{FFFD}.",
        "the byte 0xE3 is not UTF-8 here; it is read as 'ã', which it is in Windows-1252, "
          + "as 1 more such bytes are"
      ),
      (
        [0xE0, 0x80, 0xAF], "à€¯",
        "the byte 0xE0 is not UTF-8 here; it is read as 'à', which it is in Windows-1252, "
          + "as 2 more such bytes are"
      ),
      (
        [0xF4, 0x90, 0x80, 0x80], "ô\u{FFFD}€€",
        "the byte 0xF4 is not UTF-8 here; it is read as 'ô', which it is in Windows-1252, "
          + "as 3 more such bytes are"
      ),
    ] as [([UInt8], String, String)], ["a.json", "a.yaml"])
  func `bytes that are not UTF-8 are those of Windows-1252`(
    case example: (bytes: [UInt8], text: String, message: String), name: String
  ) {
    let reading = FileReading([0x0A, 0x22] + example.bytes + [0x22, 0x0A], named: name)
    #expect(reading.node?.scalar == Scalar(example.text, isQuoted: true))
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasSuffix("warning: \(example.message)") == true)
    #expect(reading.messages.first?.hasPrefix("2:") == true)
  }
}
