import OpenAPI

/// What tells objects apart that are alike but for what is inside of their properties.
extension Schemas {
  /// For each of several objects the properties that are objects themselves, and not alike in all
  /// that have them, with what tells these apart.
  ///
  /// - Parameter level: How many objects these are in; past a few they are alike.
  mutating func innerShapes(of objects: [Schema.ID], level: Int = 0) -> [[JSONShape.Member]] {
    var found = [[JSONShape.Member]](repeating: [], count: objects.count)
    guard level < Self.mostChoices else { return found }
    var owners: [String: [(object: Int, property: Schema.ID)]] = [:]
    var keys: [String] = []
    for (index, object) in objects.enumerated() {
      for member in members(of: object) {
        let key = member.property.name
        guard case .object = shape(of: target(of: member.property.schema)).shape else { continue }
        if owners[key] == nil { keys.append(key) }
        owners[key, default: []].append((index, member.property.schema))
      }
    }
    for key in keys {
      let owners = owners[key] ?? []
      let shapes = shapes(tellingApart: owners.map { target(of: $0.property) }, level: level)
      for (owner, shape) in zip(owners, shapes) {
        let isNullable = self.shape(of: owner.property).isNullable
        found[owner.object].append(
          .init(key: key, shape: isNullable ? .anyOf([.null, shape]) : shape))
      }
    }
    return found
  }

  /// What several objects look like to one who tells them apart by their properties, or else by
  /// what they require, or else by what is inside of their properties; empty where nothing does.
  private mutating func shapes(tellingApart objects: [Schema.ID], level: Int) -> [JSONShape] {
    guard Set(objects).count > 1 else { return [] }
    shapesOfBranch = 0
    let whole = objects.map { object($0, isInside: false) }
    let differing = JSONShape.differingKeys(of: whole)
    let byMembers = whole.map { shape -> JSONShape in
      guard case .object(_, _, let members) = shape else { return shape }
      let telling = members.filter { differing.contains($0.key) }
      return .object(required: [], known: [], members: telling)
    }
    if Set(byMembers).count > 1 { return byMembers }
    let required = whole.map { shape -> [String] in
      if case .object(let required, _, _) = shape { required.sorted() } else { [] }
    }
    if Set(required).count > 1 {
      return required.map { .object(required: $0, known: [], members: []) }
    }
    let inner = innerShapes(of: objects, level: level + 1)
    if Set(inner).count < 2 { return [] }
    return inner.map { .object(required: [], known: [], members: $0) }
  }
}
