import OpenAPI
import Syntax

/// What each schema asks for.
extension Schemas {
  /// The shape of a schema, and whether null is one of its values.
  mutating func shape(of id: Schema.ID) -> (shape: Shape, isNullable: Bool) {
    if let known = shapes[id] { return known }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      diagnostics.error(
        "schemas refer to one another more than \(Self.deepest) deep here; "
          + "cut the chain in an overlay", at: self[id].place)
      shapes[id] = (.primitive(.json), false)
      return (.primitive(.json), false)
    }
    // What a schema that is only itself comes out as; replaced when its shape is known.
    shapes[id] = (.primitive(.json), false)
    unfinished.insert(id)
    defer { unfinished.remove(id) }
    var bases = bases(of: id)
    if !bases.isEmpty {
      // From the bottom, so that a long ladder of schemas is not a deep one.
      if climbed.insert(id) {
        let layers = layers(of: id)
        for layer in layers { climbed.insert(layer) }
        for layer in layers where layer != id { _ = shape(of: layer) }
      }
      bases.removeAll { !schemasWithShape.contains($0) }
    }
    var result = (shape: shape(of: id, bases), isNullable: isNullable(id, bases))
    // A ring of names for nothing.
    if case .same(let base) = result.shape, leads(base, to: id) { result.shape = .primitive(.json) }
    shapes[id] = result
    return result
  }

  /// Whether a schema is just another name of `id`, in however many steps.
  private func leads(_ base: Schema.ID, to id: Schema.ID) -> Bool {
    var next = base
    while next != id, case .same(let base)? = shapes[next]?.shape { next = base }
    return next == id
  }

  /// - Parameter bases: Those that say something of its type.
  private mutating func shape(of id: Schema.ID, _ bases: [Schema.ID]) -> Shape {
    if self[id].enumValues != nil || self[id].constValue != nil,
      let enumeration = Enumeration(self[id])
    {
      return .enumeration(enumeration)
    }
    if let choice = choiceOfTypes(id, bases) { return .union(choice) }
    if isObject(id, bases) || isHeir(id, of: bases), !members(of: id).isEmpty {
      return hierarchy(id) ?? distributed(id) ?? .object
    }
    // One that leaves all of its properties to its kinds.
    if self[id].discriminator != nil, let kinds = hierarchy(id) { return kinds }
    return narrowest(of: bases, id)
  }

  /// A list or an object beside other types, each with what the schema says of it (JSON Schema
  /// Validation §6.1.1); nil where it is anything, or something else.
  private mutating func choiceOfTypes(_ id: Schema.ID, _ bases: [Schema.ID]) -> Shape.Choice? {
    // Most have one.
    if self[id].types.count < 2 { return nil }
    let types = types(of: id)
    let compound = types.filter { [.array, .object].contains($0) }
    guard types.count > 1, !compound.isEmpty, alternatives(of: id).isEmpty,
      compound.count == 1 || hasOwnMembers(id) || self[id].items != nil
        || !self[id].prefixItems.isEmpty,
      bases.isEmpty || compound == [.object] && isObject(id, bases)
    else { return nil }
    return Shape.Choice(
      branches: types.map { type in
        var branch = Schema(place: self[id].place)
        branch.types = [type]
        switch type {
        case .array:
          (branch.items, branch.prefixItems) = (self[id].items, self[id].prefixItems)
        case .object:
          branch.allOf = bases
          branch.properties = self[id].properties
          branch.patternProperties = self[id].patternProperties
          branch.required = self[id].required
          branch.additionalProperties = self[id].additionalProperties
          branch.propertyNames = self[id].propertyNames
          branch.dependentRequired = self[id].dependentRequired
        default: return .type(type)
        }
        return .schema(add(branch, of: [id]))
      })
  }

  /// The types of a schema but null, less those that what it takes in does not allow.
  private mutating func types(of id: Schema.ID) -> [Schema.DataType] {
    let below = layers(of: id).below.map { self[$0].types }.filter { !$0.isEmpty }
    return self[id].types.filter { type in
      type != .null
        && below.allSatisfy { $0.contains(type) || type == .integer && $0.contains(.number) }
    }
  }

  /// Whether a schema has members of its own, or takes them in from several sides.
  private func isObject(_ id: Schema.ID, _ bases: [Schema.ID]) -> Bool {
    if hasOwnMembers(id) { return true }
    if self[id].conditional.contains(where: schemasWithMembers.contains) { return true }
    let sides = bases.count {
      schemasWithMembers.contains($0) || self[described($0)].discriminator != nil
    }
    return sides > 1
      || sides == 1 && alternatives(of: id).contains(where: schemasWithMembers.contains)
  }

  /// Whether a schema is a kind of its base, even where it adds nothing to it.
  private mutating func isHeir(_ id: Schema.ID, of bases: [Schema.ID]) -> Bool {
    guard componentIDs.contains(id) else { return false }
    return bases.contains { base in
      guard case .union(let choice) = shape(of: base).shape else { return false }
      return choice.branches.contains { if case .schema(id) = $0 { true } else { false } }
    }
  }

  /// Whether null is a value of a schema: it says so, or has no type and a branch does, or else all
  /// its bases do.
  private mutating func isNullable(_ id: Schema.ID, _ bases: [Schema.ID]) -> Bool {
    if self[id].isNullable { return true }
    if let values = self[id].enumValues, values.contains(where: \.isNull) { return true }
    if self[id].constValue?.isNull == true { return true }
    // Beside a type null has to be one too, whatever a branch says. But whoever writes
    // `type: object` beside branches means the branches.
    if self[id].types.contains(where: { $0 != .object }) { return false }
    if hasNull(self[id].anyOf) || hasNull(self[id].oneOf) { return true }
    if !bases.isEmpty {
      return !hasOwnMembers(id) && bases.allSatisfy { shape(of: $0).isNullable }
    }
    return alternatives(of: id).contains { shape(of: $0).isNullable }
  }

  private func hasNull(_ branches: [Schema.ID]) -> Bool {
    !branches.isEmpty && besidesNull(branches).count < branches.count
  }

  /// What any element of a list may be, wherever it stands.
  private mutating func elements(of id: Schema.ID) -> Schema.ID? {
    if self[id].prefixItems.isEmpty { return self[id].items }
    let items = self[id].items.map { self[$0].isNothing ? [] : [$0] } ?? []
    return combined(.one, of: self[id].prefixItems + items)
  }

  mutating func shape(ofType id: Schema.ID) -> Shape {
    var types = self[id].types
    if types.contains(.null) { types.removeAll { $0 == .null } }
    // An integer is a number too, if this is not one that has a format of integers.
    if types.count == 2, types.contains(.integer), types.contains(.number),
      SwiftType(.number, format: self[id].format) == .double
    {
      types = [.number]
    }
    guard types.count < 2 else {
      let areSimple = types.allSatisfy { ![.array, .object].contains($0) }
      return areSimple ? .union(Shape.Choice(branches: types.map { .type($0) })) : .primitive(.json)
    }
    switch types.first {
    case .array: return .array(elements(of: id))
    case nil where isBoolean(self[id].enumValues, self[id].constValue):
      return .primitive(.bool)
    case .object, nil:
      if case .schema(let values) = ownAdditionalProperties(of: id) { return .dictionary(values) }
      // One that allows no properties is a struct of none.
      if types.first == .object, case .forbidden = self[id].additionalProperties { return .object }
      if types.first == .object { return .dictionary(nil) }
      return elements(of: id).map { .array($0) } ?? .primitive(.json)
    // As Kubernetes has it (kube-openapi, `IntOrString`).
    case .string where self[id].format == "int-or-string":
      return .union(Shape.Choice(branches: [.type(.integer), .type(.string)]))
    case .some(let type):
      // OpenAPI 3.1 says `byte` so (OAS 3.1 §4.4).
      if self[id].contentEncoding?.lowercased() == "base64" {
        return .primitive(SwiftType(type, format: "byte"))
      }
      let isUnsigned = isUnsigned(self[id].constraints)
      return .primitive(SwiftType(type, format: isUnsigned ? "uint64" : self[id].format))
    }
  }
}

/// Whether an integer is at least 0, and may be too large for 64 bits with a sign.
private func isUnsigned(_ constraints: [Constraint]) -> Bool {
  constraints.contains {
    if case .minimum(let least) = $0 { UInt64(least) != nil } else { false }
  }
    && constraints.contains {
      if case .maximum(let most) = $0 { Int64(most) == nil && UInt64(most) != nil } else { false }
    }
}

/// Whether the values that a schema without a type lists are only true or false.
private func isBoolean(_ values: [Node]?, _ constant: Node?) -> Bool {
  let values = values ?? [constant].compactMap { $0 }
  return !values.isEmpty && values.allSatisfy { $0.isNull || $0.bool != nil }
    && values.contains { $0.bool != nil }
}
