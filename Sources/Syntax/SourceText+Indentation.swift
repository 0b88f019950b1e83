extension SourceText {
  /// The bytes with spaces for what else the eye takes for them: tabs in a line that has nothing
  /// else, which is a comment (YAML 1.2.2 §6.6), and no-break spaces before the text of a line,
  /// which are told of. Nil where there are none. All stays in its line and column.
  func withSpaces(_ found: inout [Diagnostic]) -> [UInt8]? {
    var spaced: [UInt8] = []
    var isChanged = false
    var start = 0
    while start < bytes.count {
      let text = indentationEnd(from: start)
      let end = bytes[text...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let noBreak = bytes[start..<text].firstIndex(of: 0xC2)
      if let noBreak, text < end, !isChanged {
        found.append(
          Diagnostic(
            "found a no-break space in the indentation, expected spaces; it is read as one",
            severity: .warning, at: place(atOffset: noBreak)))
      }
      if noBreak != nil || text == end && bytes[start..<text].contains(UInt8(ascii: "\t")) {
        isChanged = true
        spaced += bytes[start..<text].lazy.filter { !$0.isContinuation }.map {
          $0 == UInt8(ascii: "\t") && text < end ? $0 : UInt8(ascii: " ")
        }
      } else {
        spaced += bytes[start..<text]
      }
      let next = min(end + 1, bytes.count)
      spaced += bytes[text..<next]
      start = next
    }
    return isChanged ? spaced : nil
  }

  /// The end of the spaces, tabs and no-break spaces from an offset on.
  private func indentationEnd(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case 0xC2 where bytes[offset + 1] == 0xA0: offset += 2
      default: return offset
      }
    }
    return offset
  }
}
