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
    let paragraphs = lines.split(separator: "").map { $0.joined(separator: " ") }
    guard let last = paragraphs.last else { return nil }
    let sentences = paragraphs.dropLast().map { $0.last?.isPunctuation == true ? $0 : $0 + "." }
    return "- Parameter \(name): " + (sentences + [last]).joined(separator: " ")
  }

  static func join(_ paragraphs: [[String]]) -> [String] {
    Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}
