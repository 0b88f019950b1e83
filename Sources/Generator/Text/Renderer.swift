/// Lays code out in lines of at most 100 columns, as `swift format` does with its defaults.
struct Renderer {
  static let lineLength = 100

  private let code: [UInt8]
  /// Where the next item of the code begins.
  private var position = 0
  /// What is written so far, in UTF-8, less the end of the last line.
  private var output: [UInt8] = []
  /// What stands before the next line.
  private var prefix = ""
  /// Whether an empty line may come next: neither at the start of a block nor after another.
  private var mayBeEmpty = false

  static func text(of code: Code) -> String {
    var renderer = Renderer(code: code.bytes)
    renderer.output.reserveCapacity(code.bytes.count)
    while renderer.position < code.bytes.count { renderer.render(0) }
    renderer.write("\n")
    return String(decoding: renderer.output, as: UTF8.self)
  }

  private init(code: [UInt8]) {
    // So that a text always ends at a mark.
    self.code = code + [Code.Mark.endOfGroup.rawValue]
  }

  /// Adds the next item on as many lines as it takes.
  private mutating func render(_ indent: Int) {
    let mark = mark
    if mark.hasOneLine, addOnOneLine(indent, { $0.write(columns: &$1) }) { return }
    position += 1
    switch mark {
    case .endOfGroup: break
    case .line: line(indent)
    case .indented: group(indent + 1)
    case .block: block(indent)
    case .call: call(line(), indent)
    case .declaration: declaration(line(), closing: line(), indent)
    case .list: elements(indent)
    case .prefixed: prefixed(indent)
    case .halves: group(indent)
    case .literal: literal(indent)
    case .documentation: documentation(indent)
    }
  }

  /// Adds the rest of a group, each item on lines of its own.
  private mutating func group(_ indent: Int) {
    while !endsGroup() { render(indent) }
  }

  private mutating func block(_ indent: Int) {
    render(indent)
    if endsGroup() { return write(" {}") }
    if output.last != UInt8(ascii: "{") { write(" {") }
    mayBeEmpty = false
    group(indent + 1)
    add("}", indent)
  }

  /// A call whose arguments come next: on one line, or with all its arguments on the next, or with a
  /// line for each of them.
  private mutating func call(_ opening: String, _ indent: Int) {
    // Even what stands before the arguments may be too long; a generic type is broken in itself.
    if opening.width > Self.lineLength - 2 * indent - 1, !opening.contains("<"),
      let equals = opening.range(of: " = ")
    {
      add(opening[..<equals.lowerBound] + " =", indent)
      let rest = String(opening[equals.upperBound...])
      let fits = addOnOneLine(indent + 1) { $0.writeCall(rest, columns: &$1) }
      return fits ? () : call(rest, indent + 1)
    }
    generic(opening + "(", indent)
    if !addOnOneLine(indent + 1, { $0.writeGroup(", ", columns: &$1) }) { lines(indent + 1) }
    write(")")
  }

  private mutating func declaration(_ opening: String, closing: String, _ indent: Int) {
    if endsGroup() {
      // With nothing between the parentheses the arrow goes below, and then the brace does too.
      add(opening + "()", indent)
      generic(String(closing.drop { $0 == " " }), indent + 1)
      return add("{", indent)
    }
    generic(opening + "(", indent)
    lines(indent + 1)
    generic(")" + closing, indent)
  }

  /// A line that may end in the generic arguments of a type, which are broken where it is too long.
  private mutating func generic(_ line: String, _ indent: Int) {
    guard line.width > columns(indent), let open = line.firstIndex(of: "<"),
      let close = line.lastIndex(of: ">")
    else { return add(line, indent) }
    add(String(line[...open]), indent)
    add(String(line[line.index(after: open)..<close]), indent + 1)
    add(String(line[close...]), indent)
  }

  private mutating func elements(_ indent: Int) {
    add("[", indent)
    // One element has no comma after it, as swift-format has it.
    if lines(indent + 1) > 1 { write(",") }
    add("]", indent)
  }

  /// A line for each item of the group, with a comma after all but the last. Returns how many.
  @discardableResult
  private mutating func lines(_ indent: Int) -> Int {
    var count = 0
    while !endsGroup() {
      if count > 0 { write(",") }
      render(indent)
      count += 1
    }
    return count
  }

  private mutating func prefixed(_ indent: Int) {
    prefix += line()
    // Even what would fit without the prefix is broken.
    if mark == .list {
      position += 1
      elements(indent)
    }
    group(indent)
  }

  /// A literal that is too long for a line is broken with a backslash at the end of each.
  private mutating func literal(_ indent: Int) {
    add("\"\"\"", indent)
    startLine(indent)
    var columns = 2 * indent
    while !endsGroup() {
      for piece in line().literalPieces {
        let width = piece.width
        if columns + width + 1 > Self.lineLength, columns > 2 * indent {
          write("\\")
          startLine(indent)
          columns = 2 * indent
        }
        write(piece)
        columns += width
      }
    }
    add("\"\"\"", indent)
  }

  private mutating func documentation(_ indent: Int) {
    var lines: [ArraySlice<UInt8>] = []
    while !endsGroup() {
      position += 1
      lines.append(text().bytes)
    }
    DocumentationText.wrap(lines, width: Self.lineLength - 2 * indent - 4) {
      startLine(indent)
      write($1.isEmpty ? "///" : "/// ")
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: $0))
      output.append(contentsOf: $1)
    }
  }
}

/// Reading the code, and writing lines.
extension Renderer {
  /// The mark at `position`, where an item begins or a group ends.
  private var mark: Code.Mark {
    Code.Mark(rawValue: code[position]) ?? .endOfGroup
  }

  /// Goes past the end of a group, where that is next.
  private mutating func endsGroup() -> Bool {
    guard code[position] == Code.Mark.endOfGroup.rawValue else { return false }
    position += 1
    return true
  }

  /// Goes past a text, which the next mark ends.
  private mutating func text() -> (bytes: ArraySlice<UInt8>, isASCII: Bool) {
    var end = position
    var bits: UInt8 = 0
    while code[end] < Code.Mark.line.rawValue {
      bits |= code[end]
      end += 1
    }
    defer { position = end }
    return (code[position..<end], bits < 0x80)
  }

  /// Goes past a line.
  private mutating func line() -> String {
    position += 1
    return String(decoding: text().bytes, as: UTF8.self)
  }

  /// Adds a line whose text is next.
  private mutating func line(_ indent: Int) {
    let text = text().bytes
    if text.isEmpty {
      if mayBeEmpty { write("\n") }
      mayBeEmpty = false
      return
    }
    startLine(indent)
    output.append(contentsOf: text)
  }

  private mutating func add(_ text: String, _ indent: Int) {
    startLine(indent)
    write(text)
  }

  private mutating func startLine(_ indent: Int) {
    if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    mayBeEmpty = true
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    guard !prefix.isEmpty else { return }
    write(prefix)
    prefix = ""
  }

  private mutating func write(_ text: String) {
    output.append(utf8Of: text)
  }
}

/// Code on one line.
extension Renderer {
  /// How many columns there are for a line. Two are left for what follows: ` {` or a comma.
  private func columns(_ indent: Int) -> Int {
    Self.lineLength - 2 - 2 * indent
  }

  /// Adds a line that something writes, or takes back what it has written where it fails.
  private mutating func addOnOneLine(
    _ indent: Int, _ writing: (inout Self, inout Int) -> Bool
  ) -> Bool {
    let before = (position: position, length: output.count, prefix: prefix)
    startLine(indent)
    var columns = columns(indent)
    if writing(&self, &columns) { return true }
    position = before.position
    output.removeLast(output.count - before.length)
    prefix = before.prefix
    return false
  }

  /// Writes the next item on the line that has been started. False where it has more than one line,
  /// or takes more columns than there are left.
  private mutating func write(columns: inout Int) -> Bool {
    let mark = mark
    position += 1
    switch mark {
    case .line: return writeText(columns: &columns)
    case .call:
      return write(columns: &columns) && write("(", &columns)
        && writeGroup(", ", columns: &columns) && write(")", &columns)
    case .declaration:
      guard write(columns: &columns) else { return false }
      let closing = line()
      return write("(", &columns) && writeGroup(", ", columns: &columns)
        && write(")", &columns) && write(closing, columns: &columns)
    case .list:
      return write("[", &columns) && writeGroup(", ", columns: &columns)
        && write("]", &columns)
    case .literal:
      return write("\"", &columns) && writeGroup("", columns: &columns)
        && write("\"", &columns)
    case .halves: return writeGroup(" ", columns: &columns)
    case .prefixed, .indented: return writeGroup("", columns: &columns)
    case .endOfGroup, .block, .documentation: return false
    }
  }

  private mutating func writeCall(_ opening: String, columns: inout Int) -> Bool {
    write(opening, columns: &columns) && write("(", &columns)
      && writeGroup(", ", columns: &columns) && write(")", &columns)
  }

  /// Writes the rest of a group with something between its items.
  private mutating func writeGroup(_ separator: String, columns: inout Int) -> Bool {
    var isFirst = true
    while !endsGroup() {
      if !isFirst, !separator.isEmpty, !write(separator, columns: &columns) { return false }
      isFirst = false
      if !write(columns: &columns) { return false }
    }
    return true
  }

  private mutating func writeText(columns: inout Int) -> Bool {
    let (bytes, isASCII) = text()
    columns -= isASCII ? bytes.count : bytes.width
    guard columns >= 0 else { return false }
    output.append(contentsOf: bytes)
    return true
  }

  private mutating func write(_ character: Unicode.Scalar, _ columns: inout Int) -> Bool {
    columns -= 1
    output.append(UInt8(ascii: character))
    return columns >= 0
  }

  private mutating func write(_ text: String, columns: inout Int) -> Bool {
    columns -= text.width
    guard columns >= 0 else { return false }
    write(text)
    return true
  }
}

extension Code.Mark {
  /// Whether what it marks may be written on one line.
  fileprivate var hasOneLine: Bool {
    switch self {
    case .call, .declaration, .list, .prefixed, .halves, .literal: true
    case .line, .endOfGroup, .indented, .block, .documentation: false
    }
  }
}

extension String {
  /// How many columns it takes: one for each character.
  var width: Int { isASCII ? utf8.count : count }

  /// Whether it has no other characters, so that each of them is a byte.
  var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? false
  }
}
