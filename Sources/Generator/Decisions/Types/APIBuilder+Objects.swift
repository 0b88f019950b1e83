import OpenAPI
import Syntax

/// Objects as structs.
extension APIBuilder {
  /// - Parameter form: The form that it is, where it is never JSON.
  mutating func object(_ id: Schema.ID, at path: TypePath, form: FormUse?) -> ObjectType {
    // The components that it takes in keep the types that are declared inside them.
    for part in schemas.parts(of: id) where part.schema != id { declareComponent(part.schema) }
    var scope = NameScope(reserved: NameScope.membersInUse)
    let members = schemas.members(of: id)
    warn(ofUndescribed: members)
    var given: [GivenName] = []
    given.reserveCapacity(members.count)
    for property in members.lazy.map(\.property) {
      given.append(GivenName(property.name, named: property.swiftName, at: property.place))
      for header in form?.headers(of: property.name) ?? [] {
        let text = "\(property.name) \(header.name)"
        given.append(GivenName(text, named: header.swiftName, at: header.place))
      }
    }
    var names = scope.claimMembers(given)[...]
    warn(of: scope.clashes, among: given)
    var properties: [ObjectType.Property] = []
    properties.reserveCapacity(given.count)
    for member in members {
      properties.append(property(member, name: names.removeFirst(), in: path, form: form))
      for header in form?.headers(of: member.property.name) ?? [] {
        properties.append(self.header(header, of: member, name: names.removeFirst(), in: path))
      }
    }
    let additional = additional(of: id, in: path, form, &scope)
    if additional == nil, properties.count == 1 { makeWay(&properties[0]) }
    let keys = additional == nil ? Set(properties.map(\.key)) : nil
    let layers = schemas.layers(of: id).filter {
      !schemas[$0].anyOf.isEmpty || !schemas[$0].oneOf.isEmpty
    }
    let unsent = layers.isEmpty ? [] : Set(properties.filter(\.isReadOnly).map(\.key))
    return ObjectType(
      properties: properties, additional: additional,
      rules: rules(inside: id).filter(\.isAboutObjects), dependencies: dependencies(of: id),
      anyOf: anyOf(layers, of: properties, in: id)
        .filter { $0.canBeMet(by: keys, butNot: unsent) },
      oneOf: layers.map { schemas[$0].oneOf }.filter { schemas.excludeOneAnother($0) }
        .map { schemas.requiredGroups($0) }.filter { $0.canBeMet(by: keys, butNot: unsent) },
      isForm: form != nil)
  }

  /// An initialiser that takes a `JSONValue` for `json` and nothing else is the one by which the
  /// runtime reads a model: the only property of an object cannot be what makes it.
  private func makeWay(_ property: inout ObjectType.Property) {
    if property.name == "json", property.type == .json { property.name = "jsonValue" }
  }

  /// Groups of keys of which at least one has to be there.
  ///
  /// - Parameter layers: Those that have branches: most objects have none.
  private mutating func anyOf(
    _ layers: [Schema.ID], of properties: [ObjectType.Property], in id: Schema.ID
  ) -> [[[String]]] {
    if layers.isEmpty { return [] }
    // A branch cannot ask for what is only read, and need not for what is always there.
    let optional = Set(properties.filter { !$0.isReadOnly && $0.presence.isOptional }.map(\.key))
    var groups = layers.map { schemas.requiredGroups(schemas[$0].anyOf) }
    for layer in layers {
      let branches = schemas[layer].oneOf
      if !schemas.excludeOneAnother(branches) { groups.append(schemas.requiredGroups(branches)) }
      groups += schemas.groups(requiredByBranchesOf: layer, in: id, of: optional)
    }
    return groups
  }

  private mutating func warn(ofUndescribed members: [Schemas.Member]) {
    lazy var optional = Schemas.optionalNames(among: members)
    // Once, though several objects take it in.
    for member in members where !member.isDescribed && uses[member.property.schema] == nil {
      let name = member.property.name
      diagnostics.warning(
        "'\(name)' is required, but there is no such property; it is added as an optional one of any "
          + "JSON" + Schemas.hint(at: name, among: optional), at: member.property.place)
    }
  }

  private mutating func additional(
    of id: Schema.ID, in path: TypePath, _ form: FormUse?, _ scope: inout NameScope
  ) -> ObjectType.Additional? {
    let isMultipart = form?.isMultipart == true
    let value: SwiftType
    var rules: [Rule] = []
    switch schemas.additionalProperties(of: id) {
    case .unsaid where isMultipart && isOpen(id): value = .formValue
    case .unsaid, .forbidden: return nil
    case .allowed: value = isMultipart ? .formValue : .json
    case .schema(let values):
      let part = isMultipart ? partType(of: values) : nil
      value = part ?? decide(values, named: "AdditionalProperty", in: path).optionalType
      if part == nil { rules = self.rules(for: values) }
    }
    return ObjectType.Additional(
      name: scope.claimMember("additionalProperties"), value: value, rules: rules,
      patterns: schemas.additionalNames(of: id))
  }

  /// A header of a part of a form.
  private mutating func header(
    _ header: Parameter, of member: Schemas.Member, name: String, in owner: TypePath
  ) -> ObjectType.Property {
    let type = header.schema.map { decide($0, named: Identifier.type(name), in: owner).type }
    let isRequired = header.isRequired && member.isRequired
    let value = header.schema.flatMap { onlyValue(of: $0, as: type ?? .string) }
    return ObjectType.Property(
      name: name, key: member.property.name,
      header: ObjectType.Header(name: header.name, explode: header.explode),
      type: type ?? .string, presence: isRequired ? .required : .optional,
      defaultValue: isRequired ? value : nil,
      documentation: Documentation.lines(
        header.description ?? "The header `\(header.name)` of `\(member.property.name)`."))
  }

  private mutating func property(
    _ member: Schemas.Member, name: String, in owner: TypePath, form: FormUse?
  ) -> ObjectType.Property {
    let id = member.property.schema
    let key = member.property.name
    let part = form?.isMultipart == true ? partType(of: id, form?.encoding[key]) : nil
    let use =
      part.map { TypeUse(type: $0, isNullable: schemas.shape(of: id).isNullable) }
      ?? decide(id, named: Self.typeName(of: name, key), in: owner)
    if part == nil { warn(ofBytesInText: id) }
    let layers = schemas.layers(of: id)
    let written = schemas.defaultValue(of: id)
    var documentation = documentation(ofUse: id, named: name)
    if let written {
      documentation = Documentation.join([
        documentation, DocumentationText.lines(Documentation.saying(default: written)),
      ])
    }
    let isReadOnly = layers.contains { schemas[$0].isReadOnly }
    return ObjectType.Property(
      name: name, key: key, type: use.type,
      presence: presence(isRequired: member.isRequired, isNullable: use.isNullable),
      // What is required and has only one value need not be written; what is absent has none.
      defaultValue: literal(ofDefault: written, of: id, as: use.type, isRequired: member.isRequired)
        ?? (member.isRequired ? onlyValue(of: id, as: use.type) : nil),
      // What is only read is not sent, and of a list of parts each goes out by itself.
      rules: isReadOnly || part != nil ? [] : rules(for: id), isReadOnly: isReadOnly,
      isWriteOnly: layers.contains { schemas[$0].isWriteOnly },
      isNumberFromText: isNumberFromText(layers, as: use.type),
      isNull: use.type == .json && layers.contains { schemas.isNothingButNull($0) },
      documentation: documentation)
  }

  /// Bodies and the parts of forms are bytes (OAS 3.0 §4.7.14.2). For those inside of JSON no
  /// version of OpenAPI has a text, and what servers send is not Base64.
  private mutating func warn(ofBytesInText id: Schema.ID) {
    var binary = schemas.layers(of: id).first { saysBinary($0) }
    if binary == nil, case .array(let items?) = schemas.shape(of: schemas.target(of: id)).shape {
      binary = schemas.layers(of: items).first { saysBinary($0) }
    }
    // What says no type is any JSON.
    guard let binary, !schemas[binary].types.isEmpty else { return }
    diagnostics.warning(
      "found `format: binary` inside of a text, expected `format: byte`, which is Base64; it is a "
        + "string", at: schemas[binary].place)
  }

  /// A property that had to take another name takes it for its type too.
  private static func typeName(of name: String, _ key: String) -> String {
    Identifier.type(name == Identifier.member(key) ? key : name)
  }

  /// Whether a property, or the elements of a list, are numbers that may be sent as strings.
  private mutating func isNumberFromText(_ layers: Layers, as type: SwiftType) -> Bool {
    var marked = layers.compactMap { schemas[$0].numberFromText }.first
    if case .array = type {
      for items in layers.compactMap({ schemas[$0].items }) where marked == nil {
        marked = schemas.layers(of: items).compactMap { schemas[$0].numberFromText }.first
      }
    }
    guard let marked else { return false }
    if !type.isNumeric {
      diagnostics.error(
        "found `numberFromText` where there is no number; remove it", at: marked)
    }
    return true
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

  /// A default as Swift. One that does not fit the type, or could not be sent, is left to the
  /// documentation, with a warning where it is missed: what is required has to be given then.
  mutating func literal(
    ofDefault node: Node?, of id: Schema.ID, as type: SwiftType, isRequired: Bool
  ) -> String? {
    guard let node, !node.isNull else { return nil }
    let value = node.scalar.flatMap { literal($0, as: type) }
    if isRequired, let expected = expectation(of: id, value, brokenBy: node, as: type) {
      diagnostics.warning(
        "found \(node.summary) for `default`, expected \(expected); it is left out",
        at: node.place)
      return nil
    }
    return value
  }

  /// What a default is not; nil where nothing is wrong with it. Others than an enumeration lists
  /// are right, but for an empty text, which is written where there is none.
  private mutating func expectation(
    of id: Schema.ID, _ literal: String?, brokenBy node: Node, as type: SwiftType
  ) -> String? {
    guard let literal else { return hasLiterals(type) ? "a value of the type" : nil }
    if literal == #".init("")"# { return "one of its `enum`" }
    let text = type == .string ? node.text : nil
    let number = [.int, .double].contains(type) ? node.scalar?.meantDouble : nil
    let rules = schemas.layers(of: id).flatMap { schemas[$0].constraints }
    let broken = rules.first { rule in
      !(text.map(rule.allows) ?? true) || !(number.map(rule.allows) ?? true)
    }
    return broken.map { "one that `\($0.keyword)` allows" }
  }

  /// A value as Swift, where it fits the type: an enumeration has others than it lists.
  func literal(_ scalar: Scalar, as type: SwiftType) -> String? {
    guard let values = enumeration(type) else { return scalar.literal(as: type) }
    func value(_ scalar: Scalar) -> String? {
      values.type == .json ? scalar.literal : scalar.literal(as: values.type)
    }
    guard let literal = value(scalar) else { return nil }
    let known = values.cases.first { value($0.value) == literal }
    return known.map { ".\($0.name)" } ?? ".init(\(literal))"
  }

  private func hasLiterals(_ type: SwiftType) -> Bool {
    [.string, .int, .double, .bool].contains(type) || enumeration(type) != nil
  }

  /// The enumeration that a type is the name of.
  func enumeration(_ type: SwiftType) -> EnumType? {
    guard case .named(let path) = type, case .enumeration(let values)? = declarations[path]?.kind
    else { return nil }
    return values
  }

  /// The value of a schema that has only one: nobody needs to write it.
  mutating func onlyValue(of id: Schema.ID, as type: SwiftType) -> String? {
    for layer in schemas.layers(of: id).reversed() {
      let values = schemas[layer].enumValues
      let value = values.map { $0.count == 1 ? $0[0] : nil } ?? schemas[layer].constValue
      if let value { return value.isNull ? nil : value.scalar.flatMap { literal($0, as: type) } }
    }
    return nil
  }
}

extension [[String]] {
  /// Whether an object with these properties, or with any, can have those of each group. What is
  /// only like the name of a property is none: see `Schemas.members(of:)`. What is only read is
  /// required of answers alone (OAS 3.0 §4.7.24.2).
  fileprivate func canBeMet(by keys: Set<String>?, butNot unsent: Set<String>) -> Bool {
    !isEmpty && unsent.isDisjoint(with: joined())
      && (keys.map { joined().allSatisfy($0.contains) } ?? true)
  }
}
