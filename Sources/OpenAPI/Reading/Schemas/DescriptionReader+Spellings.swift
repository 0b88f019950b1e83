import ECMAExpressions
import Syntax

/// Rules that what is sent can only break: listed values, and dates and UUIDs, which go out as
/// apigen spells them.
extension DescriptionReader {
  /// Leaves out rules that a listed value breaks, with a warning: it could not be sent. A pattern
  /// is also left out for an example or the default: where they disagree, it is mostly the pattern
  /// that is wrong.
  mutating func leaveOutRules(brokenByValuesOf schema: inout Schema, of node: Node) {
    // Most have no rules.
    if schema.constraints.isEmpty { return }
    if let values = schema.enumValues ?? schema.constValue.map({ [$0] }) {
      leaveOutRules(of: &schema, brokenBy: values.filter { $0.text != nil }, "a listed value")
    } else if let example = node["example"] ?? node["examples"]?.sequence?.first {
      leaveOutPattern(of: &schema, brokenBy: example, "an example")
    } else if let value = schema.defaultValue {
      leaveOutPattern(of: &schema, brokenBy: value, "the default")
    }
  }

  private mutating func leaveOutPattern(
    of schema: inout Schema, brokenBy value: Node, _ subject: String
  ) {
    // An empty text is written where there is none.
    guard !value.isNull, value.text?.isEmpty == false else { return }
    leaveOutRules(of: &schema, brokenBy: [value], subject) { $0.keyword == "pattern" }
  }

  private mutating func leaveOutRules(
    of schema: inout Schema, brokenBy values: [Node], _ subject: String,
    where isMeant: (Constraint) -> Bool = { _ in true }
  ) {
    let types = schema.types
    schema.constraints.removeAll { rule in
      guard isMeant(rule), let broken = value(of: values, breaking: rule, types) else {
        return false
      }
      warn(
        broken, subject, expected: "one that `\(rule.keyword)` allows",
        "`\(rule.keyword)` is left out")
      return true
    }
  }

  private mutating func value(
    of values: [Node], breaking rule: Constraint, _ types: [Schema.DataType]
  ) -> Node? {
    let areTexts = types.allSatisfy { $0 == .string || $0 == .null }
    switch rule {
    case .minLength, .maxLength:
      return areTexts ? values.first { !rule.allows($0.text ?? "") } : nil
    case .pattern(let pattern):
      let texts = values.prefix(20).compactMap(\.text)
      let spelling = Spelling(format: "enum \(texts)", rules: [rule])
      guard areTexts, !canWrite(texts.map { [$0] }, spelling, patience: 5) else { return nil }
      let expression = ECMAExpression(pattern)
      return values.first { expression?.matches(in: $0.text ?? "", patience: 5) == false }
    default:
      return values.first { $0.scalar?.meantDouble.map { !rule.allows($0) } ?? false }
    }
  }

  /// Reads one whose rules its spelling breaks, whatever its value is, as a string, with a warning:
  /// nothing could be sent.
  mutating func finishFormat(_ schema: inout Schema, of node: Node) {
    // Most have no rules.
    guard !schema.constraints.isEmpty, let format = schema.format,
      let spellings = Self.spellings(of: format)
    else { return }
    if canWrite(spellings, Spelling(format: format, rules: schema.constraints)) { return }
    schema.format = nil
    let keywords = ["pattern", "minLength", "maxLength"].filter { node[$0] != nil }
    let names = keywords.map { "`\($0)`" }.joined(separator: " and ")
    diagnostics.warning(
      "found \(names) beside `format: \(format)`, expected what '\(spellings.last?.first ?? "")' "
        + "keeps, which is how apigen writes one; it is read as a string",
      at: keywords.first.flatMap { node[$0]?.place } ?? node.place)
  }

  /// Whether some text of each form keeps all rules.
  private mutating func canWrite(
    _ forms: [[String]], _ spelling: Spelling, patience: Int = 30
  ) -> Bool {
    if let known = knownSpellings[spelling] { return known }
    // A hostile pattern takes long.
    guard knownSpellings.count < 300 else { return true }
    let expressions = spelling.rules.compactMap { rule in
      if case .pattern(let pattern) = rule { ECMAExpression(pattern) } else { nil }
    }
    let isKept = forms.allSatisfy { values in
      values.contains { value in
        spelling.rules.allSatisfy { $0.allows(value) }
          && expressions.allSatisfy { $0.matches(in: value, patience: patience) }
      }
    }
    knownSpellings[spelling] = isKept
    return isKept
  }

  /// Texts of each length and form that a format has in JSON, of which rules may leave out some
  /// values; nil where it is a string in Swift.
  private static func spellings(of format: String) -> [[String]]? {
    switch format {
    case "date-time":
      // A time has as many digits as it needs.
      ["", ".123", ".123456"].map { fraction in
        ["2024-01-01T00:00:00", "1999-12-31T23:59:59"].map { $0 + fraction + "Z" }
      }
    case "date": [["2024-01-01", "1999-12-31"]]
    case "uuid":
      [(1...8).map { "0f1a2b3c-4d5e-\($0)f6a-8b7c-0a1b2c3d4e5f" }]
    default: nil
    }
  }
}

/// A format, and what else a schema says of its values.
struct Spelling: Hashable {
  let format: String
  let rules: [Constraint]
}
