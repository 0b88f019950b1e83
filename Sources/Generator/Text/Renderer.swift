/// Lays out a group of code that is too long for one line.
struct Renderer {
  private let items: [Code.Item]
  private let text: [UInt8]
  /// The lines so far, in UTF-8, less the end of the last.
  private var output: [UInt8] = []
  /// What stands before the next line.
  private var prefix = ""

  /// The lines of the first item, in UTF-8.
  ///
  /// - Parameter text: The items on one line.
  static func lines(of items: [Code.Item], _ text: [UInt8], _ indent: Int) -> [UInt8] {
    var renderer = Renderer(items: items, text: text)
    renderer.output.reserveCapacity(2 * text.count)
    renderer.render(0, indent)
    return renderer.output
  }

  /// Adds an item on as many lines as it takes.
  private mutating func render(_ index: Int, _ indent: Int) {
    let item = items[index]
    let range = item.start..<item.end
    if item.mark != .indented, fits(range, indent) { return add(range, indent) }
    breakUp(index, indent)
  }

  /// Adds an item that does not fit on one line: on several, if it has any.
  private mutating func breakUp(_ index: Int, _ indent: Int) {
    let item = items[index]
    switch item.mark {
    case .line: add(item.start..<item.end, indent)
    case .indented: for child in children(of: index) { render(child, indent + 1) }
    case .halves: for child in children(of: index) { render(child, indent) }
    case .call:
      let opening = items[index + 1].end
      call(index, string(item.start..<opening), (opening + 1)..<(item.end - 1), indent)
    case .declaration: declaration(index, indent)
    case .list: elements(index, indent)
    case .prefixed: prefixed(index, indent)
    case .literal: literal(index, indent)
    }
  }

  /// A call whose arguments come next: on one line, or with all its arguments on the next, or with
  /// a line for each of them.
  ///
  /// - Parameter arguments: The arguments on one line.
  private mutating func call(
    _ index: Int, _ opening: String, _ arguments: Range<Int>, _ indent: Int
  ) {
    // Even what stands before the arguments may be too long; a generic type is broken in itself.
    if opening.width > Code.lineLength - 2 * indent - 1, !opening.utf8.contains(UInt8(ascii: "<")),
      let equals = opening.utf8.firstRange(of: " = ".utf8)
    {
      add(opening[..<equals.lowerBound] + " =", indent)
      let rest = String(opening[equals.upperBound...])
      let width = rest.width + text[arguments].width + 2
      if width > Code.columns(indent + 1) { return call(index, rest, arguments, indent + 1) }
      return add(rest + "(" + string(arguments) + ")", indent + 1)
    }
    generic(opening + "(", indent)
    if fits(arguments, indent + 1) {
      add(arguments, indent + 1)
    } else {
      lines(children(of: index).dropFirst(), indent + 1)
    }
    output.append(UInt8(ascii: ")"))
  }

  private mutating func declaration(_ index: Int, _ indent: Int) {
    let call = children(of: index + 1)
    let opening = string(call[0])
    let closing = string(items[index + 1].next)
    if call.count == 1 {
      // With nothing between the parentheses the arrow goes below, and then the brace does too.
      add(opening + "()", indent)
      generic(String(closing.drop { $0 == " " }), indent + 1)
      return add("{", indent)
    }
    generic(opening + "(", indent)
    lines(call.dropFirst(), indent + 1)
    generic(")" + closing, indent)
  }

  /// A line that may end in the generic arguments of a type, which are broken where it is too long.
  private mutating func generic(_ line: String, _ indent: Int) {
    guard line.width > Code.columns(indent), let open = line.utf8.firstIndex(of: UInt8(ascii: "<")),
      let close = line.utf8.lastIndex(of: UInt8(ascii: ">"))
    else { return add(line, indent) }
    add(String(line[...open]), indent)
    let arguments = line[line.index(after: open)..<close]
    if String(arguments).width <= Code.lineLength - 2 * (indent + 1) {
      add(String(arguments), indent + 1)
    } else {
      for argument in Self.topLevel(arguments) { add(String(argument), indent + 1) }
    }
    add(String(line[close...]), indent)
  }

  /// The generic arguments of a type, each with the comma after it.
  private static func topLevel(_ arguments: Substring) -> [Substring] {
    var found: [Substring] = []
    var (start, depth) = (arguments.startIndex, 0)
    for index in arguments.utf8.indices {
      switch arguments.utf8[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: " ") where depth == 0:
        found.append(arguments[start..<index])
        start = arguments.utf8.index(after: index)
      default: break
      }
    }
    return found + [arguments[start...]]
  }

  private mutating func elements(_ index: Int, _ indent: Int) {
    let elements = children(of: index)
    add("[", indent)
    lines(elements[...], indent + 1)
    // One element has no comma after it, as swift-format has it.
    if elements.count > 1 { output.append(UInt8(ascii: ",")) }
    add("]", indent)
  }

  /// Lines for each item, with a comma after all but the last.
  private mutating func lines(_ items: ArraySlice<Int>, _ indent: Int) {
    for item in items {
      if item != items.first { output.append(UInt8(ascii: ",")) }
      render(item, indent)
    }
  }

  private mutating func prefixed(_ index: Int, _ indent: Int) {
    let children = children(of: index)
    prefix += string(children[0])
    for child in children.dropFirst() {
      // Even what would fit without the prefix is broken, but for a text.
      if items[child].mark == .literal { render(child, indent) } else { breakUp(child, indent) }
    }
  }

  /// A literal that is too long for a line is broken with a backslash at the end of each.
  private mutating func literal(_ index: Int, _ indent: Int) {
    add("\"\"\"", indent)
    startLine(indent)
    var columns = 2 * indent
    var endsInQuote = false
    for var piece in children(of: index).flatMap({ string($0).literalPieces }) {
      // One quote ends nothing here.
      if piece == "\\\"", !endsInQuote { piece = "\"" }
      endsInQuote = piece == "\""
      let width = piece.width
      if columns + width + 1 > Code.lineLength, columns > 2 * indent {
        output.append(UInt8(ascii: "\\"))
        startLine(indent)
        columns = 2 * indent
      }
      output.append(utf8Of: piece)
      columns += width
    }
    add("\"\"\"", indent)
  }
}

/// Reading items, and writing lines.
extension Renderer {
  /// The items that a group holds.
  private func children(of index: Int) -> [Int] {
    Array(sequence(first: index + 1) { items[$0].next }.prefix { $0 < items[index].next })
  }

  private func fits(_ range: Range<Int>, _ indent: Int) -> Bool {
    // There are no more characters than bytes.
    range.count <= Code.columns(indent) || text[range].width <= Code.columns(indent)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func string(_ index: Int) -> String {
    string(items[index].start..<items[index].end)
  }

  private mutating func add(_ range: Range<Int>, _ indent: Int) {
    startLine(indent)
    output.append(contentsOf: text[range])
  }

  private mutating func add(_ text: String, _ indent: Int) {
    startLine(indent)
    output.append(utf8Of: text)
  }

  private mutating func startLine(_ indent: Int) {
    if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    for _ in 0..<(2 * indent) { output.append(UInt8(ascii: " ")) }
    if prefix.isEmpty { return }
    output.append(utf8Of: prefix)
    prefix = ""
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
