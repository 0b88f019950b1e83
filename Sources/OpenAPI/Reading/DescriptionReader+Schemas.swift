import Syntax

/// Schema Objects (OAS 3.1 §4.8.24; OAS 3.0 §4.7.24).
extension DescriptionReader {
  /// The schema at a pointer, read once however often it is referred to.
  ///
  /// A `$ref` with nothing beside it is the schema that it names. In OpenAPI 3.0 what stands beside
  /// a `$ref` is ignored (§4.7.23.1); in 3.1 it applies as well.
  mutating func readSchema(_ node: Node, pointer: String) -> Schema.ID {
    if let id = schemaIDs[pointer] { return id }
    let id = reserve(pointer, at: node.place)
    if node.mapping == nil {
      // `true` and `{}` say the same: anything is allowed (JSON Schema Core §4.3.2).
      if node.bool != true { report(node, "a schema", expected: "a mapping") }
    } else if let reference = node["$ref"] {
      document.schemas[id.index] = readReference(reference, in: node, pointer: pointer)
    } else {
      document.schemas[id.index] = readKeywords(node, pointer: pointer)
    }
    return id
  }

  private mutating func reserve(_ pointer: String, at place: Place) -> Schema.ID {
    let id = Schema.ID(index: document.schemas.count)
    document.schemas.append(Schema(place: place))
    schemaIDs[pointer] = id
    return id
  }

  private mutating func readReference(
    _ reference: Node, in node: Node, pointer: String
  ) -> Schema {
    var schema =
      isVersion30 ? Schema(place: node.place) : readKeywords(node, pointer: pointer)
    if let resolved = resolve(node, pointer: pointer) {
      schema.reference = readSchema(resolved.node, pointer: resolved.pointer)
    }
    return schema
  }

  private mutating func readKeywords(_ node: Node, pointer: String) -> Schema {
    var schema = Schema(place: node.place)
    schema.title = string("title", of: node)
    schema.description = string("description", of: node)
    schema.defaultValue = node["default"]
    schema.isDeprecated = bool("deprecated", of: node)
    schema.isReadOnly = bool("readOnly", of: node)
    schema.isWriteOnly = bool("writeOnly", of: node)
    schema.format = string("format", of: node)
    schema.constValue = node["const"]
    schema.enumValues = node["enum"].map { items(of: $0, "`enum`") }
    schema.types = readTypes(node)
    readObject(node, pointer: pointer, into: &schema)
    schema.items = node["items"].map { readSchema($0, pointer: pointer + "/items") }
    schema.allOf = readBranches("allOf", of: node, pointer: pointer)
    schema.anyOf = readBranches("anyOf", of: node, pointer: pointer)
    schema.oneOf = readBranches("oneOf", of: node, pointer: pointer)
    schema.constraints = readConstraints(node)
    return schema
  }

  private mutating func readTypes(_ node: Node) -> [Schema.DataType] {
    guard let type = node["type"] else { return [] }
    var types = (type.sequence ?? [type]).compactMap { readType($0) }
    if isVersion30, bool("nullable", of: node), !types.contains(.null) { types.append(.null) }
    return types
  }

  private mutating func readType(_ node: Node) -> Schema.DataType? {
    // `type: null` without quotes is a YAML null; there is only one thing that it can mean.
    if node.isNull { return .null }
    if let type = node.text.flatMap(Schema.DataType.init(rawValue:)) { return type }
    let names = Schema.DataType.allCases.map(\.rawValue)
    let hint = nearest(to: node.text ?? "", among: names).map { "; did you mean '\($0)'?" } ?? ""
    let expected = "one of " + names.joined(separator: ", ")
    report(node, "`type`", expected: expected + hint)
    return nil
  }

  private mutating func readObject(_ node: Node, pointer: String, into schema: inout Schema) {
    if let properties = node["properties"] {
      guard let mapping = properties.mapping else {
        return report(properties, "`properties`", expected: "a mapping")
      }
      // Not `entries(of:)`: here a name that starts with `x-` is a property like any other.
      schema.properties = mapping.entries.map { entry in
        let pointer = pointer + "/properties/" + JSONPointer.escape(entry.key)
        let id = readSchema(entry.value, pointer: pointer)
        return Schema.Property(name: entry.key, schema: id, place: entry.keyPlace)
      }
    }
    schema.required = strings("required", of: node)
    schema.additionalProperties = readAdditionalProperties(node, pointer: pointer)
  }

  private mutating func readAdditionalProperties(
    _ node: Node, pointer: String
  ) -> Schema.AdditionalProperties {
    guard let value = node["additionalProperties"] else { return .unsaid }
    if let isAllowed = value.bool { return isAllowed ? .allowed : .forbidden }
    return .schema(readSchema(value, pointer: pointer + "/additionalProperties"))
  }

  private mutating func readBranches(
    _ key: String, of node: Node, pointer: String
  ) -> [Schema.ID] {
    guard let branches = node[key] else { return [] }
    return items(of: branches, "`\(key)`").enumerated().map { index, branch in
      readSchema(branch, pointer: "\(pointer)/\(key)/\(index)")
    }
  }
}
