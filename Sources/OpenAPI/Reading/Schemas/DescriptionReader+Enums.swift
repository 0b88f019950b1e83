import Syntax

/// What extensions say of the values of `enum`. No version of OpenAPI has a place for it; these are
/// the names that generators of descriptions write, and of clients read.
extension DescriptionReader {
  private static let names = ["x-enum-varnames", "x-enumNames"]
  private static let descriptions = ["x-enum-descriptions", "x-enumDescriptions"]

  mutating func finishEnum(_ schema: inout Schema, of at: Located) {
    readEnum(into: &schema, of: at)
    // Beside `const` that is the only value (JSON Schema Validation §6.1.3).
    guard let only = schema.constValue?.scalar,
      let index = schema.enumValues?.firstIndex(where: { $0.scalar == only })
    else { return }
    schema.enumValues = schema.enumValues.map { [$0[index]] }
    if !schema.enumNames.isEmpty { schema.enumNames = [schema.enumNames[index]] }
    if !schema.enumDescriptions.isEmpty {
      schema.enumDescriptions = [schema.enumDescriptions[index]]
    }
  }

  private mutating func readEnum(into schema: inout Schema, of at: Located) {
    guard let values = schema.enumValues else { return }
    let node = at.node
    schema.enumNames = readTexts(Self.names, of: node, for: values)
    if schema.enumNames.isEmpty, let names = node["enum"]?.entries {
      schema.enumNames = names.map(\.key)
    }
    schema.enumDescriptions = readTexts(Self.descriptions, of: node, for: values)
    readEntries(of: node["x-ms-enum"]?["values"]?.sequence ?? [], for: values, into: &schema)
    guard !schema.types.isEmpty, !values.contains(where: { isValue($0, of: schema.types) }) else {
      return warnOfOthers(values, than: schema.types)
    }
    if schema.types.contains(.array), values.allSatisfy({ $0.scalar != nil }) {
      moveEnumToItems(&schema, of: at)
    } else if values.allSatisfy({ $0.text != nil }) {
      warn(
        values[0], "a value of `enum`", expected: "one of the type beside it",
        "the values are strings")
      schema.types = schema.types.contains(.null) ? [.string, .null] : [.string]
      schema.format = nil
    }
  }

  /// Whether a value may be one of some type, for all that its writing says.
  private func isValue(_ value: Node, of types: [Schema.DataType]) -> Bool {
    types.contains { type in
      switch type {
      case .string: value.text != nil
      case .integer, .number: value.scalar?.meantDouble != nil
      case .boolean: Bool((value.text ?? "").lowercased()) != nil
      case .array: value.sequence != nil
      case .object: value.mapping != nil
      case .null: value.isNull
      }
    }
  }

  /// Tells of values that are no numbers, or no integers, among those that are: an enumeration of
  /// these has no place for them.
  private mutating func warnOfOthers(_ values: [Node], than types: [Schema.DataType]) {
    let types = types.filter { $0 != .null }
    let isInteger = types == [.integer]
    guard isInteger || types == [.number] else { return }
    for value in values where !value.isNull {
      if isInteger ? value.scalar?.meantInt != nil : value.scalar?.meantDouble != nil { continue }
      warn(value, "a value of `enum`", expected: isInteger ? "an integer of 64 bits" : "a number")
    }
  }

  /// Moves `enum` from an array to its items: many write it beside `items`.
  private mutating func moveEnumToItems(_ schema: inout Schema, of at: Located) {
    guard let entry = at.node.entries?.first(where: { $0.key == "enum" }) else { return }
    diagnostics.warning(
      "found `enum` beside `items`, expected the values of each item in `items`; it is read so",
      at: entry.keyPlace)
    var items = at.node["items"] ?? .mapping([], at: entry.keyPlace)
    if items["$ref"] != nil { items = .mapping([], at: entry.keyPlace) }
    let node = items.adding("enum", entry.value)
    schema.items = readSchema(Located(node: node, resource: at.resource))
    schema.enumValues = nil
    (schema.enumNames, schema.enumDescriptions) = ([], [])
  }

  /// AutoRest has an entry for each value: `x-ms-enum: {values: [{value: 1, name: First}]}`.
  private func readEntries(of list: [Node], for values: [Node], into schema: inout Schema) {
    if list.isEmpty { return }
    let entries = Dictionary(
      list.map { ($0["value"]?.text, $0) }, uniquingKeysWith: { first, _ in first })
    let own = values.map { entries[$0.text] }
    if schema.enumNames.isEmpty { schema.enumNames = own.map { $0?["name"]?.text } }
    if schema.enumDescriptions.isEmpty {
      schema.enumDescriptions = own.map { $0?["description"]?.text }
    }
  }

  /// A text for each value: a list in their order, or a mapping from them.
  private mutating func readTexts(
    _ keys: [String], of node: Node, for values: [Node]
  ) -> [String?] {
    guard let key = keys.first(where: { node[$0] != nil }), let texts = node[key], !texts.isNull
    else { return [] }
    if texts.mapping != nil { return values.map { $0.text.flatMap { texts[$0]?.text } } }
    guard let list = texts.sequence, list.count <= values.count else {
      warn(texts, "`\(key)`", expected: "a text for each of the \(values.count) values of `enum`")
      return []
    }
    if list.count < values.count {
      warn(
        texts, "`\(key)`", expected: "a text for each of the \(values.count) values of `enum`",
        "the others have none")
    }
    return values.indices.map { $0 < list.count ? list[$0].text : nil }
  }
}
