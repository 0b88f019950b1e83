/// Lays code out in lines of at most 100 columns, as `swift format` does with its defaults.
struct Renderer {
  static let lineLength = 100

  private var lines: [String] = []

  static func text(of code: Code) -> String {
    var renderer = Renderer()
    renderer.render(code, indent: 0)
    return renderer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func render(_ code: Code, indent: Int) {
    switch code {
    case .line(let text):
      add(text, indent)
    case .halves(let first, let second, let step):
      if let line = oneLine(code, indent) { return add(line, indent) }
      add(first, indent)
      render(second, indent: indent + step)
    case .sequence(let parts):
      for part in parts { render(part, indent: indent) }
    case .indented(let code):
      render(code, indent: indent + 1)
    case .paragraphs(let parts):
      for (index, part) in parts.filter({ !$0.isNothing }).enumerated() {
        if index > 0 { lines.append("") }
        render(part, indent: indent)
      }
    case .block(let opening, let body):
      render(opening, indent: indent)
      guard !body.isNothing else { return append(" {}") }
      if lines.last?.hasSuffix("{") == false { append(" {") }
      render(body, indent: indent + 1)
      add("}", indent)
    case .call(let opening, let arguments, let closing):
      call(code, opening, arguments, closing, indent)
    case .declaration(let opening, let parameters, let closing):
      if let line = oneLine(code, indent) { return add(line, indent) }
      if parameters.isEmpty {
        // With nothing between the parentheses the arrow goes below, and then the brace does too.
        add(opening + "()", indent)
        generic(String(closing.drop { $0 == " " }), indent + 1)
        return add("{", indent)
      }
      list(opening, parameters, indent)
      generic(")" + closing, indent)
    case .list(let items):
      if let line = oneLine(code, indent) { return add(line, indent) }
      elements(items, indent)
    case .prefixed(let prefix, let code):
      prefixed(prefix, code, indent)
    case .branches(let opening, let cases):
      add(opening + " {", indent)
      render(cases, indent: indent)
      add("}", indent)
    case .literal(let pieces):
      literal(pieces, indent)
    case .documentation(let text):
      for line in DocumentationText.wrapped(text, width: Self.lineLength - 2 * indent - 4) {
        add(line.isEmpty ? "///" : "/// " + line, indent)
      }
    }
  }

  private mutating func add(_ text: String, _ indent: Int) {
    lines.append(text.isEmpty ? "" : String(repeating: "  ", count: indent) + text)
  }

  private mutating func append(_ text: String) {
    lines[lines.count - 1] += text
  }

  /// A call on one line, or with all its arguments on the next, or with a line for each of them.
  private mutating func call(
    _ code: Code, _ opening: String, _ arguments: [Code], _ closing: String, _ indent: Int
  ) {
    if let line = oneLine(code, indent) { return add(line, indent) }
    // Even what stands before the arguments may be too long; a generic type is broken in itself.
    if !opening.hasAtMost(Self.lineLength - 2 * indent - 1), !opening.contains("<"),
      let equals = opening.range(of: " = ")
    {
      add(opening[..<equals.lowerBound] + " =", indent)
      let rest = Code.call(
        opening: String(opening[equals.upperBound...]), arguments: arguments, closing: closing)
      return render(rest, indent: indent + 1)
    }
    let joined = arguments.compactMap { flat($0) }
    let line = joined.joined(separator: ", ")
    if joined.count == arguments.count, fits(line, indent + 1) {
      list(opening, [.line(line)], indent)
    } else {
      list(opening, arguments, indent)
    }
    append(")" + closing)
  }

  /// A line that may end in the generic arguments of a type, which are broken where it is too long.
  private mutating func generic(_ line: String, _ indent: Int) {
    guard !fits(line, indent), let open = line.firstIndex(of: "<"),
      let close = line.lastIndex(of: ">")
    else { return add(line, indent) }
    add(String(line[...open]), indent)
    add(String(line[line.index(after: open)..<close]), indent + 1)
    add(String(line[close...]), indent)
  }

  private mutating func elements(_ items: [Code], _ indent: Int) {
    add("[", indent)
    for item in items {
      render(item, indent: indent + 1)
      // One element has no comma after it, as swift-format has it.
      if items.count > 1 { append(",") }
    }
    add("]", indent)
  }

  private mutating func prefixed(_ prefix: String, _ code: Code, _ indent: Int) {
    if let line = flat(code).map({ prefix + $0 }), fits(line, indent) { return add(line, indent) }
    let first = lines.count
    // Even what would fit without the prefix is broken.
    if case .list(let items) = code {
      elements(items, indent)
    } else {
      render(code, indent: indent)
    }
    let spaces = 2 * indent
    lines[first] = lines[first].prefix(spaces) + prefix + lines[first].dropFirst(spaces)
  }

  private mutating func list(_ opening: String, _ arguments: [Code], _ indent: Int) {
    generic(opening + "(", indent)
    for (index, argument) in arguments.enumerated() {
      render(argument, indent: indent + 1)
      if index < arguments.count - 1 { append(",") }
    }
  }

  /// The code on one line, where it has one and that is not too long.
  private func oneLine(_ code: Code, _ indent: Int) -> String? {
    flat(code).flatMap { fits($0, indent) ? $0 : nil }
  }

  /// Two columns are left for what follows: ` {` or a comma.
  private func fits(_ line: String, _ indent: Int) -> Bool {
    line.hasAtMost(Self.lineLength - 2 - 2 * indent)
  }

  private func flat(_ code: Code) -> String? {
    switch code {
    case .line(let text): return text
    case .halves(let first, let second, _): return flat(second).map { first + " " + $0 }
    case .literal(let pieces): return "\"" + pieces.joined() + "\""
    case .prefixed(let prefix, let code): return flat(code).map { prefix + $0 }
    case .list(let items):
      let parts = items.compactMap { flat($0) }
      return parts.count == items.count ? "[" + parts.joined(separator: ", ") + "]" : nil
    case .call(let opening, let arguments, let closing),
      .declaration(let opening, let arguments, let closing):
      let parts = arguments.compactMap { flat($0) }
      guard parts.count == arguments.count else { return nil }
      return opening + "(" + parts.joined(separator: ", ") + ")" + closing
    default: return nil
    }
  }

  /// A literal that is too long for a line is broken with a backslash at the end of each.
  private mutating func literal(_ pieces: [String], _ indent: Int) {
    let code = Code.literal(pieces)
    if let line = oneLine(code, indent) { return add(line, indent) }
    add("\"\"\"", indent)
    var line = ""
    for piece in pieces {
      if 2 * indent + line.count + piece.count + 1 > Self.lineLength, !line.isEmpty {
        add(line + "\\", indent)
        line = ""
      }
      line += piece
    }
    add(line, indent)
    add("\"\"\"", indent)
  }
}

extension String {
  /// Whether there are no more characters than that: told by the bytes, of which there are never
  /// fewer, wherever that is enough.
  func hasAtMost(_ limit: Int) -> Bool {
    utf8.count <= limit || count <= limit
  }
}
