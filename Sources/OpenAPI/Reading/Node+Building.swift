import Syntax

extension Node {
  static func string(_ text: String, at place: Place) -> Node {
    Node(.scalar(Scalar(text, isQuoted: true)), at: place)
  }

  static func strings(_ texts: [String], at place: Place) -> Node {
    Node(.sequence(texts.map { .string($0, at: place) }), at: place)
  }

  static func bool(_ value: Bool, at place: Place) -> Node {
    Node(.scalar(Scalar("\(value)", isQuoted: false)), at: place)
  }

  /// A mapping of the fields that have a value.
  static func mapping(_ fields: [(key: String, value: Node?)], at place: Place) -> Node {
    var mapping = Mapping()
    for (key, value) in fields {
      guard let value else { continue }
      mapping.insert(Mapping.Entry(key: key, keyPlace: value.place, value: value))
    }
    return Node(.mapping(mapping), at: place)
  }

  /// The map of media types of what is JSON.
  static func content(of schema: Node) -> Node {
    let media = Node.mapping([("schema", schema)], at: schema.place)
    return .mapping([("application/json", media)], at: schema.place)
  }

  /// The node with one more field, where it is a mapping that has none of that name.
  func adding(_ key: String, _ value: Node) -> Node {
    guard var mapping else { return self }
    mapping.insert(Mapping.Entry(key: key, keyPlace: value.place, value: value))
    return Node(.mapping(mapping), at: place)
  }

  /// A mapping less some of its fields.
  func without(_ fields: [String]) -> Node {
    var mapping = Mapping()
    for entry in entries ?? [] where !fields.contains(entry.key) { mapping.insert(entry) }
    return Node(.mapping(mapping), at: place)
  }

  /// The node with other values, where it is a mapping; extensions stay as they are.
  func mappingValues(_ convert: (Node) -> Node) -> Node {
    mappingEntries { _, value in convert(value) }
  }

  /// The same, by the key of each value.
  func mappingEntries(_ convert: (_ key: String, _ value: Node) -> Node) -> Node {
    guard var mapping else { return self }
    for (position, entry) in mapping.entries.enumerated() where !entry.key.hasPrefix("x-") {
      mapping.replaceValue(at: position, with: convert(entry.key, entry.value))
    }
    return Node(.mapping(mapping), at: place)
  }

  /// The node with other values, where its keys are names, even those that begin as extensions do.
  func mappingMembers(_ convert: (Node) -> Node) -> Node {
    guard var mapping else { return self }
    for (position, entry) in mapping.entries.enumerated() {
      mapping.replaceValue(at: position, with: convert(entry.value))
    }
    return Node(.mapping(mapping), at: place)
  }
}
