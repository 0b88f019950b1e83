import Testing

@testable import Generator

/// How text of a description is wrapped in comments.
struct WrappingTests {
  @Test(arguments: [
    ("one two three", ["one two", "three"]),
    ("one  two   three", ["one two", "three"]),
    ("one two three\nfour", ["one two", "three four"]),
    ("one two three\n- four", ["one two", "three", "- four"]),
    ("one two three\n\nfour", ["one two", "three", "", "four"]),
    ("- one two three\n  four", ["- one two", "  three", "  four"]),
    ("größte gut", ["größte gut"]),
    ("größte größe", ["größte", "größe"]),
    ("abcdefghijklm", ["abcdefghijklm"]),
    ("", [""]),
  ])
  func `lines of ten columns`(_ text: String, _ wrapped: [String]) {
    var lines: [String] = []
    DocumentationText.wrap(
      DocumentationText.lines(text).map { ArraySlice($0.utf8) }, width: 10
    ) { lines.append(String(repeating: " ", count: $0) + String(decoding: $1, as: UTF8.self)) }
    #expect(lines == wrapped)
  }

  @Test(
    arguments: [
      ("@deprecated since 1", "\\@deprecated since 1"), ("a@b.c", "a@b.c"),
      ("The ``next_cursor`` of it", "The `next_cursor` of it"), ("```json", "```json"),
    ])
  func `what only DocC has is text`(text: String, expected: String) {
    #expect(DocumentationText.lines(text) == [expected])
  }
}
