import Syntax

/// The keywords of a schema, each by what it is for.
extension DescriptionReader {
  mutating func readKeywords(of node: Node, in resource: Int) -> Schema {
    var schema = Schema(place: node.place)
    var others: [Mapping.Entry] = []
    let entries = node.entries ?? []
    for index in entries.indices {
      let known = Keyword.named(entries[index].key)
      guard let keyword = known ?? keyword(meantBy: entries[index], of: node, &others),
        !entries[index].value.isNull || keyword.takesNull
      else { continue }
      var value = Located(node: entries[index].value, resource: resource)
      if keyword == .properties { value = readStrayKeywords(in: value, of: node, &schema) }
      read(keyword, value, into: &schema)
    }
    if schema.not != nil { schema.isNothing = node.allowsNothing }
    readMisplaced(others, resource, into: &schema)
    finishTypes(&schema)
    leaveOutProperties(ofNoObject: &schema, of: node)
    finishNumbers(&schema)
    finishBranches(&schema)
    finishEnum(&schema, of: Located(node: node, resource: resource))
    finishLimits(&schema, of: node)
    leaveOutRules(brokenByValuesOf: &schema, of: node)
    finishFormat(&schema, of: node)
    return schema
  }

  /// The keyword that a field is meant to be which is none as it is written; nil where it is none,
  /// or a schema that stands beside keywords, which is added to the others.
  private mutating func keyword(
    meantBy entry: Mapping.Entry, of schema: Node, _ others: inout [Mapping.Entry]
  ) -> Keyword? {
    if Fields.schema.contains(entry.key) { return nil }
    var entry = entry
    if entry.key == "content", let held = entry.value.entries?.first?.value["schema"] {
      others.append(Mapping.Entry(key: "schema", keyPlace: entry.keyPlace, value: held))
    } else if !entry.key.hasPrefix("x-"), entry.value.looksLikeSchema,
      !Self.isItem(entry.key, of: schema)
    {
      others.append(entry)
    } else if correct(&entry, Fields.schema, beside: schema) {
      return Keyword.named(entry.key)
    }
    return nil
  }

  /// Whether it is a slip for `items`: `item` of a list is no property of it.
  private static func isItem(_ key: String, of schema: Node) -> Bool {
    schema["type"]?.text == "array" && FieldNames.form(of: key) == "item"
  }

  mutating func read(_ keyword: Keyword, _ value: Located, into schema: inout Schema) {
    let node = value.node
    switch keyword {
    case .ref: schema.reference = schemaID(of: node, from: value.resource)
    case .dynamicRef: schema.reference = dynamicSchemaID(of: node, from: value.resource)
    // Of JSON Schema 2019-09; `#`, the only value that it has, is the whole that it stands in.
    case .recursiveRef: schema.reference = schemaQueue.whole
    case .title: schema.title = string(node, keyword.rawValue)
    case .description: schema.description = string(node, keyword.rawValue)
    case .default: schema.defaultValue = node
    case .deprecated: schema.isDeprecated = bool(node, keyword.rawValue) ?? false
    case .readOnly: schema.isReadOnly = bool(node, keyword.rawValue) ?? false
    case .writeOnly: schema.isWriteOnly = bool(node, keyword.rawValue) ?? false
    case .type: readTypes(value, into: &schema)
    case .nullable, .xNullable: schema.isNullable = bool(node, keyword.rawValue) ?? false
    case .xApigen: readOptions(value, of: &schema)
    case .format: schema.format = string(node, keyword.rawValue)
    case .enum: schema.enumValues = readEnum(node)
    // In Zalando's guidelines, values of which there may be more, as of any enumeration here.
    case .xExtensibleEnum: schema.enumValues = schema.enumValues ?? node.sequence
    case .const: schema.constValue = node
    case .contentMediaType: schema.contentMediaType = string(node, keyword.rawValue)
    case .contentEncoding: schema.contentEncoding = string(node, keyword.rawValue)
    case .contentSchema: schema.contentSchema = readSchema(value)
    case .prefixItems, .items: readItems(keyword, value, into: &schema)
    // What `items` says counts for all of them; `additionalItems` are those of older drafts.
    case .unevaluatedItems, .additionalItems: schema.items = schema.items ?? readSchema(value)
    case .allOf: schema.allOf = readBranches(keyword, value)
    case .anyOf: schema.anyOf = readBranches(keyword, value)
    case .oneOf: schema.oneOf = readBranches(keyword, value)
    case .not: schema.not = readSchema(value)
    case .then, .else: schema.conditional.append(readSchema(value))
    case .dependentSchemas:
      schema.conditional += entries(of: value, "`dependentSchemas`").map { readSchema($0.value) }
    case .dependencies: readDependencies(value, into: &schema)
    case .discriminator: schema.discriminator = readDiscriminator(value)
    case .xMsDiscriminatorValue, .xDiscriminatorValue:
      schema.discriminatorValue = string(node, keyword.rawValue)
    case .properties, .patternProperties, .required, .additionalProperties,
      .unevaluatedProperties, .propertyNames, .dependentRequired:
      readObject(keyword, value, into: &schema)
    default: readConstraint(keyword, node, into: &schema)
    }
  }

  /// Schemas that stand beside keywords: the properties, where `properties` was forgotten.
  private mutating func readMisplaced(
    _ entries: [Mapping.Entry], _ resource: Int, into schema: inout Schema
  ) {
    guard let first = entries.first else { return }
    let isObject = schema.types.isEmpty || schema.types == [.object]
    let isEmpty =
      schema.properties.isEmpty && schema.items == nil && schema.reference == nil
      && (schema.allOf + schema.anyOf + schema.oneOf).isEmpty
    let whole = entries.count == 1 && first.key == "schema"
    if isEmpty, isObject {
      diagnostics.warning(
        "found '\(first.key)', which is not a field here, expected it "
          + (whole ? "in place; it is the schema" : "in `properties`; it is read so"),
        at: first.keyPlace)
    }
    for entry in entries {
      let value = Located(node: entry.value, resource: resource)
      if !isEmpty || !isObject {
        diagnostics.warning(
          "found '\(entry.key)', which is not a field here and is left out; if it is a property, it "
            + "belongs in `properties`", at: entry.keyPlace)
      } else if whole {
        schema.allOf.append(readSchema(value))
      } else {
        schema.properties.append(
          Schema.Property(name: entry.key, schema: readSchema(value), place: entry.keyPlace))
      }
    }
  }

  private mutating func readEnum(_ node: Node) -> [Node]? {
    if let values = node.sequence, !values.isEmpty { return values }
    // `A: a` of an enumeration in another language, and the only value.
    let values =
      node.entries?.map(\.value) ?? (node.text.map { !$0.contains(",") } == true ? [node] : [])
    guard !values.isEmpty, values.allSatisfy({ $0.scalar != nil }) else {
      if node.isEmptyCollection {
        diagnostics.warning(
          "found an empty list for `enum`, expected at least one value; it is left out",
          at: node.place)
      } else {
        warn(node, "`enum`", expected: "a list of at least one value")
      }
      return nil
    }
    let outcome = node.text == nil ? "its values are read" : "it is read as the only one"
    warn(node, "`enum`", expected: "a list of values", outcome)
    return values
  }

  /// What drafts of JSON Schema before 2019-09 have for `dependentRequired` and `dependentSchemas`.
  private mutating func readDependencies(_ value: Located, into schema: inout Schema) {
    for entry in entries(of: value, "`dependencies`") {
      if entry.value.node.sequence == nil {
        schema.conditional.append(readSchema(entry.value))
      } else {
        schema.dependentRequired.append((entry.key, strings(entry.value.node, entry.key)))
      }
    }
  }

  private mutating func readItems(
    _ keyword: Keyword, _ value: Located, into schema: inout Schema
  ) {
    if keyword == .items, value.node.sequence?.isEmpty != false {
      schema.items = readSchema(value)
      return
    }
    if keyword == .items {
      warn(value.node, "`items`", expected: "a schema", "it is read as `prefixItems`")
    }
    schema.prefixItems += items(of: value, "`\(keyword.rawValue)`").map { readSchema($0) }
  }

  private mutating func readBranches(_ keyword: Keyword, _ value: Located) -> [Schema.ID] {
    if value.node.mapping != nil, !value.node.isEmptyCollection {
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
    case .properties:
      schema.properties = readProperties(keyword, leaveOutFlags(ofRequired: value, into: &schema))
    case .patternProperties: schema.patternProperties = readProperties(keyword, value)
    case .required where Bool(node.text ?? "") != nil:
      warn(
        node, "`required`", expected: "the names of properties, in the schema of their object")
    case .required:
      schema.required += strings(node, "required")
      // Most descriptions have no overlay.
      if !diagnostics.corrections.isEmpty { noteCorrections(node, of: &schema) }
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

  /// Takes `required: true` of a property, as drafts of JSON Schema before 4 have it, for a name in
  /// the list of its object.
  private mutating func leaveOutFlags(
    ofRequired properties: Located, into schema: inout Schema
  ) -> Located {
    // Most have none.
    guard var mapping = properties.node.mapping,
      mapping.entries.contains(where: { $0.value["required"]?.text != nil })
    else { return properties }
    for (position, entry) in mapping.entries.enumerated() {
      guard let flag = entry.value["required"], let isRequired = Bool(flag.text ?? "")
      else { continue }
      mapping.replaceValue(at: position, with: entry.value.without(["required"]))
      if isRequired {
        schema.required.append(entry.key)
        warn(
          flag, "`required`", expected: "the names of properties, in the schema of their object",
          "the property is required")
      }
    }
    return Located(
      node: Node(.mapping(mapping), at: properties.node.place), resource: properties.resource)
  }

  private func noteCorrections(_ required: Node, of schema: inout Schema) {
    for item in required.sequence ?? [] where diagnostics.corrections.contains(item.place.file) {
      if let name = item.text { schema.correctedRequired[name] = item.place }
    }
  }

  /// What is said of properties says nothing of what is no object (JSON Schema Core §10.3.2).
  private mutating func leaveOutProperties(ofNoObject schema: inout Schema, of node: Node) {
    // Most are objects, or have none.
    guard !schema.properties.isEmpty, let type = schema.types.first,
      !schema.types.contains(.object)
    else { return }
    let entry = node.entries?.first { $0.key == Keyword.properties.rawValue }
    diagnostics.warning(
      "found `properties` beside `type: \(type)`, expected `type: object`; they are left out",
      at: entry?.keyPlace ?? node.place)
    (schema.properties, schema.patternProperties, schema.required) = ([], [], [])
    schema.additionalProperties = .unsaid
  }

  private mutating func readAdditionalProperties(
    _ keyword: Keyword, _ value: Located
  ) -> Schema.AdditionalProperties {
    if value.node.allowsNothing { return .forbidden }
    let isWord = value.node.text.map { Bool($0.lowercased()) == nil } == true
    if value.node.scalar == nil || isWord { return .schema(readSchema(value)) }
    return bool(value.node, keyword.rawValue).map { $0 ? .allowed : .forbidden } ?? .unsaid
  }

  private mutating func readProperties(
    _ keyword: Keyword, _ value: Located
  ) -> [Schema.Property] {
    entries(of: value, "`\(keyword.rawValue)`").map { entry in
      Schema.Property(
        name: entry.key, swiftName: entry.value.node["x-apigen"]?["name"]?.text,
        schema: readSchema(entry.value), place: entry.keyPlace)
    }
  }
}
