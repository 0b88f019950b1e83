import ECMAExpressions
import Syntax

/// Dates and UUIDs, which go out as apigen spells them.
extension DescriptionReader {
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
  private mutating func canWrite(_ forms: [[String]], _ spelling: Spelling) -> Bool {
    if let known = knownSpellings[spelling] { return known }
    // A hostile pattern takes long.
    guard knownSpellings.count < 100 else { return true }
    let expressions = spelling.rules.compactMap { rule in
      if case .pattern(let pattern) = rule { ECMAExpression(pattern) } else { nil }
    }
    let isKept = forms.allSatisfy { values in
      values.contains { value in
        spelling.rules.allSatisfy { Self.fits(value.utf8.count, $0) }
          && expressions.allSatisfy { $0.matches(in: value, patience: 30) }
      }
    }
    knownSpellings[spelling] = isKept
    return isKept
  }

  private static func fits(_ length: Int, _ rule: Constraint) -> Bool {
    switch rule {
    case .minLength(let least): length >= least
    case .maxLength(let most): length <= most
    default: true
    }
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
