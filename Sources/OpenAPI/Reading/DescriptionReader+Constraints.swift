import Syntax

/// The validation keywords of a schema (JSON Schema Validation §6; OAS 3.0 §4.7.24.1).
extension DescriptionReader {
  mutating func readConstraints(_ node: Node) -> [Constraint] {
    var constraints: [Constraint] = []
    if let count = count("minLength", of: node), count > 0 { constraints.append(.minLength(count)) }
    if let count = count("maxLength", of: node) { constraints.append(.maxLength(count)) }
    if let pattern = string("pattern", of: node) { constraints.append(.pattern(pattern)) }
    constraints += readLimit("minimum", of: node, Constraint.minimum, Constraint.exclusiveMinimum)
    constraints += readLimit("maximum", of: node, Constraint.maximum, Constraint.exclusiveMaximum)
    if let factor = number("multipleOf", of: node) { constraints.append(.multipleOf(factor)) }
    if let count = count("minItems", of: node), count > 0 { constraints.append(.minItems(count)) }
    if let count = count("maxItems", of: node) { constraints.append(.maxItems(count)) }
    if bool("uniqueItems", of: node) { constraints.append(.uniqueItems) }
    return constraints
  }

  /// In OpenAPI 3.0 `exclusiveMinimum` is a boolean that sharpens `minimum`; in 3.1 a number.
  private mutating func readLimit(
    _ key: String, of node: Node, _ inclusive: (String) -> Constraint,
    _ exclusive: (String) -> Constraint
  ) -> [Constraint] {
    let exclusiveKey = "exclusive" + key.prefix(1).uppercased() + key.dropFirst()
    guard isVersion30 else {
      return [number(key, of: node).map(inclusive), number(exclusiveKey, of: node).map(exclusive)]
        .compactMap { $0 }
    }
    let isExclusive = bool(exclusiveKey, of: node)
    return number(key, of: node).map { [isExclusive ? exclusive($0) : inclusive($0)] } ?? []
  }

  private mutating func number(_ key: String, of node: Node) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.text, let number = Double(text), number.isFinite else {
      report(value, "`\(key)`", expected: "a number")
      return nil
    }
    return text
  }
}
