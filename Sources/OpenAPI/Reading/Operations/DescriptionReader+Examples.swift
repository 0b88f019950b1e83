import Syntax

/// What bodies look like: examples of a media type (OAS 3.1 §4.8.14), or of its schema and of the
/// properties in it (§4.8.24.3).
extension DescriptionReader {
  /// The schemas that a value is made up from: those that it is in, and how many more may come.
  private struct Making {
    var around: [Place] = []
    var left = 1_000
  }

  /// Which properties an answer has, as all parts of one schema say together.
  private struct Presence {
    var required: Set<String> = []
    /// Those that only requests have: that they are required is of these alone (OAS 3.0 §4.7.24.2).
    var writeOnly: Set<String> = []

    func isIn(_ value: Node) -> Bool {
      guard let members = value.mapping else { return true }
      return required.subtracting(writeOnly).allSatisfy { members[$0] != nil }
    }
  }

  /// An example of a media type; nil where there is none, or none of all that has to be there.
  mutating func readExample(of media: Located) -> MediaType.Example? {
    var making = Making()
    guard let node = example(of: media) ?? media["schema"].flatMap({ value(of: $0, &making) })
    else { return nil }
    let json = node.json
    guard affords(json.utf8.count / 16, at: node.place) else { return nil }
    return MediaType.Example(json: json, text: node.text)
  }

  /// That of the media type itself.
  private mutating func example(of media: Located) -> Node? {
    if let example = media.node["example"] { return example }
    for entry in media.node["examples"]?.entries ?? [] {
      let shared = described(Located(node: entry.value, resource: media.resource))
      // OpenAPI 3.2 has `dataValue` (OAS 3.2 §4.19).
      if let value = shared?.node["value"] ?? shared?.node["dataValue"] { return value }
    }
    return nil
  }

  /// A value that a schema shows, or one that is made of those that its parts show; nil where these
  /// do not show all that an answer has.
  private mutating func value(of schema: Located, _ making: inout Making) -> Node? {
    var presence = Presence()
    let value = value(of: schema, &making, &presence)
    return value.flatMap { presence.isIn($0) ? $0 : nil }
  }

  /// The value of one part of a schema, and what that says of the properties of the whole.
  private mutating func value(
    of schema: Located, _ making: inout Making, _ presence: inout Presence
  ) -> Node? {
    making.left -= 1
    guard making.left > 0, let schema = described(schema),
      !making.around.contains(schema.node.place)
    else { return nil }
    if let own = shown(by: schema.node) { return own }
    making.around.append(schema.node.place)
    defer { making.around.removeLast() }
    if let items = schema["items"] {
      return value(of: items, &making).map { Node(.sequence([$0]), at: schema.node.place) }
    }
    for keyword in ["oneOf", "anyOf"] {
      guard let first = schema.node[keyword]?.sequence?.first else { continue }
      return value(of: Located(node: first, resource: schema.resource), &making, &presence)
    }
    return object(of: schema, &making, &presence)
  }

  private func shown(by schema: Node) -> Node? {
    schema["example"] ?? schema["examples"]?.sequence?.first ?? schema["const"]
      ?? schema["default"] ?? schema["enum"]?.sequence?.first
  }

  /// The properties that show a value, those of `allOf` among them.
  private mutating func object(
    of schema: Located, _ making: inout Making, _ presence: inout Presence
  ) -> Node? {
    var members = Mapping()
    for base in schema.node["allOf"]?.sequence ?? [] {
      let base = Located(node: base, resource: schema.resource)
      guard let value = value(of: base, &making, &presence)?.mapping else { continue }
      for entry in value.entries { members.insert(entry) }
    }
    for entry in schema.node["properties"]?.entries ?? [] {
      let property = Located(node: entry.value, resource: schema.resource)
      if entry.value["writeOnly"]?.bool == true {
        presence.writeOnly.insert(entry.key)
        continue
      }
      guard let value = value(of: property, &making) else { continue }
      members.insert(Mapping.Entry(key: entry.key, keyPlace: entry.keyPlace, value: value))
    }
    presence.required.formUnion(schema.node["required"]?.sequence?.compactMap(\.text) ?? [])
    return members.entries.isEmpty ? nil : Node(.mapping(members), at: schema.node.place)
  }

  /// What a reference leads to in the end, which is told of elsewhere where that is nothing.
  private mutating func described(_ at: Located) -> Located? {
    var at = at
    for _ in 0..<20 {
      guard let reference = at.node["$ref"] else { return at }
      guard let text = reference.text,
        let target = try? exactTarget(of: text, at: reference.place, from: at.resource)
      else { return nil }
      at = target.located
    }
    return nil
  }
}
