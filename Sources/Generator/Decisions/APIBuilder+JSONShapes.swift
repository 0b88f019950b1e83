import OpenAPI
import Syntax

/// What tells the branches of a choice apart.
extension APIBuilder {
  mutating func jsonShape(of branch: Shape.Branch, in choice: Schema.ID) -> JSONShape {
    switch branch {
    case .type(let type): return JSONShape(SwiftType(type, format: nil))
    case .schema(let id):
      return jsonShape(of: id, discriminator: discriminator(of: choice, for: id), depth: 0)
    }
  }

  /// The property that tells the branches of a choice apart, and its values for one of them: what the
  /// mapping says, or what the property may be in the branch, or the name of the component (OAS 3.1
  /// §4.8.25.4).
  private mutating func discriminator(
    of choice: Schema.ID, for branch: Schema.ID
  ) -> (key: String, values: [String])? {
    guard let discriminator = document[choice].discriminator else { return nil }
    let key = discriminator.propertyName
    let chain = chain(of: branch)
    let mapped = discriminator.mapping.filter { chain.contains($0.schema) }.map(\.value)
    if !mapped.isEmpty { return (key, mapped) }
    for member in members(of: branch) where member.property.name == key {
      if case .enumeration(let values) = shape(of: member.property.schema).shape {
        return (key, values.values.map(\.scalar.text))
      }
    }
    return document.components.first { chain.contains($0.schema) }.map { (key, [$0.name]) }
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
    case .union(let branches):
      return .anyOf(
        branches.map { branch in
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
