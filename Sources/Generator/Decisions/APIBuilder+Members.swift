import OpenAPI

/// The properties of an object, those that composition takes in included.
extension APIBuilder {
  struct Member {
    var property: Schema.Property
    var isRequired: Bool
  }

  /// A schema that an object is composed of. What comes from a branch of `anyOf` or `oneOf` is there
  /// only for values of that branch.
  struct Part: Hashable {
    var schema: Schema.ID
    var isBranch: Bool
  }

  /// The properties of a schema and of all that it takes in, by key, in order. A key that is
  /// described twice has the last description that is not a branch's.
  mutating func members(of id: Schema.ID) -> [Member] {
    if let known = knownMembers[id] { return known }
    var members: [Member] = []
    var required: Set<String> = []
    var positions: [String: Int] = [:]
    for part in parts(of: id) {
      let schema = document[part.schema]
      if !part.isBranch { required.formUnion(schema.required) }
      for property in schema.properties {
        if let position = positions[property.name] {
          // One that only describes what is there already changes nothing of it.
          if !part.isBranch, hasShape(property.schema) { members[position].property = property }
        } else {
          positions[property.name] = members.count
          members.append(Member(property: property, isRequired: false))
        }
      }
    }
    for index in members.indices {
      members[index].isRequired = required.contains(members[index].property.name)
    }
    knownMembers[id] = members
    return members
  }

  /// A schema after the schemas that it takes in, each once.
  func parts(of id: Schema.ID) -> [Part] {
    var parts: [Part] = []
    var seen: Set<Schema.ID> = []
    func visit(_ part: Part) {
      guard seen.insert(part.schema).inserted else { return }
      let schema = document[part.schema]
      for base in bases(of: schema) { visit(Part(schema: base, isBranch: part.isBranch)) }
      parts.append(part)
      for branch in alternatives(of: schema) { visit(Part(schema: branch, isBranch: true)) }
    }
    visit(Part(schema: id, isBranch: false))
    return parts
  }

  /// What the object may hold beside its properties.
  func additionalProperties(of id: Schema.ID) -> Schema.AdditionalProperties {
    for part in parts(of: id).reversed() where !part.isBranch {
      switch document[part.schema].additionalProperties {
      case .allowed, .schema: return document[part.schema].additionalProperties
      case .unsaid, .forbidden: continue
      }
    }
    return .unsaid
  }

  /// The lists of required keys that stand alone as branches: rules for the object.
  func requiredGroups(
    of id: Schema.ID, in branches: KeyPath<Schema, [Schema.ID]>
  ) -> [[String]] {
    parts(of: id).filter { !$0.isBranch }
      .flatMap { document[$0.schema][keyPath: branches] }
      .filter { isOnlyRequired(document[$0]) }
      .map { document[$0].required }
  }
}
