/// A piece of Swift source. An emitter says what to write; `Renderer` where lines break.
///
/// It is a list of items and one text, and not a tree, so that writing is no more than appending.
struct Code: Sendable {
  /// A group begins with an item of its kind, and ends with `endOfGroup`.
  enum Mark {
    case line, endOfGroup
    case indented, block, call, declaration, list, prefixed, halves, literal, documentation
  }

  struct Item: Sendable {
    let mark: Mark
    /// Where the text of a line ends in `text`; it begins where that of the line before ends.
    let end: Int
    /// How many columns it takes on one line, with all that belongs to it.
    var width = 0
  }

  /// The width of what cannot be written on one line.
  private static let neverFits = 1 << 32

  private(set) var items: [Item] = []
  /// The texts of all lines, in UTF-8.
  private(set) var text: [UInt8] = []
  /// The items of the innermost group so far, and what they take on one line.
  private var count = 0
  private var width = 0

  /// A line, whose text may come in pieces: joining them first would make a string of each line.
  mutating func line(
    _ first: String, _ second: String = "", _ third: String = "", _ fourth: String = ""
  ) {
    let start = text.count
    var bits = text.append(utf8Of: first)
    if !second.isEmpty { bits |= text.append(utf8Of: second) }
    if !third.isEmpty { bits |= text.append(utf8Of: third) }
    if !fourth.isEmpty { bits |= text.append(utf8Of: fourth) }
    let width = bits < 0x80 ? text.count - start : text[start...].width
    items.append(Item(mark: .line, end: text.count, width: width))
    count += 1
    self.width += width
  }

  /// Items with an empty line before them, unless they are the first of their block; nothing where
  /// nothing is written.
  mutating func paragraph(_ content: (inout Code) -> Void) {
    let start = items.count
    line("")
    content(&self)
    if items.count == start + 1 {
      items.removeLast()
      count -= 1
    }
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
    let outer = (count: count, width: width)
    let start = items.count
    items.append(Item(mark: mark, end: text.count))
    (count, width) = (0, 0)
    content(&self)
    items.append(Item(mark: .endOfGroup, end: text.count))
    let width = mark.isBroken ? Self.neverFits : width + mark.width(between: count)
    items[start].width = width
    (count, self.width) = (outer.count + 1, outer.width + width)
  }
}

extension Code.Mark {
  /// Whether it is on several lines in any case.
  fileprivate var isBroken: Bool { self == .block || self == .documentation }

  /// How many columns of a line are for what stands around and between the items of a group.
  fileprivate func width(between count: Int) -> Int {
    switch self {
    // Commas are only between the arguments: not after what stands before the parentheses.
    case .call: 2 + 2 * max(count - 2, 0)
    case .declaration: 2 + 2 * max(count - 3, 0)
    case .list: 2 + 2 * max(count - 1, 0)
    case .literal: 2
    case .halves: max(count - 1, 0)
    case .line, .endOfGroup, .indented, .block, .prefixed, .documentation: 0
    }
  }
}

extension [UInt8] {
  /// Appends a text as bytes, in one piece. Returns all bits that are set in any of them.
  @discardableResult
  mutating func append(utf8Of text: String) -> UInt8 {
    let bits = text.utf8.withContiguousStorageIfAvailable { bytes in
      append(contentsOf: bytes)
      return bytes.reduce(0, |)
    }
    if let bits { return bits }
    append(contentsOf: text.utf8)
    return text.utf8.reduce(0, |)
  }
}
