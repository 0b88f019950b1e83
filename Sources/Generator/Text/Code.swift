/// Swift source, line by line: an emitter says what to write, and here it is laid out in lines of
/// at most 100 columns, as `swift format` does with its defaults.
///
/// A group, such as a call, is written on one line first: most of them fit. `Renderer` writes those
/// anew that do not.
struct Code {
  static let lineLength = 100

  /// What is written on one line where it fits, and how that is broken.
  enum Mark {
    case line, indented, call, declaration, list, prefixed, halves, literal
  }

  /// A line or a group of a group; those that a group holds follow it.
  struct Item {
    let mark: Mark
    /// Where it stands in the text of the outermost group, on one line.
    let start: Int
    var end: Int
    /// The item after it and all that it holds.
    var next: Int
  }

  /// What is written so far, in UTF-8, less the end of the last line.
  private var bytes: [UInt8] = []
  private var indent = 0
  /// Whether an empty line may come next, neither at the start of a block nor after another, and
  /// whether one is wanted before what comes.
  private var mayBeEmpty = false
  private var wantsEmptyLine = false
  /// The innermost group that is open, with how many items it has so far.
  private var group: (mark: Mark, count: Int)?
  /// How many columns are for what follows the outermost group: ` {`.
  private var followers = 0
  /// The items of the outermost group, and where its text begins.
  private var items: [Item] = []
  private var start = 0

  /// A line, whose text may come in pieces: joining them first would make a string of each line.
  mutating func line(
    _ first: String, _ second: String = "", _ third: String = "", _ fourth: String = "",
    _ fifth: String = ""
  ) {
    beginItem()
    let start = bytes.count
    bytes.append(utf8Of: first)
    if !second.isEmpty { bytes.append(utf8Of: second) }
    if !third.isEmpty { bytes.append(utf8Of: third) }
    if !fourth.isEmpty { bytes.append(utf8Of: fourth) }
    if !fifth.isEmpty { bytes.append(utf8Of: fifth) }
    if group == nil { return }
    items.append(
      Item(
        mark: .line, start: start - self.start, end: bytes.count - self.start,
        next: items.count + 1))
  }

  /// Items with an empty line before them, unless they are the first of their block; nothing where
  /// nothing is written.
  mutating func paragraph(_ content: (inout Code) -> Void) {
    let (wanted, start) = (wantsEmptyLine, bytes.count)
    wantsEmptyLine = true
    content(&self)
    if bytes.count == start { wantsEmptyLine = wanted }
  }

  /// Items one step in.
  mutating func indented(_ content: (inout Code) -> Void) {
    if group != nil { return group(.indented, content) }
    indent += 1
    content(&self)
    indent -= 1
  }

  /// `opening {`, the body one step in, and `}`.
  mutating func block(_ opening: String, _ body: (inout Code) -> Void) {
    block({ $0.line(opening) }, body)
  }

  /// A type of these conformances: if too long, those that do not fit go below, as does the brace.
  mutating func block(
    _ opening: String, conformingTo protocols: [String], _ body: (inout Code) -> Void
  ) {
    let whole = opening + ": " + protocols.joined(separator: ", ")
    let width = whole.width + 2 * indent
    if width <= Self.lineLength - 2 { return block(whole, body) }
    if width <= Self.lineLength {
      line(whole)
    } else {
      let first = opening + ": " + protocols[0] + ","
      // One alone would have fitted as a whole.
      let isFirstAbove = first.width + 2 * indent <= Self.lineLength
      line(isFirstAbove ? first : opening + ":")
      indented { $0.filled(protocols.dropFirst(isFirstAbove ? 1 : 0)) }
    }
    block("{", body)
  }

  /// Items with commas between them, as many on a line as fit.
  private mutating func filled(_ items: ArraySlice<String>) {
    var text = ""
    for item in items {
      if !text.isEmpty, text.width + 2 + item.width + 2 * indent > Self.lineLength - 1 {
        line(text + ",")
        text = item
      } else {
        text += text.isEmpty ? item : ", " + item
      }
    }
    line(text)
  }

  /// A block that opens with one item of any kind. It is in no group.
  mutating func block(_ opening: (inout Code) -> Void, _ body: (inout Code) -> Void) {
    followers = 2
    opening(&self)
    followers = 0
    if bytes.last != UInt8(ascii: "{") { bytes.append(utf8Of: " {") }
    let start = bytes.count
    mayBeEmpty = false
    indented(body)
    if bytes.count > start { startLine() }
    bytes.append(UInt8(ascii: "}"))
    mayBeEmpty = true
  }

  /// `opening {`, cases that are not indented, and `}`.
  mutating func branches(_ opening: String, _ cases: (inout Code) -> Void) {
    line(opening, " {")
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

  /// `opening("text", argument)`, of which most fit on a line and need no group.
  mutating func call(
    _ opening: String, _ second: String = "", _ third: String = "", literal text: String,
    _ argument: String? = nil
  ) {
    let escaped = text.escapedInLiteral
    let length =
      opening.utf8.count + second.utf8.count + third.utf8.count + escaped.utf8.count + 4
      + (argument.map { $0.utf8.count + 2 } ?? 0)
    guard group == nil, length <= Self.columns(indent) else {
      return call(opening, second, third) { code in
        code.literal(text)
        if let argument { code.line(argument) }
      }
    }
    line(opening, second, third)
    bytes.append(UInt8(ascii: "("))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(utf8Of: escaped)
    bytes.append(UInt8(ascii: "\""))
    if let argument {
      bytes.append(UInt8(ascii: ","))
      bytes.append(UInt8(ascii: " "))
      bytes.append(utf8Of: argument)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  /// `opening(parameters)closing {`, on one line or with a line for each parameter, and a body.
  mutating func function(
    _ opening: String, closing: String = "", _ parameters: (inout Code) -> Void,
    body: (inout Code) -> Void
  ) {
    block(
      { code in
        code.group(.declaration) { code in
          code.call(opening) { parameters(&$0) }
          code.line(closing)
        }
      }, body)
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

  /// Two halves of a line: where it is too long the second goes below, one step in. Most are not.
  mutating func halves(_ first: String, _ second: String, _ third: String, _ rest: String) {
    let length = first.utf8.count + second.utf8.count + third.utf8.count + rest.utf8.count + 1
    guard group == nil, length <= Self.columns(indent) else {
      return halves(first, second, third) { $0.indented { $0.line(rest) } }
    }
    line(first, second, third)
    bytes.append(UInt8(ascii: " "))
    bytes.append(utf8Of: rest)
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

  /// A documentation comment of text that is wrapped. It is in no group.
  mutating func documentation(_ lines: [String]) {
    let width = Self.lineLength - 2 * indent - 4
    // Most fit, as they are.
    if lines.allSatisfy({ $0.utf8.count <= width && $0.utf8.last != UInt8(ascii: " ") }) {
      for text in lines { line(text.isEmpty ? "///" : "/// ", text) }
      return
    }
    DocumentationText.wrap(lines.map { Array($0.utf8)[...] }, width: width) {
      startLine()
      bytes.append(utf8Of: $1.isEmpty ? "///" : "/// ")
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: $0))
      bytes.append(contentsOf: $1)
    }
  }
}

/// Lines and groups.
extension Code {
  private mutating func startLine() {
    if wantsEmptyLine, mayBeEmpty { bytes.append(UInt8(ascii: "\n")) }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    for _ in 0..<(2 * indent) { bytes.append(UInt8(ascii: " ")) }
    (mayBeEmpty, wantsEmptyLine) = (true, false)
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends the whole text to another, in UTF-8.
  func append(to text: inout [UInt8]) {
    text.reserveCapacity(text.count + bytes.count + 1)
    text += bytes
    text.append(UInt8(ascii: "\n"))
  }

  /// Begins anew, in the same memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (mayBeEmpty, wantsEmptyLine) = (false, false)
  }

  /// Goes to a new line, or writes what stands before the next item of a group.
  private mutating func beginItem() {
    guard let (mark, count) = group else { return startLine() }
    group?.count += 1
    if count == 0 { return }
    switch mark {
    case .call where count == 1: bytes.append(UInt8(ascii: "("))
    case .call, .list:
      bytes.append(UInt8(ascii: ","))
      bytes.append(UInt8(ascii: " "))
    case .halves: bytes.append(UInt8(ascii: " "))
    case .line, .indented, .declaration, .prefixed, .literal: break
    }
  }

  private mutating func group(_ mark: Mark, _ content: (inout Code) -> Void) {
    beginItem()
    let outer = group
    if outer == nil { start = bytes.count }
    let index = items.count
    items.append(Item(mark: mark, start: bytes.count - start, end: 0, next: 0))
    group = (mark, 0)
    if mark == .literal { bytes.append(UInt8(ascii: "\"")) }
    if mark == .list { bytes.append(UInt8(ascii: "[")) }
    content(&self)
    switch mark {
    case .call:
      if group?.count == 1 { bytes.append(UInt8(ascii: "(")) }
      bytes.append(UInt8(ascii: ")"))
    case .list: bytes.append(UInt8(ascii: "]"))
    case .literal: bytes.append(UInt8(ascii: "\""))
    case .line, .indented, .declaration, .prefixed, .halves: break
    }
    items[index].end = bytes.count - start
    items[index].next = items.count
    group = outer
    if outer == nil { breakLine() }
  }

  /// Writes the outermost group, which stands on the last line, on several where it is too long.
  private mutating func breakLine() {
    // There are no more characters than bytes, and nearly all lines are shorter.
    if bytes.count - start > Self.columns(indent) {
      // swift-format keeps a column for the comma that ends a list of several when it is broken.
      let commas = items.indices.count { index in
        let end = items[index].next
        return items[index].mark == .list && index + 1 < end && items[index + 1].next < end
      }
      if bytes[start...].width > Self.lineLength - followers - commas - 2 * indent {
        let text = Array(bytes[start...])
        bytes.removeLast(text.count + 2 * indent)
        bytes += Renderer.lines(of: items, text, indent)
      }
    }
    items.removeAll(keepingCapacity: true)
  }

  /// The columns for a line of a group. Two are left for what follows: ` {` or a comma.
  static func columns(_ indent: Int) -> Int {
    lineLength - 2 - 2 * indent
  }
}

extension [UInt8] {
  /// Appends a text as bytes, in one piece.
  mutating func append(utf8Of text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
