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
    ("one\n| two three |\n| - | - |\nfour", ["one", "| two three |", "| - | - |", "four"]),
    ("one two three\rfour", ["one two", "three four"]),
    ("one two three\n2 four", ["one two", "three 2", "four"]),
    ("one two three\n2. four", ["one two", "three", "2. four"]),
    ("one\ttwo\u{A0}three", ["one two", "three"]),
    ("größte\u{200B} gut", ["größte gut"]),
    ("größte gut", ["größte gut"]), ("one\u{1B} two\u{7F}", ["one two"]),
    ("größte größe", ["größte", "größe"]),
    ("abcdefghijklm", ["abcdefghijklm"]),
    ("", [""]),
  ])
  func `lines of ten columns`(_ text: String, _ lines: [String]) {
    #expect(wrapped(text) == lines)
  }

  @Test(arguments: [
    "```sh\ncurl -H  'A: b' https://h\n\n```",
    "~~~\nnot wrapped at all\n```\nbut  code, still\n~~~",
    "Code:\n\n    curl -H  'A: b' https://h\n    -d  'and more of it'",
    "1. a\n   ```\n   not wrapped at all\n   ```",
  ])
  func `code stays as it is`(_ text: String) {
    #expect(wrapped(text).joined(separator: "\n") == text)
  }

  @Test(arguments: [
    ("```a``` and three", ["```a```", "and three"]),
    (
      "~~~\none two three\n~~~\none two three",
      ["~~~", "one two three", "~~~", "one two", "three"]
    ),
    (
      "~~~\none two three\n~~~ \none two three",
      ["~~~", "one two three", "~~~", "one two", "three"]
    ),
    ("- one\n\n    two three four", ["- one", "", "    two", "    three", "    four"]),
    ("1) one\n\n    two three four", ["1) one", "", "    two", "    three", "    four"]),
    ("```\none two three\n~~~\nfour five", ["```", "one two", "three", "~~~", "four five"]),
    ("one\n    two three", ["one", "    two", "    three"]),
    ("- one\n\ntwo\n\n    three four", ["- one", "", "two", "", "    three four"]),
  ])
  func `what is no code is wrapped beside it`(_ text: String, _ lines: [String]) {
    #expect(wrapped(text) == lines)
  }

  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    DocumentationText.wrap(
      DocumentationText.lines(text).map { ArraySlice($0.utf8) }, width: 10
    ) { lines.append(String(repeating: " ", count: $0) + String(decoding: $1, as: UTF8.self)) }
    return lines
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
