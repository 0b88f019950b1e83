import ECMAExpressions
import Syntax

/// The validation keywords of a schema (JSON Schema Validation §6; OAS 3.0 §4.7.24.1).
extension DescriptionReader {
  mutating func readConstraint(_ keyword: Keyword, _ node: Node, into schema: inout Schema) {
    let constraint: Constraint? =
      switch keyword {
      case .minLength: count(node, keyword).map { .minLength($0) }
      case .maxLength: count(node, keyword).map { .maxLength($0) }
      case .pattern: pattern(node, keyword).map { .pattern($0) }
      case .multipleOf: number(node, keyword).map { .multipleOf($0) }
      case .minItems: count(node, keyword).map { .minItems($0) }
      case .maxItems: count(node, keyword).map { .maxItems($0) }
      case .uniqueItems: bool(node, keyword.rawValue) == true ? .uniqueItems : nil
      case .minProperties: count(node, keyword).map { .minProperties($0) }
      case .maxProperties: count(node, keyword).map { .maxProperties($0) }
      case .minimum: number(node, keyword).map { .minimum($0) }
      case .maximum: number(node, keyword).map { .maximum($0) }
      // A boolean is read once both are: see `finishLimits`.
      case .exclusiveMinimum where node.bool == nil:
        number(node, keyword).map { .exclusiveMinimum($0) }
      case .exclusiveMaximum where node.bool == nil:
        number(node, keyword).map { .exclusiveMaximum($0) }
      default: nil
      }
    guard let constraint, ![.minLength(0), .minItems(0), .minProperties(0)].contains(constraint)
    else { return }
    schema.constraints.append(constraint)
  }

  /// In OpenAPI 3.0 `exclusiveMinimum` is a boolean that sharpens `minimum`; in 3.1 a number. Each
  /// is also written in the other version, and can be told from the other.
  mutating func finishLimits(_ schema: inout Schema, of node: Node) {
    // Most have none.
    if schema.constraints.isEmpty { return }
    for (index, constraint) in schema.constraints.enumerated() {
      switch constraint {
      case .minimum(let value) where node["exclusiveMinimum"]?.bool == true:
        schema.constraints[index] = .exclusiveMinimum(value)
      case .maximum(let value) where node["exclusiveMaximum"]?.bool == true:
        schema.constraints[index] = .exclusiveMaximum(value)
      default: break
      }
    }
    leaveOutBounds(ofNothingIn: &schema, of: node)
  }

  /// Leaves out bounds that nothing is within, with a warning at the second: nothing could be sent.
  private mutating func leaveOutBounds(ofNothingIn schema: inout Schema, of node: Node) {
    for (index, second) in schema.constraints.enumerated() {
      guard let first = schema.constraints[..<index].first(where: second.excludes) else { continue }
      let bounds = [first, second].map { "`\($0.keyword): \(node[$0.keyword]?.text ?? "")`" }
      diagnostics.warning(
        "nothing is within \(bounds[0]) and \(bounds[1]); both are left out",
        at: (node[second.keyword] ?? node).place)
      schema.constraints.removeAll { $0 == first || $0 == second }
      return
    }
  }

  /// Nil, with a warning, for what is no expression: nothing could be checked by it.
  private mutating func pattern(_ node: Node, _ keyword: Keyword) -> String? {
    guard var text = string(node, keyword.rawValue) else { return nil }
    if Self.isPicture(text) {
      let meant = Self.expression(ofPicture: text)
      warn(node, "`pattern`", expected: "a regular expression", "it is read as '\(meant)'")
      return meant
    }
    // A block of YAML ends with one (YAML 1.2 §8.1.1.2).
    if text.last == "\n" {
      while text.last == "\n" { text.removeLast() }
      warn(
        node, "`pattern`", expected: "an expression without line breaks behind it",
        "they are left out")
    }
    let pattern = expression(text, node)
    if Self.isPlain(pattern) || ECMAExpression(pattern) != nil { return pattern }
    warn(node, "`pattern`", expected: "a regular expression that can be checked")
    return nil
  }

  /// Whether it is a picture of dates or times as Java and .NET have them, `yyyy-MM-dd`: no
  /// date matches that to the letter.
  private static func isPicture(_ pattern: String) -> Bool {
    let words = pattern.split { "-/.: 'TZ".contains($0) }
    let known = ["yyyy", "yy", "mm", "dd", "hh", "ss", "sss"]
    return words.count > 1 && words.allSatisfy { known.contains($0.lowercased()) }
  }

  private static func expression(ofPicture picture: String) -> String {
    let parts = picture.map { sign in
      switch sign {
      case "'": ""
      case ".": "\\."
      case "T", "Z": String(sign)
      default: sign.isLetter ? "\\d" : String(sign)
      }
    }
    return "^" + parts.joined() + "$"
  }

  /// Whether each bracket of an expression has its other half, and no range or repetition looks as
  /// if it were none. To try all expressions takes ICU, and with it a megabyte and a half.
  private static func isPlain(_ pattern: String) -> Bool {
    var (groups, isInClass, isEscaped) = (0, false, false)
    for letter in pattern.utf8 {
      switch (letter, isInClass) {
      case _ where isEscaped: isEscaped = false
      case (UInt8(ascii: "\\"), _): isEscaped = true
      case (UInt8(ascii: "["), false): isInClass = true
      case (UInt8(ascii: "]"), true): isInClass = false
      case (UInt8(ascii: "("), false): groups += 1
      case (UInt8(ascii: ")"), false):
        groups -= 1
        if groups < 0 { return false }
      default: continue
      }
    }
    let isRepeated = pattern.utf8.first.map("*+?".utf8.contains) ?? false
    return groups == 0 && !isInClass && !isEscaped && !isRepeated && !isMistaken(pattern)
  }

  /// Whether an expression has what may be a range that ends before it begins, `[a-Z]`, or a
  /// repetition with a space, `{1, 2}`.
  private static func isMistaken(_ pattern: String) -> Bool {
    var (last, secondLast) = (Character(" "), Character(" "))
    for letter in pattern {
      if last == ",", letter == " " { return true }
      if last == "-", secondLast > letter, [secondLast, letter].allSatisfy(\.isLetter) {
        return true
      }
      (secondLast, last) = (last, letter)
    }
    return false
  }

  /// The expression itself where it is written as JavaScript writes one, `/^[a-z]+$/i`: to the
  /// letter that would match nothing.
  private mutating func expression(_ text: String, _ node: Node) -> String {
    guard text.hasPrefix("/"), let end = text.lastIndex(of: "/"), end > text.startIndex else {
      return text
    }
    let body = text[..<end].dropFirst()
    let flags = text[end...].dropFirst()
    guard flags.allSatisfy("dgimsuvy".contains), !flags.isEmpty || body.hasPrefix("^") else {
      return text
    }
    warn(node, "`pattern`", expected: "an expression without delimiters", "they are left out")
    return (flags.contains("i") ? "(?i)" : "") + body
  }

  private mutating func count(_ node: Node, _ keyword: Keyword) -> Int? {
    guard let count = node.scalar?.meantInt, count >= 0 else {
      warn(node, "`\(keyword.rawValue)`", expected: "a whole number that is not negative")
      return nil
    }
    return count
  }

  private mutating func number(_ node: Node, _ keyword: Keyword) -> String? {
    guard let scalar = node.scalar, let value = scalar.meantDouble else {
      warn(node, "`\(keyword.rawValue)`", expected: "a number")
      return nil
    }
    if keyword == .multipleOf, value <= 0 {
      warn(node, "`multipleOf`", expected: "a number above 0")
      return nil
    }
    // `0x1F` is 31 where it goes.
    return scalar.unquoted.int.map(String.init) ?? scalar.text
  }
}
