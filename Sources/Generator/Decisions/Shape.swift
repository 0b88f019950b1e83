import OpenAPI
import Syntax

/// What a schema asks for, before it has a name.
enum Shape {
  /// Named properties: a struct.
  case object
  /// Values of which the description lists some.
  case enumeration(Enumeration)
  /// One of several types: an enum.
  case union([Branch])
  case primitive(SwiftType)
  case array(Schema.ID?)
  /// Properties with any name, of one schema or of any.
  case dictionary(Schema.ID?)
  /// Just what another schema is.
  case same(Schema.ID)

  enum Branch {
    case schema(Schema.ID)
    case type(Schema.DataType)
  }
}

extension APIBuilder {
  /// The shape of a schema, and whether null is one of its values.
  mutating func shape(of id: Schema.ID) -> (shape: Shape, isNullable: Bool) {
    if let known = shapes[id] { return known }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      diagnostics.error(
        "schemas refer to one another more than \(Self.deepest) deep here; "
          + "cut the chain in an overlay", at: document[id].place)
      shapes[id] = (.primitive(.json), false)
      return (.primitive(.json), false)
    }
    // What a schema that is only itself comes out as; replaced when its shape is known.
    shapes[id] = (.primitive(.json), false)
    let schema = document[id]
    let isNullable = schema.isNullable || hasNullValue(schema) || hasNullBranch(schema)
    let result = (shape: shape(of: schema, id), isNullable: isNullable)
    shapes[id] = result
    return result
  }

  private mutating func shape(of schema: Schema, _ id: Schema.ID) -> Shape {
    if let enumeration = Enumeration(schema) { return .enumeration(enumeration) }
    let bases = bases(of: schema).filter { hasShape($0) }
    let alternatives = alternatives(of: schema)
    let isPlain = !hasOwnMembers(schema) && schema.items == nil
    if isPlain, bases.isEmpty, !alternatives.isEmpty { return choice(of: alternatives) }
    if isPlain, bases.count == 1, alternatives.isEmpty { return .same(bases[0]) }
    if !members(of: id).isEmpty { return .object }
    if let base = bases.first { return .same(base) }
    return shape(ofType: schema)
  }

  func bases(of schema: Schema) -> [Schema.ID] {
    [schema.reference].compactMap { $0 } + schema.allOf
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required.
  func alternatives(of schema: Schema) -> [Schema.ID] {
    (schema.anyOf + schema.oneOf).filter { !isOnlyRequired(document[$0]) && !isNull($0) }
  }

  private func hasOwnMembers(_ schema: Schema) -> Bool {
    if case .schema = schema.additionalProperties { return true }
    return !schema.properties.isEmpty || !schema.required.isEmpty
  }

  /// `type: 'null'`, and how OpenAPI 3.0 says it in a branch: `nullable: true` and no more.
  private func isNull(_ id: Schema.ID) -> Bool {
    let schema = document[id]
    if schema.types == [.null] { return true }
    return schema.isNullable && schema.isAnything
  }

  private func hasNullBranch(_ schema: Schema) -> Bool {
    (schema.anyOf + schema.oneOf).contains { isNull($0) }
  }

  private func hasNullValue(_ schema: Schema) -> Bool {
    schema.enumValues?.contains { $0.isNull } == true
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ schema: Schema) -> Bool {
    !schema.required.isEmpty && schema.properties.isEmpty && bases(of: schema).isEmpty
      && schema.types.allSatisfy { $0 == .object }
      && (schema.anyOf + schema.oneOf).isEmpty
  }

  /// Whether a schema says anything of the type of its values, and not only of one or another value.
  func hasShape(_ id: Schema.ID) -> Bool {
    var seen: Set<Schema.ID> = []
    func visit(_ id: Schema.ID) -> Bool {
      guard seen.insert(id).inserted else { return false }
      let schema = document[id]
      return !schema.types.isEmpty || hasOwnMembers(schema) || schema.items != nil
        || schema.enumValues != nil || schema.constValue != nil
        || (bases(of: schema) + alternatives(of: schema)).contains { visit($0) }
    }
    return visit(id)
  }

  private mutating func choice(of alternatives: [Schema.ID]) -> Shape {
    if alternatives.count == 1 { return .same(alternatives[0]) }
    let enumerations = alternatives.compactMap { enumeration($0) }
    let types = Set(enumerations.map(\.type))
    // Constants, each with a title: an enumeration with names. Or known values beside any other of
    // the type: an enumeration that says of itself that it is open.
    if enumerations.count == alternatives.count, types.count == 1, let type = types.first {
      let joined = Enumeration(joining: enumerations, of: type)
      return joined.values.isEmpty ? .primitive(type) : .enumeration(joined)
    }
    return .union(alternatives.map { .schema($0) })
  }

  /// The values that a branch lists, none where it has a type alone; nil where it is something else.
  private mutating func enumeration(_ id: Schema.ID) -> Enumeration? {
    switch shape(of: id).shape {
    case .enumeration(var enumeration):
      if enumeration.values.count == 1 { enumeration.values[0].name = document[id].title }
      return enumeration
    case .primitive(.string): return Enumeration(type: .string, values: [])
    case .primitive(.int): return Enumeration(type: .int, values: [])
    case .same(let base): return enumeration(base)
    default: return nil
    }
  }

  private func shape(ofType schema: Schema) -> Shape {
    let types = schema.types.filter { $0 != .null }
    guard types.count < 2 else {
      let areSimple = types.allSatisfy { ![.array, .object].contains($0) }
      return areSimple ? .union(types.map { .type($0) }) : .primitive(.json)
    }
    switch types.first {
    case .array: return .array(schema.items)
    case .object, nil:
      if case .schema(let values) = schema.additionalProperties { return .dictionary(values) }
      if types.first == .object { return .dictionary(nil) }
      return schema.items.map { .array($0) } ?? .primitive(.json)
    case .some(let type): return .primitive(SwiftType(type, format: schema.format))
    }
  }
}

extension SwiftType {
  /// The type of a single value. `uri`, `email` and the like stay strings: what a user writes goes
  /// out as it is.
  init(_ type: Schema.DataType, format: String?) {
    switch (type, format) {
    case (.string, "date-time"): self = .date
    case (.string, "date"): self = .calendarDate
    case (.string, "uuid"): self = .uuid
    case (.string, "byte"), (.string, "binary"): self = .data
    case (.number, "decimal"): self = .decimal
    case (.string, _): self = .string
    case (.integer, _): self = .int
    case (.number, _): self = .double
    case (.boolean, _): self = .bool
    case (.array, _), (.object, _), (.null, _): self = .json
    }
  }
}
