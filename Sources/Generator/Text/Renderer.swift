/// Lays code out in lines of at most 100 columns, as `swift format` does with its defaults.
struct Renderer {
  static let lineLength = 100

  /// What is written so far, in UTF-8, less the end of the last line.
  private var output: [UInt8] = []
  /// What stands before the next line.
  private var prefix = ""

  static func text(of code: Code) -> String {
    var renderer = Renderer()
    renderer.render(code, indent: 0)
    renderer.write("\n")
    return String(decoding: renderer.output, as: UTF8.self)
  }

  private mutating func render(_ code: Code, indent: Int) {
    switch code {
    case .line(let text):
      add(text, indent)
    case .halves(let first, let second, let step):
      if addOnOneLine(code, indent) { return }
      add(first, indent)
      render(second, indent: indent + step)
    case .sequence(let parts):
      for part in parts { render(part, indent: indent) }
    case .indented(let code):
      render(code, indent: indent + 1)
    case .paragraphs(let parts):
      paragraphs(parts, indent)
    case .block(let opening, let body):
      render(opening, indent: indent)
      guard !body.isNothing else { return write(" {}") }
      if output.last != UInt8(ascii: "{") { write(" {") }
      render(body, indent: indent + 1)
      add("}", indent)
    case .call(let opening, let arguments, let closing):
      call(code, opening, arguments, closing, indent)
    case .declaration(let opening, let parameters, let closing):
      declaration(code, opening, parameters, closing, indent)
    case .list(let items):
      if !addOnOneLine(code, indent) { elements(items, indent) }
    case .prefixed(let prefix, let code):
      prefixed(prefix, code, indent)
    case .branches(let opening, let cases):
      add(opening + " {", indent)
      render(cases, indent: indent)
      add("}", indent)
    case .literal(let pieces):
      if !addOnOneLine(code, indent) { literal(pieces, indent) }
    case .documentation(let text):
      for line in DocumentationText.wrapped(text, width: Self.lineLength - 2 * indent - 4) {
        startLine(indent)
        write(line.isEmpty ? "///" : "/// ")
        write(line)
      }
    }
  }

  private mutating func add(_ text: String, _ indent: Int) {
    startLine(indent)
    write(text)
  }

  private mutating func startLine(_ indent: Int) {
    if !output.isEmpty { write("\n") }
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    guard !prefix.isEmpty else { return }
    write(prefix)
    prefix = ""
  }

  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private mutating func paragraphs(_ parts: [Code], _ indent: Int) {
    var isFirst = true
    for part in parts where !part.isNothing {
      if !isFirst { write("\n") }
      isFirst = false
      render(part, indent: indent)
    }
  }

  /// A call on one line, or with all its arguments on the next, or with a line for each of them.
  private mutating func call(
    _ code: Code, _ opening: String, _ arguments: [Code], _ closing: String, _ indent: Int
  ) {
    if addOnOneLine(code, indent) { return }
    // Even what stands before the arguments may be too long; a generic type is broken in itself.
    if opening.width > Self.lineLength - 2 * indent - 1, !opening.contains("<"),
      let equals = opening.range(of: " = ")
    {
      add(opening[..<equals.lowerBound] + " =", indent)
      let rest = Code.call(
        opening: String(opening[equals.upperBound...]), arguments: arguments, closing: closing)
      return render(rest, indent: indent + 1)
    }
    generic(opening + "(", indent)
    if !addOnOneLine(indent + 1, { $0.write(arguments, columns: &$1) }) {
      lines(arguments, indent + 1)
    }
    write(")" + closing)
  }

  private mutating func declaration(
    _ code: Code, _ opening: String, _ parameters: [Code], _ closing: String, _ indent: Int
  ) {
    if addOnOneLine(code, indent) { return }
    if parameters.isEmpty {
      // With nothing between the parentheses the arrow goes below, and then the brace does too.
      add(opening + "()", indent)
      generic(String(closing.drop { $0 == " " }), indent + 1)
      return add("{", indent)
    }
    generic(opening + "(", indent)
    lines(parameters, indent + 1)
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

  private mutating func elements(_ items: [Code], _ indent: Int) {
    add("[", indent)
    lines(items, indent + 1)
    // One element has no comma after it, as swift-format has it.
    if items.count > 1 { write(",") }
    add("]", indent)
  }

  /// A line for each, with a comma after all but the last.
  private mutating func lines(_ items: [Code], _ indent: Int) {
    for (index, item) in items.enumerated() {
      if index > 0 { write(",") }
      render(item, indent: indent)
    }
  }

  private mutating func prefixed(_ text: String, _ code: Code, _ indent: Int) {
    if addOnOneLine(.prefixed(text, code), indent) { return }
    prefix += text
    // Even what would fit without the prefix is broken.
    if case .list(let items) = code {
      elements(items, indent)
    } else {
      render(code, indent: indent)
    }
  }

  /// A literal that is too long for a line is broken with a backslash at the end of each.
  private mutating func literal(_ pieces: [String], _ indent: Int) {
    add("\"\"\"", indent)
    startLine(indent)
    var columns = 2 * indent
    for piece in pieces.lazy.flatMap(\.literalPieces) {
      let width = piece.width
      if columns + width + 1 > Self.lineLength, columns > 2 * indent {
        write("\\")
        startLine(indent)
        columns = 2 * indent
      }
      write(piece)
      columns += width
    }
    add("\"\"\"", indent)
  }
}

/// Code on one line.
extension Renderer {
  /// How many columns there are for a line. Two are left for what follows: ` {` or a comma.
  private func columns(_ indent: Int) -> Int {
    Self.lineLength - 2 - 2 * indent
  }

  /// Adds the code on one line, where it has one and that is not too long.
  private mutating func addOnOneLine(_ code: Code, _ indent: Int) -> Bool {
    addOnOneLine(indent) { $0.write(code, columns: &$1) }
  }

  /// Adds a line that something writes, or takes back what it has written where it fails.
  private mutating func addOnOneLine(
    _ indent: Int, _ writing: (inout Self, inout Int) -> Bool
  ) -> Bool {
    let before = (length: output.count, prefix: prefix)
    startLine(indent)
    var columns = columns(indent)
    if writing(&self, &columns) { return true }
    output.removeLast(output.count - before.length)
    prefix = before.prefix
    return false
  }

  /// Writes code on the line that has been started. False where it has more than one line, or takes
  /// more columns than there are left.
  private mutating func write(_ code: Code, columns: inout Int) -> Bool {
    switch code {
    case .line(let text):
      write(text, columns: &columns)
    case .halves(let first, let second, _):
      write(first, columns: &columns) && write(" ", columns: &columns)
        && write(second, columns: &columns)
    case .literal(let pieces):
      write("\"", columns: &columns)
        && pieces.allSatisfy { write($0, columns: &columns) }
        && write("\"", columns: &columns)
    case .prefixed(let prefix, let code):
      write(prefix, columns: &columns) && write(code, columns: &columns)
    case .list(let items):
      write("[", columns: &columns) && write(items, columns: &columns)
        && write("]", columns: &columns)
    case .call(let opening, let arguments, let closing),
      .declaration(let opening, let arguments, let closing):
      write(opening, columns: &columns) && write("(", columns: &columns)
        && write(arguments, columns: &columns) && write(")", columns: &columns)
        && write(closing, columns: &columns)
    default: false
    }
  }

  /// Writes a list with commas.
  private mutating func write(_ items: [Code], columns: inout Int) -> Bool {
    for (index, item) in items.enumerated() {
      if index > 0, !write(", ", columns: &columns) { return false }
      if !write(item, columns: &columns) { return false }
    }
    return true
  }

  private mutating func write(_ text: String, columns: inout Int) -> Bool {
    columns -= text.width
    guard columns >= 0 else { return false }
    write(text)
    return true
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
