import OpenAPI

/// What a schema asks for, before it has a name.
enum Shape {
  /// Named properties: a struct.
  case object
  /// Strings of which the description lists some.
  case enumeration([String])
  case primitive(SwiftType)
  case array(Schema.ID?)
  /// Properties with any name, of one schema or of any.
  case dictionary(Schema.ID?)
  /// Just what another schema is.
  case same(Schema.ID)
}

extension APIBuilder {
  /// The shape of a schema, and whether null is one of its values.
  mutating func shape(of id: Schema.ID) -> (shape: Shape, isNullable: Bool) {
    let schema = document[id]
    let isNullable = schema.types.contains(.null) || isNull(id)
    if let (branches, hasNull) = alternatives(of: schema) {
      return (shape(ofAlternatives: branches, in: schema), isNullable || hasNull)
    }
    let bases = [schema.reference].compactMap { $0 } + schema.allOf
    if bases.count == 1, !hasOwnShape(schema) { return (.same(bases[0]), isNullable) }
    if let values = enumeration(schema) { return (.enumeration(values), isNullable) }
    if !properties(of: id).isEmpty { return (.object, isNullable) }
    return (shape(ofType: schema), isNullable)
  }

  private func hasOwnShape(_ schema: Schema) -> Bool {
    let hasType = schema.types.contains { $0 != .null } && schema.allOf.isEmpty
    return hasType || !schema.properties.isEmpty || !schema.required.isEmpty
      || schema.enumValues != nil || schema.items != nil
  }

  private func isNull(_ id: Schema.ID) -> Bool {
    document[id].types == [.null]
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required; nil
  /// where nothing is left.
  private func alternatives(of schema: Schema) -> (branches: [Schema.ID], hasNull: Bool)? {
    let branches = (schema.anyOf + schema.oneOf).filter { !isOnlyRequired(document[$0]) }
    let nonNull = branches.filter { !isNull($0) }
    return nonNull.isEmpty ? nil : (nonNull, nonNull.count < branches.count)
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ schema: Schema) -> Bool {
    !schema.required.isEmpty && schema.types.isEmpty && schema.properties.isEmpty
      && schema.reference == nil && schema.allOf.isEmpty
  }

  private mutating func shape(ofAlternatives branches: [Schema.ID], in schema: Schema) -> Shape {
    if branches.count == 1 { return .same(branches[0]) }
    let shapes = branches.map { shape(of: $0).shape }
    let values = shapes.compactMap(\.strings)
    // Known values beside any string: an enumeration that says of itself that it is open.
    if values.count == shapes.count {
      let all = values.flatMap { $0 }
      return all.isEmpty ? .primitive(.string) : .enumeration(all)
    }
    diagnostics.error(
      "found a choice of several types, which apigen does not write yet; "
        + "replace it in an overlay", at: schema.place)
    return .primitive(.json)
  }

  private mutating func enumeration(_ schema: Schema) -> [String]? {
    guard let nodes = schema.enumValues ?? schema.constValue.map({ [$0] }) else { return nil }
    let isText = schema.types.contains(.string) || schema.types.isEmpty
    guard isText else { return nil }
    var seen: Set<String> = []
    return nodes.filter { !$0.isNull }.compactMap(\.text).filter { seen.insert($0).inserted }
  }

  private func shape(ofType schema: Schema) -> Shape {
    let types = schema.types.filter { $0 != .null }
    guard types.count < 2 else { return .primitive(.json) }
    switch types.first {
    case .string: return .primitive(string(schema.format))
    case .integer: return .primitive(.int)
    case .number: return .primitive(.double)
    case .boolean: return .primitive(.bool)
    case .array: return .array(schema.items)
    case .null: return .primitive(.json)
    case .object, nil:
      if case .schema(let values) = schema.additionalProperties { return .dictionary(values) }
      if types.first == .object { return .dictionary(nil) }
      return schema.items.map { .array($0) } ?? .primitive(.json)
    }
  }

  /// `uri`, `email` and the like stay strings: what a user writes goes out as it is.
  private func string(_ format: String?) -> SwiftType {
    switch format {
    case "date-time": .date
    case "uuid": .uuid
    case "byte": .data
    case "binary": .file
    default: .string
    }
  }
}

extension Shape {
  /// The values of an enumeration, and none for a plain string.
  fileprivate var strings: [String]? {
    switch self {
    case .enumeration(let values): values
    case .primitive(.string): []
    default: nil
    }
  }
}
