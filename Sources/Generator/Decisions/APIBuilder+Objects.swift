import OpenAPI
import Syntax

/// Objects as structs.
extension APIBuilder {
  mutating func object(_ id: Schema.ID, at path: [String]) -> ObjectType {
    // The components that it takes in keep the types that are declared inside them.
    for part in parts(of: id) where part.schema != id { declareComponent(part.schema) }
    var scope = NameScope(reserved: NameScope.membersInUse)
    let isForm = formSchemas.contains(id)
    let members = members(of: id)
    var names = scope.claimMembers(members.map(\.property.name))
    var properties: [ObjectType.Property] = []
    for member in members {
      properties.append(property(member, name: names.removeFirst(), in: path, isForm: isForm))
    }
    return ObjectType(
      properties: properties, additional: additional(of: id, in: path, &scope),
      rules: rules(inside: id).filter(\.isAboutObjects), dependencies: dependencies(of: id),
      anyOf: requiredGroups(of: id, in: \.anyOf), oneOf: requiredGroups(of: id, in: \.oneOf),
      isForm: isForm)
  }

  private mutating func additional(
    of id: Schema.ID, in path: [String], _ scope: inout NameScope
  ) -> (name: String, value: SwiftType, rules: [Rule])? {
    switch additionalProperties(of: id) {
    case .unsaid, .forbidden: nil
    case .allowed: (scope.claimMember("additionalProperties"), .json, [])
    case .schema(let values):
      (
        scope.claimMember("additionalProperties"),
        decide(values, named: "AdditionalProperty", in: path).optionalType, rules(for: values)
      )
    }
  }

  private mutating func property(
    _ member: Member, name: String, in owner: [String], isForm: Bool
  ) -> ObjectType.Property {
    let id = member.property.schema
    let key = member.property.name
    // A property that had to take another name takes it for its type too.
    let isRenamed = name != Identifier.member(key)
    var use = decide(id, named: Identifier.type(isRenamed ? name : key), in: owner)
    if isForm, let file = fileType(of: id) { use.type = file }
    let layers = Array(layers(of: id).reversed())
    let written = defaultValue(of: id)
    // What a component says of itself is said where it is declared.
    var documentation =
      layers.prefix { componentNames[$0] == nil }
      .map { self.documentation(of: $0) }.first { !$0.isEmpty } ?? []
    if let text = written?.text {
      documentation = Documentation.join([
        documentation, DocumentationText.lines("Default: `\(text)`."),
      ])
    }
    let isReadOnly = layers.contains { document[$0].isReadOnly }
    return ObjectType.Property(
      name: name, key: key, type: use.type,
      presence: presence(isRequired: member.isRequired, isNullable: use.isNullable),
      // What is required and has only one value need not be written; what is absent has none.
      defaultValue: written.flatMap { literal($0, as: use.type) }
        ?? (member.isRequired ? onlyValue(of: id, as: use.type) : nil),
      // What is only read is not sent.
      rules: isReadOnly ? [] : rules(for: id), isReadOnly: isReadOnly,
      isWriteOnly: layers.contains { document[$0].isWriteOnly },
      documentation: documentation)
  }

  mutating func defaultValue(of id: Schema.ID) -> Node? {
    layers(of: id).compactMap { document[$0].defaultValue }.last
  }

  private func presence(
    isRequired: Bool, isNullable: Bool
  ) -> ObjectType.Property.Presence {
    switch (isRequired, isNullable) {
    case (true, false): .required
    case (true, true): .nullable
    case (false, false): .optional
    case (false, true): .optionalNullable
    }
  }

  /// The schema that one is just another name of in the end.
  mutating func target(of id: Schema.ID) -> Schema.ID {
    var seen: Set<Schema.ID> = []
    var target = id
    while seen.insert(target).inserted, case .same(let base) = shape(of: target).shape {
      target = base
    }
    return target
  }

  /// `format: binary`, or a list of that: in a form it is a file (OAS 3.1 §4.8.14.2).
  mutating func fileType(of id: Schema.ID) -> SwiftType? {
    for schema in chain(of: id) {
      if isBinary(schema) { return .file }
      if case .array(let items?) = shape(of: schema).shape, isBinary(items) { return .array(.file) }
    }
    return nil
  }

  mutating func isBinary(_ id: Schema.ID) -> Bool {
    layers(of: id).contains {
      document[$0].types.contains(.string) && document[$0].format == "binary"
    }
  }

  /// A default as Swift, where it fits the type. Anything else is left to the documentation.
  func literal(_ node: Node, as type: SwiftType) -> String? {
    switch type {
    case .bool: return node.bool.map { "\($0)" }
    case .int: return node.text.flatMap { Int($0) }.map { "\($0)".digitsGrouped }
    case .double:
      return node.text.flatMap { Double($0) }.flatMap { $0.isFinite ? "\($0)" : nil }
    case .string: return node.text.map { $0.literal }
    case .named(let path):
      guard case .enumeration(let values) = declarations[path]?.kind else { return nil }
      return values.cases.first { $0.text == node.text }.map { ".\($0.name)" }
    default: return nil
    }
  }

  /// The value of a schema that has only one: nobody needs to write it.
  mutating func onlyValue(of id: Schema.ID, as type: SwiftType) -> String? {
    for layer in layers(of: id).reversed() {
      let values = document[layer].enumValues ?? [document[layer].constValue].compactMap { $0 }
      if values.count == 1 { return literal(values[0], as: type) }
    }
    return nil
  }
}
