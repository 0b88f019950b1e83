import Syntax

/// Keywords of an object that were indented too far, so that they stand among its properties.
extension DescriptionReader {
  /// Reads those that can be no properties, with a warning at each, and returns the properties
  /// without them.
  mutating func readStrayKeywords(
    in properties: Located, of object: Node, _ schema: inout Schema
  ) -> Located {
    let entries = properties.node.entries ?? []
    let strays = entries.filter { Self.isKeyword($0, among: entries, of: object) }
    if strays.isEmpty { return properties }
    for stray in strays {
      diagnostics.warning(
        "found `\(stray.key)` in `properties`, where it is none, expected it beside them; it is "
          + "read so", at: stray.keyPlace)
      guard let keyword = Keyword.named(stray.key) else { continue }
      read(keyword, Located(node: stray.value, resource: properties.resource), into: &schema)
    }
    return Located(
      node: properties.node.without(strays.map(\.key)), resource: properties.resource)
  }

  private static func isKeyword(
    _ entry: Mapping.Entry, among entries: [Mapping.Entry], of object: Node
  ) -> Bool {
    let value = entry.value
    switch entry.key {
    case "additionalProperties" where object[entry.key] == nil:
      // A property of that name comes with others, or is said to be one.
      let isProperty = entries.count > 1 || object["required"] != nil
      return value.bool != nil || value.mapping != nil && !isProperty
    case "required" where object[entry.key] == nil:
      let names = value.sequence ?? []
      return !names.isEmpty && names.allSatisfy { $0.text != nil }
    case "items" where object[entry.key] == nil:
      return object["type"]?.text == "array" && value.mapping != nil
    default: return false
    }
  }
}
