import Syntax

/// Text of a description on its way into a documentation comment.
enum DocumentationText {
  /// UTF-8.
  typealias Bytes = ArraySlice<UInt8>

  private static let space = UInt8(ascii: " ")

  /// The lines of a text, less the empty space around it: no line break of any kind, and nothing
  /// that a person cannot see, is left in them, so that no text can leave its comment.
  static func lines(_ text: String) -> [String] {
    if isPlainLine(text) { return [text] }
    let text = text.contains(UInt8(ascii: "<")) ? HTMLText.markdown(text) : text
    if text.utf8.first != space, text.utf8.last != space, isPlain(text) {
      return [withoutDirectives(text)]
    }
    return split(Array(String(text.unicodeScalars.trimmed).utf8)).map { line in
      if isPlain(line) || line.unicodeScalars.allSatisfy(\.isPrintable) {
        return withoutDirectives(line)
      }
      let scalars = line.unicodeScalars.compactMap(printable)
      return withoutDirectives(String(String.UnicodeScalarView(scalars)))
    }
  }

  /// Whether a text is one line that stays as it is, as most are: no tags, code or directives.
  private static func isPlainLine(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, first != space, first != UInt8(ascii: "@"), bytes.last != space
      else { return false }
      return bytes.allSatisfy {
        $0.isPrintable && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "`")
      }
    } ?? false
  }

  /// A line of Markdown without what only DocC has: `@` at its start is a directive, and the line
  /// is gone; two backticks around a word are a link to a symbol, where others write code so.
  private static func withoutDirectives(_ line: String) -> String {
    if line.utf8.first(where: { $0 != space }) == UInt8(ascii: "@") {
      return line.prefix { $0 == " " } + "\\" + withoutLinks(line.drop { $0 == " " })
    }
    return hasTwoBackticks(line) ? withoutLinks(line[...]) : line
  }

  private static func withoutLinks(_ text: Substring) -> String {
    text.contains("```") ? String(text) : String(text.replacing("``", with: "`"))
  }

  /// Byte by byte: to search thousands of lines for a text takes long.
  private static func hasTwoBackticks(_ line: String) -> Bool {
    line.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.dropFirst().contains {
        bytes[$0] == UInt8(ascii: "`") && bytes[$0 - 1] == UInt8(ascii: "`")
      }
    } ?? true
  }

  /// The lines of a text in UTF-8, whatever they end with.
  private static func split(_ text: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    var end = 0
    while end < text.count {
      let length = lengthOfLineBreak(text, at: end)
      if length > 0 {
        lines.append(String(decoding: text[start..<end], as: UTF8.self))
        start = end + length
      }
      end += max(length, 1)
    }
    return lines + [String(decoding: text[start...], as: UTF8.self)]
  }

  /// How many bytes end a line there, to Swift or to anyone else (Unicode §5.8); 0 where none does.
  private static func lengthOfLineBreak(_ text: [UInt8], at index: Int) -> Int {
    switch text[index] {
    case 0x0D: return text[index...].starts(with: [0x0D, 0x0A]) ? 2 : 1
    case 0x0A...0x0C: return 1
    case 0xC2: return text[index...].starts(with: [0xC2, 0x85]) ? 2 : 0
    case 0xE2:
      let rest = text[index...]
      return rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: return 0
    }
  }

  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(\.isPrintable) } ?? false
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar == "\t" ? " " : scalar.isPrintable ? scalar : nil }
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    return scalar.isPrintable ? scalar : nil
  }

  /// Gives lines no wider than a width, broken at spaces, each after the spaces that it begins
  /// with. What is left of a line goes on into the next one of its paragraph, and the rest of a
  /// list item stays indented under it. Code stays as it is, which is there to be copied, and so
  /// does the row of a table, which is one line.
  static func wrap(_ lines: [Bytes], width: Int, _ add: (_ indentation: Int, Bytes) -> Void) {
    var left: Bytes = []
    var code = CodeBlocks()
    for (index, line) in lines.enumerated() {
      if code.take(line, before: lines[(index + 1)...]) {
        add(0, trimmed(line))
        continue
      }
      let text = left.isEmpty ? line : left + [space] + line.drop { $0 == space }
      left = []
      if text.count <= width || text.width <= width || text.isTableRow {
        add(0, trimmed(text))
        continue
      }
      let indentation = continuation(of: line)
      let (last, isFirst) = wrap(singleSpaced(text), width, indentation, add)
      if !isFirst, index + 1 < lines.count, continues(lines[index + 1], indentation) {
        left = Bytes(repeating: space, count: indentation) + last
      } else {
        add(isFirst ? 0 : indentation, last)
      }
    }
  }

  /// How many spaces the lines of a paragraph begin with that begins with this line.
  private static func continuation(of line: Bytes) -> Int {
    let text = line.drop { $0 == space }
    return line.count - text.count + (text.isListItem ? 2 : 0)
  }

  /// Whether a line is more of the paragraph above it: words, and no item, heading, table or code.
  private static func continues(_ line: Bytes, _ indentation: Int) -> Bool {
    let text = line.drop { $0 == space }
    let first = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
    guard let first, line.count - text.count == indentation else { return false }
    let isNumber = first.properties.numericType != nil
    return (first.properties.isAlphabetic || isNumber || first == "`")
      && !text.starts(with: "```".utf8)
      && !(isNumber && String(decoding: text, as: UTF8.self).contains(". "))
  }

  /// Gives all lines of a text but the last, which is returned, and whether it is the only one.
  private static func wrap(
    _ text: Bytes, _ width: Int, _ indentation: Int, _ add: (Int, Bytes) -> Void
  ) -> (last: Bytes, isFirst: Bool) {
    var line = text.startIndex..<text.startIndex
    var columns = 0
    var isFirst = true
    var end = text.startIndex
    while let start = (end..<text.endIndex).first(where: { text[$0] != space }) {
      end = (start..<text.endIndex).first { text[$0] == space } ?? text.endIndex
      let wordWidth = text[start..<end].width
      // The first word stands after the spaces that the text begins with, any other after one.
      if !line.isEmpty, columns + 1 + wordWidth > width {
        add(isFirst ? 0 : indentation, text[line])
        isFirst = false
        line = start..<end
        columns = indentation + wordWidth
      } else {
        columns += start - line.upperBound + wordWidth
        line = line.lowerBound..<end
      }
    }
    return (text[line], isFirst)
  }

  /// A text with one space between its words, after those that it begins with.
  private static func singleSpaced(_ text: Bytes) -> Bytes {
    let words = text.drop { $0 == space }
    let isSpaced = words.indices.dropFirst().contains {
      words[$0] == space && words[$0 - 1] == space
    }
    guard isSpaced else { return text }
    return text.prefix(text.count - words.count)
      + words.split(separator: space).joined(separator: [space])
  }

  private static func trimmed(_ line: Bytes) -> Bytes {
    let end = line.lastIndex { $0 != space }.map { $0 + 1 }
    return line[..<(end ?? line.startIndex)]
  }
}

extension ArraySlice<UInt8> {
  /// Whether it begins with what the item of a list does that has no numbers.
  var isListItem: Bool { ["- ", "* ", "+ "].contains { starts(with: $0.utf8) } }

  /// Whether it is the row of a table, which nearly all begin with a bar (GFM 0.29 §4.10).
  fileprivate var isTableRow: Bool { first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|") }

  /// How many columns a text takes: one for each character.
  var width: Int {
    allSatisfy { $0 < 0x80 } ? count : String(decoding: self, as: UTF8.self).count
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
