/// A piece of Swift source. An emitter says what to write; `Renderer` where lines break.
///
/// It is text with marks in it, and not a tree, so that writing is no more than appending bytes.
struct Code: Sendable {
  /// What a byte means that UTF-8 never has (RFC 3629 §1). An item is `line` and its text, or the mark
  /// of a group, the items that belong to it, and `endOfGroup`.
  enum Mark: UInt8 {
    case line = 0xF5
    case endOfGroup
    case indented, block, call, declaration, list, prefixed, halves, literal, documentation
  }

  private(set) var bytes: [UInt8] = []

  /// A line, whose text may come in pieces: joining them first would make a string of each line.
  mutating func line(
    _ text: String, _ second: String = "", _ third: String = "", _ fourth: String = ""
  ) {
    bytes.append(Mark.line.rawValue)
    bytes.append(utf8Of: text)
    bytes.append(utf8Of: second)
    bytes.append(utf8Of: third)
    bytes.append(utf8Of: fourth)
  }

  /// Items with an empty line before them, unless they are the first of their block; nothing where
  /// nothing is written.
  mutating func paragraph(_ content: (inout Code) -> Void) {
    line("")
    let start = bytes.count
    content(&self)
    if bytes.count == start { bytes.removeLast() }
  }

  /// Items one step in.
  mutating func indented(_ content: (inout Code) -> Void) {
    group(.indented, content)
  }

  /// `opening {`, the body one step in, and `}`.
  mutating func block(_ opening: String, _ body: (inout Code) -> Void) {
    block({ $0.line(opening) }, body)
  }

  /// A block that opens with one item of any kind.
  mutating func block(_ opening: (inout Code) -> Void, _ body: (inout Code) -> Void) {
    group(.block) { code in
      opening(&code)
      body(&code)
    }
  }

  /// `opening {`, cases that are not indented, and `}`.
  mutating func branches(_ opening: String, _ cases: (inout Code) -> Void) {
    line(opening + " {")
    cases(&self)
    line("}")
  }

  /// `opening(arguments)`, on as few lines as it fits on.
  mutating func call(
    _ opening: String, _ second: String = "", _ third: String = "",
    _ arguments: (inout Code) -> Void
  ) {
    group(.call) { code in
      code.line(opening, second, third)
      arguments(&code)
    }
  }

  /// `opening(parameters)closing {`, on one line or with a line for each parameter, and a body.
  mutating func function(
    _ opening: String, closing: String = "", _ parameters: (inout Code) -> Void,
    body: (inout Code) -> Void
  ) {
    group(.block) { code in
      code.group(.declaration) { code in
        code.line(opening)
        code.line(closing)
        parameters(&code)
      }
      body(&code)
    }
  }

  /// `[a, b]`, on one line where it fits.
  mutating func list(_ items: (inout Code) -> Void) {
    group(.list, items)
  }

  mutating func list(ofLiterals texts: [String]) {
    list { code in
      for text in texts { code.literal(text) }
    }
  }

  /// An item with a label or the like before its first line.
  mutating func prefixed(_ prefix: String, _ content: (inout Code) -> Void) {
    group(.prefixed) { code in
      code.line(prefix)
      content(&code)
    }
  }

  /// Two halves of a line: where it is too long the second goes below.
  mutating func halves(
    _ first: String, _ second: String = "", _ third: String = "", _ rest: (inout Code) -> Void
  ) {
    group(.halves) { code in
      code.line(first, second, third)
      rest(&code)
    }
  }

  /// A string literal that means exactly this text, whatever the text holds.
  mutating func literal(_ text: String) {
    group(.literal) { $0.line(text.escapedInLiteral) }
  }

  /// A string literal with interpolations: its pieces, as they are written inside it.
  mutating func literal(pieces: [String]) {
    group(.literal) { code in
      for piece in pieces { code.line(piece) }
    }
  }

  /// A documentation comment of text that is wrapped.
  mutating func documentation(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    group(.documentation) { code in
      for line in lines { code.line(line) }
    }
  }

  private mutating func group(_ mark: Mark, _ content: (inout Code) -> Void) {
    bytes.append(mark.rawValue)
    content(&self)
    bytes.append(Mark.endOfGroup.rawValue)
  }
}

extension [UInt8] {
  /// Appends a text as bytes, in one piece.
  mutating func append(utf8Of text: String) {
    guard !text.isEmpty else { return }
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
