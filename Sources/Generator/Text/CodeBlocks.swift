/// Tells which lines of a text in Markdown are code, one after the other.
struct CodeBlocks {
  private static let space = UInt8(ascii: " ")

  /// What the code began with that is being read; empty outside of code between fences.
  private var fence: ArraySlice<UInt8> = []
  /// Whether a fence was found that nothing closes: then none counts any more, since it was meant
  /// for less than the whole rest.
  private var isUnclosed = false
  /// Whether what is indented may be more of the item of a list.
  private var isInList = false
  /// Whether what is indented is no more of a paragraph: after an empty line, or after code.
  private var mayBeIndented = true

  /// Whether the next line is code, or the fence of it (CommonMark 0.31 §4.4, §4.5).
  mutating func take(
    _ line: ArraySlice<UInt8>, before others: ArraySlice<ArraySlice<UInt8>>
  ) -> Bool {
    let text = line.drop { $0 == Self.space }
    guard let first = text.first else {
      mayBeIndented = true
      return !fence.isEmpty
    }
    if !fence.isEmpty {
      if Self.closes(line, fence) { fence = [] }
      return true
    }
    let run = text.prefix { $0 == first }
    let isTicks = first == UInt8(ascii: "`")
    // With another backtick it is code within a line.
    if !isUnclosed, run.count >= 3, isTicks || first == UInt8(ascii: "~"),
      !isTicks || !text[run.endIndex...].contains(first)
    {
      isUnclosed = !others.contains { Self.closes($0, run) }
      if !isUnclosed { fence = run }
    }
    if !fence.isEmpty { return true }
    return isIndented(text, by: line.count - text.count)
  }

  private static func closes(_ line: ArraySlice<UInt8>, _ fence: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == space }
    return text.starts(with: fence) && text.allSatisfy { $0 == fence.first || $0 == space }
  }

  /// Code that is indented stands after an empty line, and in no list.
  private mutating func isIndented(_ text: ArraySlice<UInt8>, by indentation: Int) -> Bool {
    let isCode = mayBeIndented && !isInList && indentation >= 4
    if !isCode {
      let isItem = text.isListItem || text.isNumberedItem
      isInList = isItem || isInList && (indentation > 0 || !mayBeIndented)
    }
    mayBeIndented = isCode
    return isCode
  }
}

extension ArraySlice<UInt8> {
  /// Whether it begins with a number and a point or a parenthesis.
  fileprivate var isNumberedItem: Bool {
    let rest = drop { $0 &- 0x30 < 10 }
    return rest.count < count && (rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8))
  }
}
