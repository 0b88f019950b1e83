/// Text of a description on its way into a documentation comment.
enum DocumentationText {
  private static let space = UInt8(ascii: " ")

  /// The lines of a text, less the empty space around it: no line break of any kind, and nothing that
  /// a person cannot see, is left in them, so that no text can leave its comment.
  static func lines(_ text: String) -> [String] {
    // Most texts are one plain line, which stays as it is.
    if text.utf8.first != space, text.utf8.last != space, isPlain(text) { return [text] }
    var last: Unicode.Scalar = " "
    let lines = text.unicodeScalars.trimmed.split(omittingEmptySubsequences: false) { scalar in
      defer { last = scalar }
      return scalar.isLineBreak && (last, scalar) != ("\r", "\n")
    }
    return lines.map { line in
      let line = Substring(line)
      return isPlain(line)
        ? String(line) : String(String.UnicodeScalarView(line.unicodeScalars.compactMap(printable)))
    }
  }

  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy(\.isPrintable)
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
      let text = left.map { $0 + " " + line.drop { $0 == " " } } ?? line
      left = nil
      if text.utf8.count <= width || text.width <= width {
        wrapped.append(trimmed(text))
        continue
      }
      let indentation = continuation(of: line)
      var parts = wrap(text, width: width, continuation: indentation)
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
    return line.hasPrefix(indentation)
      && line.utf8.count - text.utf8.count == indentation.utf8.count
      && text.first.map { $0.isLetter || $0.isNumber || $0 == "`" } == true
      && !text.hasPrefix("```") && !(text.first?.isNumber == true && text.contains(". "))
  }

  private static func wrap(_ text: String, width: Int, continuation: String) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var columns = line.utf8.count
    var isEmpty = true
    for word in text.utf8.split(separator: space).lazy.map({ String(Substring($0)) }) {
      let wordWidth = word.width
      if !isEmpty, columns + 1 + wordWidth > width {
        lines.append(line)
        line = continuation
        columns = continuation.utf8.count
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += word
      columns += wordWidth + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [trimmed(line)]
  }

  private static func trimmed(_ line: String) -> String {
    guard line.utf8.last == space else { return line }
    var bytes = line.utf8[...]
    while bytes.last == space { bytes.removeLast() }
    return String(Substring(bytes))
  }
}

extension String.UnicodeScalarView {
  /// Less the white space at its start and end.
  fileprivate var trimmed: Substring.UnicodeScalarView {
    var rest = self[...].drop(while: \.properties.isWhitespace)
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension Unicode.Scalar {
  /// Whether it ends a line, to Swift or to anyone else (Unicode §5.8).
  fileprivate var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
