/// The text of a documentation comment, paragraph by paragraph.
enum Documentation {
  /// The paragraphs that are there, each once, with an empty line between them.
  static func lines(_ paragraphs: String?...) -> [String] {
    var seen: Set<String> = []
    return join(
      paragraphs.compactMap { $0 }
        .map { DocumentationText.lines($0) }
        .filter { $0 != [""] && seen.insert($0.joined()).inserted })
  }

  /// `- Parameter name: text`, in one paragraph, as the lists of DocC have it.
  static func parameter(_ name: String, _ lines: [String]) -> String? {
    lines.isEmpty
      ? nil : "- Parameter \(name): " + lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func join(_ paragraphs: [[String]]) -> [String] {
    Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}
