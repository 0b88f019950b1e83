import OpenAPI
import Syntax

/// Objects of which there are several kinds, as choices of those.
extension Schemas {
  /// An object with branches, as a choice of what it is with each; nil where it is one object. What
  /// may be several of its branches at once is (`anyOf`), unless they are kinds.
  mutating func distributed(_ id: Schema.ID) -> Shape? {
    let parts = layers(of: id)
    let owners = parts.filter { part in
      let branches = alternatives(of: part)
      return branches.count > 1 && !branches.contains { parts.contains(described($0)) }
    }
    guard owners.count == 1 else { return nil }
    let owner = self[owners[0]]
    let branches = alternatives(of: owners[0])
    guard branches.count == owner.oneOf.count + owner.anyOf.count,
      owner.anyOf.isEmpty || owner.oneOf.isEmpty
    else { return nil }
    for branch in branches where !isObject(branch) { return nil }
    guard owner.anyOf.isEmpty || owner.discriminator != nil || areKinds(branches, of: id) else {
      return nil
    }
    let shared = core(of: id)
    var kinds: [Shape.Branch] = []
    for branch in branches {
      kinds.append(
        .schema(adds(shared, id, to: branch) ? combined(.all, of: [shared, branch]) : branch))
    }
    return .union(
      Shape.Choice(
        branches: kinds, discriminator: parts.compactMap { self[$0].discriminator }.last,
        whole: id, core: shared))
  }

  /// Whether there is a property that each branch has to have, with other values than the others,
  /// and some describe more than what values the properties of all have.
  private mutating func areKinds(_ branches: [Schema.ID], of id: Schema.ID) -> Bool {
    let shared = Set(layers(of: id).flatMap { self[$0].properties.map(\.name) })
    guard branches.contains(where: { !shared.isSuperset(of: members(of: $0).map(\.property.name)) })
    else { return false }
    let required = Set(members(of: id).filter(\.isRequired).map(\.property.name))
    // The values of all branches so far, by property.
    var values: [String: Set<Scalar>]?
    for branch in branches {
      var own: [String: Set<Scalar>] = [:]
      for member in members(of: branch) {
        let name = member.property.name
        guard member.isRequired || required.contains(name),
          case (.enumeration(let known), false) = shape(of: target(of: member.property.schema)),
          !known.isOpen
        else { continue }
        let listed = known.values.map(\.scalar)
        guard values != nil else {
          own[name] = Set(listed)
          continue
        }
        guard var others = values?.removeValue(forKey: name), others.isDisjoint(with: listed) else {
          continue
        }
        others.formUnion(listed)
        own[name] = others
      }
      if own.isEmpty { return false }
      values = own
    }
    return true
  }

  /// A schema with a discriminator, and those that are composed of it: a value of the one may be
  /// any of the others (OAS 3.1 §4.8.25.4). Nil where there are no others.
  mutating func hierarchy(_ id: Schema.ID) -> Shape? {
    guard let discriminator = self[id].discriminator,
      bases(of: id) == self[id].allOf, alternatives(of: id).isEmpty
    else { return nil }
    let others = [discriminator.defaultMapping].compactMap { $0 }
    let mapped = (discriminator.mapping.map(\.schema) + others).map(described)
    var kinds = heirs(of: id)
    for schema in mapped where schema != id && !kinds.contains(schema) { kinds.append(schema) }
    guard !kinds.isEmpty else { return nil }
    let shared = core(of: id)
    // A kind that came later is the base, unless another one is what applies by default.
    if discriminator.defaultMapping == nil || discriminator.mapping.isEmpty || mapped.contains(id) {
      kinds.append(shared)
      partialObjects.append(shared)
    }
    return .union(
      Shape.Choice(
        branches: kinds.map { .schema($0) }, discriminator: discriminator, whole: id, core: shared))
  }

  /// The components that are composed of a schema, and those of these that are not choices of their
  /// own, in the order of the description.
  private func heirs(of id: Schema.ID) -> [Schema.ID] {
    var found: [Schema.ID] = []
    var pending = [id]
    while let base = pending.popLast() {
      for heir in directHeirs[base] ?? [] where heir != id && !found.contains(heir) {
        found.append(heir)
        if self[heir].discriminator == nil { pending.append(heir) }
      }
    }
    return found.sorted { $0.index < $1.index }
  }

  /// Notes which components are composed of which schema. One that only allows null does not count.
  mutating func findHeirs() {
    for component in components {
      let id = component.schema
      let allOf = self[id].allOf
      guard !self[id].isNullable || hasOwnMembers(id) || allOf.count > 1 else { continue }
      let bases = hasOwnMembers(id) ? bases(of: id) : allOf
      for base in bases { directHeirs[described(base), default: []].append(id) }
    }
  }

  /// What a schema that is only a reference leads to.
  func described(_ id: Schema.ID) -> Schema.ID {
    var id = id
    while let next = self[id].reference, !hasOwnMembers(id),
      self[id].allOf.isEmpty
    {
      id = next
    }
    return id
  }

  /// A schema and all that it takes in, without the choices that it is.
  private mutating func core(of id: Schema.ID) -> Schema.ID {
    var core = Schema(place: self[id].place)
    for layer in layers(of: id) {
      var part = self[layer]
      let isPlain =
        part.discriminator == nil && bases(of: layer).isEmpty && alternatives(of: layer).isEmpty
      // What is said of a base is said where that is declared.
      if layer != id { (part.title, part.description) = (nil, nil) }
      part.reference = nil
      part.allOf = []
      if requiredGroups(part.anyOf).isEmpty { part.anyOf = [] }
      if requiredGroups(part.oneOf).isEmpty { part.oneOf = [] }
      part.discriminator = nil
      core.allOf.append(isPlain ? layer : add(part, of: [layer]))
    }
    return add(core, of: [id])
  }

  /// Whether a branch has to have anything of its parent that it does not say itself.
  private mutating func adds(
    _ core: Schema.ID, _ parent: Schema.ID, to branch: Schema.ID
  ) -> Bool {
    if layers(of: branch).contains(parent) { return false }
    switch additionalProperties(of: core) {
    case .schema: return true
    case .allowed:
      if case .unsaid = additionalProperties(of: branch) { return true }
    case .unsaid, .forbidden: break
    }
    let own = Dictionary(
      members(of: branch).map { ($0.property.name, $0) }, uniquingKeysWith: { $1 })
    return members(of: core).contains { member in
      guard let same = own[member.property.name] else { return true }
      if !member.isDescribed { return false }
      return member.isRequired && !same.isRequired
        || combined(.all, of: [member.property.schema, same.property.schema])
          != same.property.schema
    }
  }

  private mutating func isObject(_ id: Schema.ID) -> Bool {
    switch shape(of: target(of: id)).shape {
    case .object: return true
    case .union(let choice):
      return choice.core != nil
        || choice.branches.allSatisfy {
          guard case .schema(let branch) = $0, branch != id else { return false }
          if case .object = shape(of: target(of: branch)).shape { return true }
          return false
        }
    default: return false
    }
  }
}
