import Syntax

/// The keywords of a schema, each by what it is for.
extension DescriptionReader {
  mutating func readKeywords(_ at: Located) -> Schema {
    var schema = Schema(place: at.node.place)
    for entry in at.node.entries ?? [] {
      guard let keyword = Keyword.named(entry.key) else {
        if !Fields.isSchema(entry.key) { checkField(entry, Fields.schema) }
        continue
      }
      if entry.value.isNull, !keyword.takesNull { continue }
      read(keyword, Located(node: entry.value, resource: at.resource), into: &schema)
    }
    finishTypes(&schema)
    finishNumbers(&schema)
    finishBranches(&schema)
    finishEnum(&schema, of: at.node)
    finishLimits(&schema, of: at.node)
    return schema
  }

  private mutating func read(_ keyword: Keyword, _ value: Located, into schema: inout Schema) {
    let node = value.node
    switch keyword {
    case .ref: schema.reference = schemaID(of: node, from: value.resource)
    case .dynamicRef: schema.reference = dynamicSchemaID(of: node, from: value.resource)
    // Of JSON Schema 2019-09; `#`, the only value that it has, is the whole that it stands in.
    case .recursiveRef: schema.reference = whole
    case .title: schema.title = string(node, keyword.rawValue)
    case .description: schema.description = string(node, keyword.rawValue)
    case .default: schema.defaultValue = node
    case .deprecated: schema.isDeprecated = bool(node, keyword.rawValue) ?? false
    case .readOnly: schema.isReadOnly = bool(node, keyword.rawValue) ?? false
    case .writeOnly: schema.isWriteOnly = bool(node, keyword.rawValue) ?? false
    case .type: readTypes(node, into: &schema)
    case .nullable, .xNullable: schema.isNullable = bool(node, keyword.rawValue) ?? false
    case .xApigen: readOptions(value, of: &schema)
    case .format: schema.format = string(node, keyword.rawValue)
    case .enum: schema.enumValues = readEnum(node)
    case .const: schema.constValue = node
    case .contentMediaType: schema.contentMediaType = string(node, keyword.rawValue)
    case .contentEncoding: schema.contentEncoding = string(node, keyword.rawValue)
    case .contentSchema: schema.contentSchema = readSchema(value)
    case .prefixItems, .items: readItems(keyword, value, into: &schema)
    case .allOf: schema.allOf = readBranches(keyword, value)
    case .anyOf: schema.anyOf = readBranches(keyword, value)
    case .oneOf: schema.oneOf = readBranches(keyword, value)
    case .not: schema.not = readSchema(value)
    case .then, .else: schema.conditional.append(readSchema(value))
    case .dependentSchemas:
      schema.conditional += entries(of: value, "`dependentSchemas`").map { readSchema($0.value) }
    case .discriminator: schema.discriminator = readDiscriminator(value)
    case .properties, .patternProperties, .required, .additionalProperties,
      .unevaluatedProperties, .propertyNames, .dependentRequired:
      readObject(keyword, value, into: &schema)
    default: readConstraint(keyword, node, into: &schema)
    }
  }

  private mutating func readEnum(_ node: Node) -> [Node]? {
    if let values = node.sequence, !values.isEmpty { return values }
    warn(node, "`enum`", expected: "a list of at least one value")
    return nil
  }

  private mutating func readItems(
    _ keyword: Keyword, _ value: Located, into schema: inout Schema
  ) {
    if keyword == .items, value.node.sequence == nil {
      schema.items = readSchema(value)
      return
    }
    if keyword == .items {
      warn(value.node, "`items`", expected: "a schema", "it is read as `prefixItems`")
    }
    schema.prefixItems += items(of: value, "`\(keyword.rawValue)`").map { readSchema($0) }
  }

  private mutating func readBranches(_ keyword: Keyword, _ value: Located) -> [Schema.ID] {
    if value.node.mapping != nil {
      warn(
        value.node, "`\(keyword.rawValue)`", expected: "a list of schemas",
        "it is read as the only one")
      return [readSchema(value)]
    }
    return items(of: value, "`\(keyword.rawValue)`").map { readSchema($0) }
  }
}

/// Objects.
extension DescriptionReader {
  private mutating func readObject(
    _ keyword: Keyword, _ value: Located, into schema: inout Schema
  ) {
    let node = value.node
    switch keyword {
    case .properties: schema.properties = readProperties(keyword, value)
    case .patternProperties: schema.patternProperties = readProperties(keyword, value)
    case .required where node.bool != nil:
      warn(
        node, "`required`", expected: "the names of properties, in the schema of their object")
    case .required: schema.required = strings(node, "required")
    case .propertyNames: schema.propertyNames = readSchema(value)
    case .dependentRequired:
      schema.dependentRequired = entries(of: value, "`dependentRequired`").map {
        ($0.key, strings($0.value.node, $0.key))
      }
    case .unevaluatedProperties:
      // What `additionalProperties` says is stricter.
      guard case .unsaid = schema.additionalProperties else { return }
      schema.additionalProperties = readAdditionalProperties(keyword, value)
    default: schema.additionalProperties = readAdditionalProperties(keyword, value)
    }
  }

  private mutating func readAdditionalProperties(
    _ keyword: Keyword, _ value: Located
  ) -> Schema.AdditionalProperties {
    guard value.node.scalar != nil else { return .schema(readSchema(value)) }
    return bool(value.node, keyword.rawValue).map { $0 ? .allowed : .forbidden } ?? .unsaid
  }

  private mutating func readProperties(
    _ keyword: Keyword, _ value: Located
  ) -> [Schema.Property] {
    guard value.node.mapping != nil else {
      warn(value.node, "`\(keyword.rawValue)`", expected: "a mapping")
      return []
    }
    return entries(of: value, "`\(keyword.rawValue)`").map { entry in
      Schema.Property(
        name: entry.key, swiftName: entry.value.node["x-apigen"]?["name"]?.text,
        schema: readSchema(entry.value), place: entry.keyPlace)
    }
  }
}
