import Syntax

/// Reads fields of a known type. One that has another type is a warning at its place, and reads as
/// absent or as what it must mean.
protocol FieldReader {
  var diagnostics: Diagnostics { get set }
}

extension FieldReader {
  mutating func string(_ key: String, of node: Node) -> String? {
    node[key].flatMap { string($0, key) }
  }

  mutating func bool(_ key: String, of node: Node) -> Bool? {
    node[key].flatMap { bool($0, key) }
  }

  mutating func strings(_ key: String, of node: Node) -> [String] {
    node[key].map { strings($0, key) } ?? []
  }

  /// The text of the value under a key; null is none.
  mutating func string(_ value: Node, _ key: String) -> String? {
    if value.scalar == nil { warn(value, "`\(key)`", expected: "a string") }
    return value.text
  }

  mutating func bool(_ value: Node, _ key: String) -> Bool? {
    if let bool = value.bool { return bool }
    if value.isNull { return nil }
    // `"false"` in quotes can only mean one thing.
    let meant = value.text.flatMap { Bool($0.lowercased()) }
    let outcome = meant.map { "it is read as \($0)" } ?? "it is left out"
    warn(value, "`\(key)`", expected: "true or false", outcome)
    return meant
  }

  mutating func strings(_ value: Node, _ key: String) -> [String] {
    if value.isNull || value.isEmptyCollection { return [] }
    guard let items = value.sequence else {
      let outcome = value.text == nil ? "it is left out" : "it is read as the only one"
      warn(value, "`\(key)`", expected: "a list of strings", outcome)
      return value.text.map { [$0] } ?? []
    }
    return items.compactMap { item in
      if item.text == nil { warn(item, "`\(key)`", expected: "a string") }
      return item.text
    }
  }

  /// Tells of something that can be left out.
  mutating func warn(
    _ node: Node, _ subject: String, expected: String, _ outcome: String = "it is left out"
  ) {
    diagnostics.warning(
      "found \(node.summary) for \(subject), expected \(expected); \(outcome)", at: node.place)
  }
}
