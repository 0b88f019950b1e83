import Foundation

/// Text of a description on its way into a documentation comment.
enum DocumentationText {
  /// The lines of a text: no line break of any kind, and nothing that a person cannot see, is left
  /// in them, so that no text can leave its comment.
  static func lines(_ text: String) -> [String] {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
      .components(separatedBy: .newlines)
      .map { line in
        String(String.UnicodeScalarView(line.unicodeScalars.compactMap(printable)))
      }
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar == "\t" ? " " : scalar.isPrintable ? scalar : nil }
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    return scalar.isPrintable ? scalar : nil
  }

  /// Lines no wider than a width, broken at spaces. What is left of a line goes on into the next one
  /// of its paragraph, and the rest of a list item stays indented under it.
  static func wrapped(_ lines: [String], width: Int) -> [String] {
    var wrapped: [String] = []
    var left: String?
    for (index, line) in lines.enumerated() {
      let indentation = continuation(of: line)
      var line = line
      if let words = left { line = words + " " + line.drop { $0 == " " } }
      left = nil
      var parts = wrap(line, width: width, continuation: indentation)
      if parts.count > 1, index + 1 < lines.count, continues(lines[index + 1], indentation) {
        left = parts.removeLast()
      }
      wrapped += parts
    }
    return wrapped
  }

  /// How far the lines of a paragraph are indented that begins with this line.
  private static func continuation(of line: String) -> String {
    let indentation = line.prefix { $0 == " " }
    let isItem = ["- ", "* ", "+ "].contains { line.dropFirst(indentation.count).hasPrefix($0) }
    return indentation + (isItem ? "  " : "")
  }

  /// Whether a line is more of the paragraph above it: words, and no item, heading, table or code.
  private static func continues(_ line: String, _ indentation: String) -> Bool {
    let text = line.drop { $0 == " " }
    return line.hasPrefix(indentation) && line.count - text.count == indentation.count
      && text.first.map { $0.isLetter || $0.isNumber || $0 == "`" } == true
      && !text.hasPrefix("```") && !(text.first?.isNumber == true && text.contains(". "))
  }

  private static func wrap(_ line: String, width: Int, continuation: String) -> [String] {
    guard !line.hasAtMost(width) else { return [trimmed(line)] }
    var lines: [String] = []
    var current = String(line.prefix { $0 == " " })
    var isEmpty = true
    for word in line.split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        current = continuation
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [trimmed(current)]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
