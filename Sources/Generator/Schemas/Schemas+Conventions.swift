import OpenAPI

/// What generators of descriptions write in a way of their own, as what is meant by it, before
/// anything is decided.
extension Schemas {
  mutating func readConventions(besides shared: [Schema.ID]) {
    let named = SchemaSet(from: components.map(\.schema) + shared) { _, _ in }
    raiseDiscriminators(besides: named)
    for id in ids {
      readNumberOrText(id)
      readInnerChoices(of: id, besides: named)
    }
  }

  /// Moves discriminators from a part of an object's `allOf`, where Microsoft.OpenApi.OData writes
  /// them, to the object.
  private mutating func raiseDiscriminators(besides named: SchemaSet) {
    for component in components {
      let id = component.schema
      for part in self[id].allOf where !named.contains(part) {
        guard let discriminator = self[part].discriminator, alternatives(of: part).isEmpty,
          self[id].discriminator == nil, alternatives(of: id).isEmpty
        else { continue }
        self[id].discriminator = discriminator
        self[part].discriminator = nil
      }
    }
  }

  /// A number that may also be a text in the format `numeric`, as Elysia writes it, is a number.
  private mutating func readNumberOrText(_ id: Schema.ID) {
    guard self[id].anyOf.count == 2 else { return }
    let texts = self[id].anyOf.filter {
      self[$0].types == [.string] && self[$0].format == "numeric"
    }
    let numbers = self[id].anyOf.filter {
      self[$0].types == [.number] || self[$0].types == [.integer]
    }
    guard texts.count == 1, numbers.count == 1 else { return }
    self[id].anyOf = numbers
    self[id].numberFromText = self[id].place
  }

  /// Puts the branches of choices of which nothing else is said in the place of these, each once,
  /// where they are branches themselves. What may be several at once (`anyOf`) stays so.
  private mutating func readInnerChoices(of id: Schema.ID, besides named: SchemaSet) {
    // Most are none.
    if self[id].anyOf.isEmpty, self[id].oneOf.isEmpty { return }
    if let branches = branches(insteadOf: self[id].anyOf, isAny: true, besides: named) {
      self[id].anyOf = branches
    }
    if let branches = branches(insteadOf: self[id].oneOf, isAny: false, besides: named) {
      self[id].oneOf = branches
    }
  }

  /// Nil where there are no such choices.
  private func branches(
    insteadOf branches: [Schema.ID], isAny: Bool, besides named: SchemaSet
  ) -> [Schema.ID]? {
    var flat: [Schema.ID] = []
    var seen: Set<Schema.ID> = []
    var isNested = false
    var pending = Array(branches.reversed())
    while let branch = pending.popLast() {
      guard seen.insert(branch).inserted else { continue }
      if !named.contains(branch), let inner = inner(of: branch, isAny: isAny) {
        isNested = true
        pending += inner.reversed()
      } else {
        flat.append(branch)
      }
    }
    return isNested ? flat : nil
  }

  /// The branches of a schema that is nothing but a choice; nil for another.
  private func inner(of id: Schema.ID, isAny: Bool) -> [Schema.ID]? {
    let branches = self[id].anyOf + self[id].oneOf
    guard branches.count > 1, self[id].anyOf.isEmpty || isAny && self[id].oneOf.isEmpty else {
      return nil
    }
    var rest = self[id]
    (rest.anyOf, rest.oneOf) = ([], [])
    guard rest.isAnything, !rest.isNullable, rest.title == nil, rest.description == nil,
      rest.swiftName == nil, rest.discriminator == nil, rest.defaultValue == nil,
      besidesNull(branches).count == branches.count, requiredGroups(branches).isEmpty,
      !areValues(branches)
    else { return nil }
    return branches
  }

  /// Whether schemas are values of one type, some of them listed: an enumeration, and no choice.
  private func areValues(_ branches: [Schema.ID]) -> Bool {
    var types: Set<Schema.DataType> = []
    for branch in branches.map(described) {
      let own = self[branch].types.filter { $0 != .null }
      guard own.count == 1 || self[branch].enumValues != nil || self[branch].constValue != nil
      else { return false }
      types.formUnion(own)
    }
    return types.count < 2 && types.isDisjoint(with: [.object, .array])
  }
}
