import Syntax

/// Files, which Swagger 2.0 has a type for: later versions call them strings of bytes.
extension Swagger2 {
  /// Whether a schema is of a file, or of a list of files, which many write too.
  static func isFile(_ schema: Node) -> Bool {
    switch schema["type"]?.text {
    case "file": true
    case "array": schema["items"].map(isFile) ?? false
    default: false
    }
  }

  /// The schema as OpenAPI 3 has it.
  func withoutFileType(_ schema: Node) -> Node {
    guard Self.isFile(schema), var mapping = schema.mapping else { return schema }
    if let items = mapping.position(of: "items") {
      mapping.replaceValue(at: items, with: withoutFileType(mapping.entries[items].value))
    } else if let type = mapping.position(of: "type") {
      let place = mapping.entries[type].value.place
      mapping.replaceValue(at: type, with: .string("string", at: place))
      mapping.insert(
        Mapping.Entry(key: "format", keyPlace: place, value: .string("binary", at: place)))
    }
    return Node(.mapping(mapping), at: schema.place)
  }
}
