/// Lays code out in lines of at most 100 columns, as `swift format` does with its defaults.
struct Renderer {
  static let lineLength = 100

  private let items: [Code.Item]
  private let text: [UInt8]
  /// The next item, and where the text of the next line begins.
  private var position = 0
  private var offset = 0
  /// What is written so far, in UTF-8, less the end of the last line.
  private var output: [UInt8] = []
  /// What stands before the next line.
  private var prefix = ""
  /// Whether an empty line may come next: neither at the start of a block nor after another.
  private var mayBeEmpty = false

  /// The text, in UTF-8.
  static func text(of code: Code) -> [UInt8] {
    var renderer = Renderer(code)
    while renderer.position < renderer.items.count { renderer.render(0) }
    renderer.write("\n")
    return renderer.output
  }

  private init(_ code: Code) {
    items = code.items
    text = code.text
    output.reserveCapacity(text.count + text.count / 2)
  }

  /// Adds the next item on as many lines as it takes.
  private mutating func render(_ indent: Int) {
    let item = items[position]
    if item.mark.hasOneLine, item.width <= columns(indent) {
      startLine(indent)
      return writeItem()
    }
    position += 1
    switch item.mark {
    case .endOfGroup: break
    case .line: line(item, indent)
    case .indented: group(indent + 1)
    case .block: block(indent)
    case .call:
      let opening = line()
      call(opening, item.width - opening.width - 2, indent)
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
  ///
  /// - Parameter width: What the arguments take on one line.
  private mutating func call(_ opening: String, _ width: Int, _ indent: Int) {
    // Even what stands before the arguments may be too long; a generic type is broken in itself.
    if opening.width > Self.lineLength - 2 * indent - 1, !opening.contains("<"),
      let equals = opening.range(of: " = ")
    {
      add(opening[..<equals.lowerBound] + " =", indent)
      let rest = String(opening[equals.upperBound...])
      if rest.width + 2 + width > columns(indent + 1) { return call(rest, width, indent + 1) }
      startLine(indent + 1)
      write(rest + "(")
      writeGroup(between: ",", " ")
      return sign(")")
    }
    generic(opening + "(", indent)
    if width <= columns(indent + 1) {
      startLine(indent + 1)
      writeGroup(between: ",", " ")
    } else {
      lines(indent + 1)
    }
    sign(")")
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
    if lines(indent + 1) > 1 { sign(",") }
    add("]", indent)
  }

  /// A line for each item of the group, with a comma after all but the last. Returns how many.
  @discardableResult
  private mutating func lines(_ indent: Int) -> Int {
    var count = 0
    while !endsGroup() {
      if count > 0 { sign(",") }
      render(indent)
      count += 1
    }
    return count
  }

  private mutating func prefixed(_ indent: Int) {
    prefix += line()
    // Even what would fit without the prefix is broken.
    if items[position].mark == .list {
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
    var endsInQuote = false
    while !endsGroup() {
      for var piece in line().literalPieces {
        // One quote ends nothing here.
        if piece == "\\\"", !endsInQuote { piece = "\"" }
        endsInQuote = piece == "\""
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
    while !endsGroup() { lines.append(next()) }
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
  /// Goes past the end of a group, where that is next.
  private mutating func endsGroup() -> Bool {
    guard items[position].mark == .endOfGroup else { return false }
    position += 1
    return true
  }

  /// Goes past a line.
  private mutating func next() -> ArraySlice<UInt8> {
    let start = offset
    offset = items[position].end
    position += 1
    return text[start..<offset]
  }

  private mutating func line() -> String {
    String(decoding: next(), as: UTF8.self)
  }

  /// Adds a line that has been gone past.
  private mutating func line(_ item: Code.Item, _ indent: Int) {
    if item.end == offset {
      if mayBeEmpty { sign("\n") }
      mayBeEmpty = false
      return
    }
    startLine(indent)
    output.append(contentsOf: text[offset..<item.end])
    offset = item.end
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

  /// Writes one character of ASCII.
  private mutating func sign(_ character: Unicode.Scalar) {
    output.append(UInt8(ascii: character))
  }
}

/// Code on one line.
extension Renderer {
  /// How many columns there are for a line. Two are left for what follows: ` {` or a comma.
  private func columns(_ indent: Int) -> Int {
    Self.lineLength - 2 - 2 * indent
  }

  /// Writes the next item on the line that has been started.
  private mutating func writeItem() {
    let mark = items[position].mark
    if mark == .line { return output.append(contentsOf: next()) }
    position += 1
    switch mark {
    case .call:
      writeItem()
      sign("(")
      writeGroup(between: ",", " ")
      sign(")")
    case .declaration:
      writeItem()
      let closing = next()
      sign("(")
      writeGroup(between: ",", " ")
      sign(")")
      output.append(contentsOf: closing)
    case .list:
      sign("[")
      writeGroup(between: ",", " ")
      sign("]")
    case .literal:
      sign("\"")
      writeGroup()
      sign("\"")
    case .halves: writeGroup(between: " ")
    case .prefixed, .indented: writeGroup()
    case .line, .endOfGroup, .block, .documentation: break
    }
  }

  /// Writes the rest of a group with one or two characters between its items.
  private mutating func writeGroup(
    between first: Unicode.Scalar? = nil, _ second: Unicode.Scalar? = nil
  ) {
    var isFirst = true
    while !endsGroup() {
      if let first, !isFirst { sign(first) }
      if let second, !isFirst { sign(second) }
      isFirst = false
      writeItem()
    }
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
