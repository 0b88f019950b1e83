/// The text of a documentation comment, paragraph by paragraph.
enum Documentation {
  /// The lines of a text; none where there is no text, or nothing in it.
  static func lines(_ text: String?) -> [String] {
    guard let text else { return [] }
    let lines = DocumentationText.lines(text)
    return lines == [""] ? [] : lines
  }

  /// The paragraphs that are there, each once, with an empty line between them.
  static func lines(_ paragraphs: String?...) -> [String] {
    var written: [[String]] = []
    for case let text? in paragraphs {
      let lines = DocumentationText.lines(text)
      if lines != [""], !written.contains(lines) { written.append(lines) }
    }
    return join(written)
  }

  static func saying(default value: String) -> String {
    value.isEmpty ? "Default: empty." : "Default: `\(value)`."
  }

  /// A parameter of a function: what the description says of it, or else a default.
  typealias Parameter = (name: String, lines: [String], otherwise: String)

  /// A line for each parameter, if the description says something of any: DocC warns of gaps.
  static func parameters(_ parameters: [Parameter]) -> [String] {
    let described = parameters.map { parameter($0.name, $0.lines) }
    guard described.contains(where: { $0 != nil }) else { return [] }
    return zip(parameters, described).map { $1 ?? "- Parameter \($0.name): \($0.otherwise)" }
  }

  /// `- Parameter name: text`, in one paragraph, as the lists of DocC have it.
  private static func parameter(_ name: String, _ lines: [String]) -> String? {
    if lines.count < 2 { return lines.first.map { "- Parameter \(name): \($0)" } }
    let paragraphs = lines.split(separator: "").map { $0.joined(separator: " ") }
    guard let last = paragraphs.last else { return nil }
    let sentences = paragraphs.dropLast().map { $0.last?.isPunctuation == true ? $0 : $0 + "." }
    return "- Parameter \(name): " + (sentences + [last]).joined(separator: " ")
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
