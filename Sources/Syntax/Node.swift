/// A value of a JSON or YAML document, and where it stands.
///
/// A node says what is written and no more: a scalar keeps its text, and whoever knows the type of
/// the field interprets it. So `version: 1.0`, `200:` and `no` come out as they were written.
package struct Node: Sendable {
  package enum Value: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping(Mapping)
  }

  /// How deep values may nest, so that whoever walks through them does not use up the stack.
  package static let deepestNesting = 500

  package var value: Value
  package var place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Node {
  /// The scalar, where the node is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = value { scalar } else { nil }
  }

  /// The items, where the node is a sequence.
  package var sequence: [Node]? {
    if case .sequence(let nodes) = value { nodes } else { nil }
  }

  /// The entries, where the node is a mapping.
  package var entries: [Mapping.Entry]? {
    if case .mapping(let mapping) = value { mapping.entries } else { nil }
  }

  /// The mapping, where the node is one.
  package var mapping: Mapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  /// The value under a key, where the node is a mapping that has it.
  package subscript(key: String) -> Node? {
    guard case .mapping(let mapping) = value else { return nil }
    return mapping[key]
  }

  /// What a person would call the node in an error: `a mapping`, `'strnig'`.
  package var summary: String {
    switch value {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar where isNull: "null"
    case .scalar(let scalar): scalar.text.excerpt
    }
  }
}

extension String {
  /// The text in quotes as an error shows it, cut short where it is long.
  package var excerpt: String {
    // By scalars: one Character may be as long as its file.
    let start = String(unicodeScalars.prefix(60))
    return start.utf8.count < utf8.count ? "'\(start)…'" : "'\(start)'"
  }
}
