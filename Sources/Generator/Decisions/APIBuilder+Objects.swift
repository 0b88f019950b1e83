import OpenAPI
import Syntax

/// Objects: their properties, those of `allOf` included, and their rules.
extension APIBuilder {
  struct MemberSchema {
    var property: Schema.Property
    var isRequired: Bool
  }

  /// The properties of a schema and of all that `allOf` and `$ref` take in, by key, in order. A key
  /// that is described twice has the last description.
  func properties(of id: Schema.ID) -> [MemberSchema] {
    var members: [MemberSchema] = []
    var required: Set<String> = []
    var positions: [String: Int] = [:]
    for part in parts(of: id) {
      required.formUnion(document[part].required)
      for property in document[part].properties {
        if let position = positions[property.name] {
          members[position].property = property
        } else {
          positions[property.name] = members.count
          members.append(MemberSchema(property: property, isRequired: false))
        }
      }
    }
    for index in members.indices {
      members[index].isRequired = required.contains(members[index].property.name)
    }
    return members
  }

  /// A schema after the schemas that it takes in, each once.
  private func parts(of id: Schema.ID) -> [Schema.ID] {
    var parts: [Schema.ID] = []
    var seen: Set<Schema.ID> = []
    func visit(_ id: Schema.ID) {
      guard seen.insert(id).inserted else { return }
      let schema = document[id]
      for base in [schema.reference].compactMap({ $0 }) + schema.allOf { visit(base) }
      parts.append(id)
    }
    visit(id)
    return parts
  }

  mutating func object(_ id: Schema.ID, at path: [String]) -> ObjectType {
    // The components that it takes in keep the types that are declared inside them.
    for part in parts(of: id).dropLast() where componentNames[part] != nil {
      _ = decide(part, named: "", in: [])
    }
    var scope = NameScope(reserved: NameScope.membersInUse)
    let properties = properties(of: id).map { member in
      property(member, name: scope.claimMember(Identifier.member(member.property.name)), in: path)
    }
    return ObjectType(properties: properties, alternatives: alternatives(of: id))
  }

  private func alternatives(of id: Schema.ID) -> [[String]] {
    parts(of: id).flatMap { document[$0].anyOf }
      .filter { isOnlyRequired(document[$0]) }
      .map { document[$0].required }
  }

  private mutating func property(
    _ member: MemberSchema, name: String, in owner: [String]
  ) -> ObjectType.Property {
    let id = member.property.schema
    let key = member.property.name
    let use = decide(id, named: Identifier.type(key), in: owner)
    let presence: ObjectType.Property.Presence =
      !member.isRequired ? .optional : use.isNullable ? .nullable : .required
    let written = chain(of: id).compactMap { document[$0].defaultValue }.first
    let defaultValue = written.flatMap { literal($0, as: use.type) }
    var documentation = propertyDocumentation(of: id)
    if let written, let text = written.text {
      documentation = Documentation.join([documentation, ["Default: `\(text)`."]])
    }
    return ObjectType.Property(
      name: name, key: key, type: use.type, presence: presence,
      defaultValue: defaultValue, constraints: constraints(of: id), documentation: documentation)
  }

  private func propertyDocumentation(of id: Schema.ID) -> [String] {
    chain(of: id).map { documentation(of: $0) }.first { !$0.isEmpty } ?? []
  }

  /// A schema and those that it is just another name of.
  private func chain(of id: Schema.ID) -> [Schema.ID] {
    var chain: [Schema.ID] = []
    var next: Schema.ID? = id
    while let id = next, !chain.contains(id) {
      chain.append(id)
      let schema = document[id]
      let bases = [schema.reference].compactMap { $0 } + schema.allOf
      next = bases.count == 1 ? bases[0] : nil
    }
    return chain
  }

  private func constraints(of id: Schema.ID) -> [Constraint] {
    chain(of: id).flatMap { document[$0].constraints }
  }

  /// A default as Swift, where it fits the type. Anything else is left to the documentation.
  private func literal(_ node: Node, as type: SwiftType) -> String? {
    switch type {
    case .bool: return node.bool.map { "\($0)" }
    case .int: return node.text.flatMap { Int($0) }.map { "\($0)" }
    case .double: return node.text.flatMap { Double($0) }.map { "\($0)" }
    case .string: return node.text.map { $0.literal }
    case .named(let path):
      guard case .enumeration(let cases) = declarations[path]?.kind else { return nil }
      return cases.first { $0.value == node.text }.map { ".\($0.name)" }
    default: return nil
    }
  }
}
