import Syntax

/// `type` and `nullable` (JSON Schema 2020-12 Validation §6.1.1; OAS 3.0 §4.7.24.1).
extension DescriptionReader {
  mutating func readTypes(_ node: Node, into schema: inout Schema) {
    guard let types = node.sequence else { return readType(node, into: &schema) }
    for type in types { readType(type, into: &schema) }
  }

  /// Makes `nullable: true` and the type `null` say the same, once both are read. OpenAPI 3.1 has no
  /// `nullable`, and Swagger 2.0 never had: both are written all the same.
  func finishTypes(_ schema: inout Schema) {
    let hasNull = schema.types.contains(.null)
    if schema.isNullable, !schema.types.isEmpty, !hasNull { schema.types.append(.null) }
    schema.isNullable = schema.isNullable || hasNull
  }

  private mutating func readType(_ node: Node, into schema: inout Schema) {
    if let type = exactType(node) {
      // One type twice says no more than once.
      if !schema.types.contains(type) { schema.types.append(type) }
      return
    }
    let text = node.text?.lowercased() ?? ""
    if let meant = PublishedType(name: text) {
      schema.types.append(meant.type)
      schema.format = schema.format ?? meant.format
      let format = meant.format.map { " with `format: \($0)`" } ?? ""
      warn(node, "`type`", expected: Self.knownTypes, "it is read as \(meant.type)\(format)")
    } else if let near = nearest(to: text, among: Schema.DataType.allCases.map(\.rawValue)) {
      schema.types += Schema.DataType(rawValue: near).map { [$0] } ?? []
      warn(node, "`type`", expected: Self.knownTypes, "it is read as \(near)")
    } else {
      warn(node, "`type`", expected: Self.knownTypes, "any type is allowed")
    }
  }

  private static let knownTypes =
    "one of " + Schema.DataType.allCases.map(\.rawValue).joined(separator: ", ")

  private func exactType(_ node: Node) -> Schema.DataType? {
    // `type: null` without quotes is a YAML null; there is only one thing that it can mean.
    node.isNull ? .null : node.text.flatMap(Schema.DataType.init)
  }
}

/// A name that published descriptions give a type, though no version of OpenAPI has it there.
private struct PublishedType {
  let type: Schema.DataType
  var format: String?

  /// Nil where the name, in lower case, is none of them.
  init?(name: String) {
    switch name {
    case "bool": type = .boolean
    case "int", "long": type = .integer
    case "float", "double", "decimal": type = .number
    case "list": type = .array
    case "map", "dict": type = .object
    case "text": type = .string
    case "file", "binary": (type, format) = (.string, "binary")
    case "date", "date-time", "uuid": (type, format) = (.string, name)
    default:
      // `String` and the like.
      guard let known = Schema.DataType(rawValue: name) else { return nil }
      type = known
    }
  }
}
