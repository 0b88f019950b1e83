import Syntax

/// The text of a documentation comment, paragraph by paragraph.
enum Documentation {
  /// The lines of a text; none where there is no text, or nothing in it. Mostly there is one alone,
  /// and no list of paragraphs has to be made.
  static func lines(_ text: String?) -> [String] {
    guard let text else { return [] }
    let lines = DocumentationText.lines(text)
    return lines == [""] ? [] : lines
  }

  /// The paragraphs that are there, each once, with an empty line between them.
  static func lines(_ paragraphs: String?...) -> [String] {
    var written: [[String]] = []
    for paragraph in paragraphs {
      let lines = lines(paragraph)
      if !lines.isEmpty, !written.contains(lines) { written.append(lines) }
    }
    return join(written)
  }

  static func saying(default node: Node) -> String {
    let value = node.text ?? node.json
    return value.isEmpty ? "Default: empty." : "Default: `\(value)`."
  }

  static func join(_ paragraphs: [[String]]) -> [String] {
    var lines: [String] = []
    if paragraphs.count == 1 { return paragraphs[0] }
    for paragraph in paragraphs where !paragraph.isEmpty {
      lines += lines.isEmpty ? paragraph : [""] + paragraph
    }
    return lines
  }
}
