import OpenAPI
import Syntax

/// What tells the branches of a choice apart.
extension APIBuilder {
  mutating func jsonShape(of branch: Shape.Branch, in choice: Shape.Choice) -> JSONShape {
    switch branch {
    case .type(let type): return JSONShape(SwiftType(type, format: nil))
    case .schema(let id):
      let values = discriminatorValues(of: id, in: choice)
      guard let key = choice.discriminator?.propertyName, !values.isEmpty else {
        return jsonShape(of: id, discriminator: nil, depth: 0)
      }
      return jsonShape(of: id, discriminator: (key, values), depth: 0)
    }
  }

  /// The values of the discriminator for a branch: what the mapping says of it and of its own kinds,
  /// or what the property may be in it, or the name of the component (OAS 3.1 §4.8.25.4).
  private mutating func discriminatorValues(
    of branch: Schema.ID, in choice: Shape.Choice, depth: Int = 0
  ) -> [String] {
    guard let discriminator = choice.discriminator, depth < 8 else { return [] }
    let id = branch == choice.core ? choice.whole ?? branch : branchSchema(of: branch)
    let chain = chain(of: id)
    var values = discriminator.mapping.filter { chain.contains(described($0.schema)) }.map(\.value)
    let key = discriminator.propertyName
    if branch != choice.core, case .union(let kinds) = shape(of: chain.last ?? id).shape,
      kinds.discriminator?.propertyName == key
    {
      for case .schema(let kind) in kinds.branches {
        values += discriminator.mapping.filter { described($0.schema) == kind }.map(\.value)
        values += discriminatorValues(of: kind, in: kinds, depth: depth + 1)
      }
    }
    if values.isEmpty { values = knownValues(of: key, in: branch, choice) }
    if values.isEmpty {
      values = document.components.first { chain.contains($0.schema) }.map { [$0.name] } ?? []
    }
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The values that a branch itself lists for a property, and not what all branches share.
  private mutating func knownValues(
    of key: String, in branch: Schema.ID, _ choice: Shape.Choice
  ) -> [String] {
    guard let member = members(of: branch).first(where: { $0.property.name == key }),
      case .enumeration(let known) = shape(of: member.property.schema).shape
    else { return [] }
    let shared = choice.core.map { members(of: $0) } ?? []
    return shared.contains { $0.property.schema == member.property.schema }
      ? [] : known.values.map(\.scalar.text)
  }

  /// - Parameter depth: How many choices and lists it is in; past a few, anything fits.
  private mutating func jsonShape(
    of id: Schema.ID, discriminator: (key: String, values: [String])?, depth: Int
  ) -> JSONShape {
    guard depth < 4 else { return .any }
    switch shape(of: id).shape {
    case .object: return object(id, discriminator)
    case .dictionary: return .object(required: [], known: [], values: [])
    case .array(let items):
      return .array(items.map { jsonShape(of: $0, discriminator: nil, depth: depth + 1) })
    case .enumeration(let values):
      return values.type == .string
        ? .strings(values.values.map(\.scalar.text)) : JSONShape(values.type)
    case .union(let choice):
      if let discriminator { return object(id, discriminator) }
      return .anyOf(
        choice.branches.map { branch in
          guard case .schema(let id) = branch else { return .any }
          return jsonShape(of: id, discriminator: discriminator, depth: depth + 1)
        })
    case .primitive(let type): return JSONShape(type)
    case .same(let base):
      return jsonShape(of: base, discriminator: discriminator, depth: depth + 1)
    }
  }

  /// The keys that have to be there, and the values of those that have only some. What a
  /// discriminator says is all that has to be looked at.
  private mutating func object(
    _ id: Schema.ID, _ discriminator: (key: String, values: [String])?
  ) -> JSONShape {
    if let discriminator {
      return .object(
        required: [discriminator.key], known: [],
        values: [.init(key: discriminator.key, values: discriminator.values)])
    }
    let members = members(of: id)
    var values: [JSONShape.KnownValues] = []
    for member in members {
      guard case .enumeration(let known) = shape(of: member.property.schema).shape,
        known.type == .string, known.values.count <= 8
      else { continue }
      values.append(.init(key: member.property.name, values: known.values.map(\.scalar.text)))
    }
    return .object(
      required: members.filter(\.isRequired).map(\.property.name),
      known: members.map(\.property.name), values: values)
  }
}

extension JSONShape {
  init(_ type: SwiftType) {
    switch type {
    case .string, .data, .file: self = .string
    case .int, .uint64: self = .integer
    case .double, .decimal: self = .number
    case .bool: self = .boolean
    case .date, .calendarDate: self = .date
    case .uuid: self = .uuid
    case .array: self = .array(nil)
    case .dictionary: self = .object(required: [], known: [], values: [])
    case .json, .formValue, .raw, .stream, .event, .optional, .named: self = .any
    }
  }
}
