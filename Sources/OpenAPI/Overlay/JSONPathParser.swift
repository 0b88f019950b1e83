/// Reads a JSONPath expression by the grammar of RFC 9535 (appendix A), from left to right.
///
/// One liberty: a name after a dot may hold `-` (`@.x-internal`), as the examples of the Overlay
/// Specification write it.
struct JSONPathParser {
  private let scalars: [Unicode.Scalar]
  private(set) var position = 0
  /// How many filters and parentheses stand open.
  private var nesting = 0

  /// Bounds that no expression written by a person meets: they keep parsing off the stack's end,
  /// and evaluation quick.
  static let maximumLength = 10_000
  static let maximumNesting = 32

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The whole expression: `$` and its segments.
  mutating func parse() throws(JSONPath.SyntaxError) -> JSONPath {
    guard scalars.count <= Self.maximumLength else {
      throw failure("the expression is longer than \(Self.maximumLength) characters; split it")
    }
    guard take("$") else {
      throw failure("expected '$', the root, as in $.paths['/pets'].get, but found \(found)")
    }
    let segments = try segments()
    guard position == scalars.count else {
      throw failure("expected '.', '[' or the end, but found \(found)")
    }
    return JSONPath(segments: segments)
  }

  /// Any number of segments. Blanks after the last are left where they are.
  mutating func segments() throws(JSONPath.SyntaxError) -> [JSONPath.Segment] {
    var segments: [JSONPath.Segment] = []
    while true {
      let end = position
      skipBlanks()
      if peek == "[" {
        segments.append(.init(isDescendant: false, selectors: try bracketed()))
      } else if take("..") {
        let selectors = peek == "[" ? try bracketed() : [try shorthand(after: "..")]
        segments.append(.init(isDescendant: true, selectors: selectors))
      } else if take(".") {
        segments.append(.init(isDescendant: false, selectors: [try shorthand(after: ".")]))
      } else {
        position = end
        return segments
      }
    }
  }

  /// `*` or a name, as they stand after a dot.
  private mutating func shorthand(
    after dots: String
  ) throws(JSONPath.SyntaxError) -> JSONPath.Selector {
    if take("*") { return .wildcard }
    guard let first = peek, first.isNameStart else {
      throw failure(
        "expected a name or '*' after '\(dots)', but found \(found); write any other name in "
          + "brackets and quotes: ['/pets']")
    }
    return .step(.name(takeWhile { $0.isNameStart || $0.isDigit || $0 == "-" }))
  }

  private mutating func bracketed() throws(JSONPath.SyntaxError) -> [JSONPath.Selector] {
    position += 1
    var selectors: [JSONPath.Selector] = []
    repeat {
      skipBlanks()
      selectors.append(try selector())
      skipBlanks()
    } while take(",")
    guard take("]") else {
      let hint = peek == "=" ? "; to compare, write ==" : ""
      throw failure("expected ',' or ']', but found \(found)\(hint)")
    }
    return selectors
  }

  private mutating func selector() throws(JSONPath.SyntaxError) -> JSONPath.Selector {
    let start = position
    switch peek {
    case "'", "\"": return .step(.name(try string()))
    case "*":
      position += 1
      return .wildcard
    case "?":
      position += 1
      return .filter(try nestedCondition())
    case ":": throw slicesUnsupported(at: start)
    case let next? where next.isDigit || next == "-":
      let index = try index()
      skipBlanks()
      if peek == ":" { throw slicesUnsupported(at: start) }
      return .step(.index(index))
    default:
      throw failure(
        "expected a name in quotes, an index, '*' or '?' in brackets, but found \(found)")
    }
  }

  private func slicesUnsupported(at start: Int) -> JSONPath.SyntaxError {
    failure("slices are not supported; list the indices: [0,1]", at: start)
  }
}

extension JSONPathParser {
  /// The condition of a filter or in parentheses.
  mutating func nestedCondition() throws(JSONPath.SyntaxError) -> Condition {
    guard nesting < Self.maximumNesting else {
      throw failure("filters and parentheses nest more than \(Self.maximumNesting) deep")
    }
    nesting += 1
    defer { nesting -= 1 }
    return try condition()
  }

  /// What stands next; nil at the end.
  var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// What stands at the position, as an error names it.
  var found: String { peek.map { "'\($0)'" } ?? "the end" }

  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    position += 1
    return scalar
  }

  /// Steps over the text where it stands next.
  mutating func take(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let taken = scalars[position...].prefix(while: belongs)
    position = taken.endIndex
    return String(String.UnicodeScalarView(taken))
  }

  mutating func skipBlanks() {
    _ = takeWhile { [" ", "\t", "\n", "\r"].contains($0) }
  }

  /// An error at a position, or where the parser stands.
  func failure(_ message: String, at position: Int? = nil) -> JSONPath.SyntaxError {
    JSONPath.SyntaxError(message: message, column: (position ?? self.position) + 1)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter that a name after a dot may begin with (RFC 9535 §2.5.1.1).
  var isNameStart: Bool {
    self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || value >= 0x80
  }
}
