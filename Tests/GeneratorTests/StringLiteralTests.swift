import Testing

@testable import Generator

struct StringLiteralTests {
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
