/// HTML in a text, which many descriptions have where OpenAPI has Markdown (OAS 3.1 §4.4), and of
/// which DocC shows nothing. What stands between backticks stays as it is, and what only looks like
/// a tag is escaped, so that it is shown.
struct HTMLText {
  /// What a tag is in Markdown.
  private enum Mark {
    /// Text within a line.
    case inline(String)
    /// What stands between what comes before and after, less the white space there.
    case block(String)
    case lineBreak
  }

  /// In UTF-8.
  private let text: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  /// How many backticks the code began with that is being read; 0 outside of code.
  private var backticks = 0
  /// Where the last run of as many backticks is.
  private let lastRuns: [Int: Int]
  /// The address of each link that is open; nil for one without.
  private var links: [String?] = []
  /// How many lists are open.
  private var lists = 0
  /// How many tags of each name are open that stand within lines.
  private var open: [String: Int] = [:]
  /// How many tables are open, how many rows the outermost one has so far, and how many cells the
  /// row that is open.
  private var tables = 0
  private var rows = 0
  private var cells = 0
  /// Where the output begins after the last sign of an item, a quote or a heading.
  private var start = 0
  /// The tags that are still to come, and where the last closing one of each name is.
  private var tags: ArraySlice<(position: Int, tag: HTMLTag)>
  private let lastEnds: [String: Int]

  /// The text in Markdown; itself where it has no HTML.
  static func markdown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter {
      bytes[$0] == UInt8(ascii: "<") && HTMLTag.mayBegin(bytes[$0...])
    }
    if places.isEmpty { return text }
    let tags = places.compactMap { place in HTMLTag(at: bytes[place...]).map { (place, $0) } }
    var html = HTMLText(text: bytes, tags: tags)
    return html.converted()
  }

  private init(text: [UInt8], tags: [(position: Int, tag: HTMLTag)]) {
    self.text = text
    self.tags = tags[...]
    lastRuns = Self.lastRuns(of: text)
    lastEnds = tags.reduce(into: [:]) { ends, end in
      if end.tag.isEnd { ends[end.tag.name] = end.position }
    }
  }

  private mutating func converted() -> String {
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "`"), !isOpen("pre") {
        copyBackticks()
      } else if byte == UInt8(ascii: "<"), backticks == 0,
        let tag = nextTag(), let mark = mark(of: tag)
      {
        position += tag.length
        write(mark)
      } else {
        if byte == UInt8(ascii: "<"), backticks == 0, !isOpen("pre"),
          output.last != UInt8(ascii: "\\"), HTMLTag.mayBegin(text[position...])
        {
          output.append(UInt8(ascii: "\\"))
        }
        copy(byte)
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The tag that begins here.
  private mutating func nextTag() -> HTMLTag? {
    while let first = tags.first, first.position < position { tags.removeFirst() }
    return tags.first.flatMap { $0.position == position ? $0.tag : nil }
  }

  /// Code ends with as many backticks as it begins with; those that no others close are text
  /// (CommonMark §6.1).
  private mutating func copyBackticks() {
    let run = text[position...].prefix { $0 == UInt8(ascii: "`") }
    if backticks == 0, lastRuns[run.count] == position {
      for byte in run { output += [UInt8(ascii: "\\"), byte] }
    } else {
      output += run
      backticks = backticks == 0 ? run.count : backticks == run.count ? 0 : backticks
    }
    position += run.count
  }

  private static func lastRuns(of text: [UInt8]) -> [Int: Int] {
    text.split { $0 != UInt8(ascii: "`") }
      .reduce(into: [:]) { last, run in last[run.count] = run.startIndex }
  }

  /// The row of a table is one line, in which a bar ends a cell.
  private mutating func copy(_ byte: UInt8) {
    guard tables > 0 else { return output.append(byte) }
    if Self.isSpace(byte) {
      if output.last != UInt8(ascii: " ") { output.append(UInt8(ascii: " ")) }
    } else {
      if byte == UInt8(ascii: "|") { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  private func isOpen(_ name: String) -> Bool { open[name, default: 0] > 0 }

  /// Nil for what is no tag after all, or one that stays.
  private mutating func mark(of tag: HTMLTag) -> Mark? {
    if tag.name == "pre", tables == 0 {
      return pairs(tag) ? .block(tag.isEnd ? "\n~~~\n\n" : "\n\n~~~\n") : nil
    }
    if isOpen("pre") { return tag.name == "code" && pairs(tag) ? .inline("") : nil }
    if tag.name == "table" { return pairs(tag) ? tableMark(of: tag) : nil }
    if tables > 0, let mark = markInTable(of: tag) { return mark }
    switch tag.name {
    case "p", "div", "details", "summary", "hr": return .block("\n\n")
    case "br": return .lineBreak
    case "ul", "ol":
      lists = max(0, lists + (tag.isEnd ? -1 : 1))
      return .block(tag.isEnd && lists == 0 ? "\n\n" : "\n")
    case "li":
      let indentation = String(repeating: "  ", count: min(max(0, lists - 1), 8))
      return .block(tag.isEnd ? "\n" : "\n\(indentation)- ")
    case "blockquote": return .block(tag.isEnd ? "\n\n" : "\n\n> ")
    case "h1", "h2", "h3", "h4", "h5", "h6": return .block(tag.isEnd ? "\n\n" : "\n\n### ")
    default: return pairs(tag) ? inlineMark(of: tag) : nil
    }
  }

  private mutating func tableMark(of tag: HTMLTag) -> Mark {
    let depth = tables
    tables += tag.isEnd ? -1 : 1
    // One in a cell is text.
    if max(depth, tables) > 1 { return .block(" ") }
    defer { rows = 0 }
    return .block(endOfRow() + "\n\n")
  }

  /// Rows are lines, of which the first is a head (GFM 0.29 §4.10), and paragraphs and items stand
  /// one after the other in a cell. Nil for what is within lines anyway.
  private mutating func markInTable(of tag: HTMLTag) -> Mark? {
    switch tag.name {
    case "tr" where tables == 1, "thead" where tables == 1, "tbody" where tables == 1:
      return .block(endOfRow() + "\n")
    case "td" where tables == 1 && !tag.isEnd, "th" where tables == 1 && !tag.isEnd:
      cells += 1
      return .block(cells > 1 ? " | " : rows > 0 ? "\n| " : "\n\n| ")
    case "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col", "p", "div",
      "br", "ul", "ol", "li", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6":
      return .block(" ")
    default: return nil
    }
  }

  /// What ends the row that is open.
  private mutating func endOfRow() -> String {
    if cells == 0 { return "" }
    defer { (cells, rows) = (0, rows + 1) }
    return " |" + (rows == 0 ? "\n|" + String(repeating: " --- |", count: cells) : "")
  }

  private mutating func inlineMark(of tag: HTMLTag) -> Mark? {
    switch tag.name {
    case "code", "tt": .inline("`")
    case "b", "strong": .inline("**")
    case "i", "em": .inline("*")
    case "span", "nobr", "font", "kbd", "small", "sub", "u": .inline("")
    case "sup": .inline(tag.isEnd ? "" : "^")
    case "a": link(tag)
    default: nil
    }
  }

  /// Counts a tag that has an end, or is that of another; false for others: `item<i>` has no HTML.
  private mutating func pairs(_ tag: HTMLTag) -> Bool {
    let count = open[tag.name, default: 0]
    guard tag.isEnd ? count > 0 : lastEnds[tag.name].map({ $0 > position }) ?? false else {
      return false
    }
    open[tag.name] = count + (tag.isEnd ? -1 : 1)
    return true
  }

  private mutating func link(_ tag: HTMLTag) -> Mark {
    if tag.isEnd {
      let address = links.popLast() ?? nil
      return .inline(address.map { "](\($0))" } ?? "")
    }
    let address = tag.attribute("href")?.replacing(" ", with: "%20")
      .replacing("(", with: "%28").replacing(")", with: "%29")
    links.append(address)
    return .inline(address == nil ? "" : "[")
  }

  private mutating func write(_ mark: Mark) {
    switch mark {
    case .inline(let mark): output += mark.utf8
    case .lineBreak:
      while output.last == UInt8(ascii: " ") { output.removeLast() }
      output.append(UInt8(ascii: "\n"))
      skipSpace()
    case .block(let separator):
      skipSpace()
      // What an item begins with is no paragraph of its own.
      if !output.isEmpty, output.count == start, separator.utf8.allSatisfy(Self.isSpace) { return }
      while let last = output.last, Self.isSpace(last) { output.removeLast() }
      output += separator.utf8.drop { output.isEmpty && Self.isSpace($0) }
      if output.last == UInt8(ascii: " ") { start = output.count }
    }
  }

  private mutating func skipSpace() {
    while position < text.count, Self.isSpace(text[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
