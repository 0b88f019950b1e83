import Testing

@testable import Generator

struct StringLiteralTests {
  @Test(arguments: [
    ("a \"b\"", #""a \"b\"""#), ("\\(a)", #""\\(a)""#), ("a\r\n\tb\0", #""a\r\n\tb\u{0}""#),
    ("a\u{A0}b", #""a\u{a0}b""#), ("größe", #""größe""#),
  ])
  func `a literal means its text, and shows all of it`(_ text: String, _ literal: String) {
    #expect(text.literal == literal)
  }

  @Test(arguments: [
    ("123456", "123456"), ("1234567", "1_234_567"), ("-123456789", "-123_456_789"),
  ])
  func `long numbers are grouped`(_ number: String, _ grouped: String) {
    #expect(number.digitsGrouped == grouped)
  }

  @Test(arguments: [
    #"^\d+$"#, #"a"b"#,
  ])
  func `a text between number signs is as it is`(_ text: String) {
    #expect(text.rawLiteral == "#\"\(text)\"#")
  }

  /// No text may end its literal, or be more than a text in it.
  @Test(arguments: [
    "\\d\"#", "\\#(exit(1))", "\\d\n", "\\d\u{202E}", String(repeating: "a", count: 80),
  ])
  func `one that would mean something else, or hide something, is none`(_ text: String) {
    #expect(text.rawLiteral == nil)
  }
}
