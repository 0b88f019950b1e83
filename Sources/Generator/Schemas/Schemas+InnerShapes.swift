import OpenAPI

/// What tells objects apart that are alike but for what is inside of their properties.
extension Schemas {
  /// A property that is an object, or a list of objects.
  private struct Owner {
    /// Which of several objects has it.
    let object: Int
    let property: Schema.ID

    /// The elements, where it is a list.
    let items: Schema.ID?
  }

  /// For each of several objects the properties that are objects themselves, or lists of objects,
  /// and not alike in all that have them, with what tells these apart.
  ///
  /// - Parameter level: How many objects these are in; past a few they are alike.
  mutating func innerShapes(of objects: [Schema.ID], level: Int = 0) -> [[JSONShape.Member]] {
    var found = [[JSONShape.Member]](repeating: [], count: objects.count)
    guard level < Self.mostChoices else { return found }
    var owners: [String: [Owner]] = [:]
    var keys: [String] = []
    for (index, object) in objects.enumerated() {
      for member in members(of: object) {
        let (key, property) = (member.property.name, member.property.schema)
        let owner = Owner(object: index, property: property, items: items(of: property))
        guard case .object = shape(of: inner(of: owner)).shape else { continue }
        if owners[key] == nil { keys.append(key) }
        owners[key, default: []].append(owner)
      }
    }
    for key in keys {
      let owners = owners[key] ?? []
      let inner = owners.map { self.inner(of: $0) }
      for (owner, shape) in zip(owners, shapes(tellingApart: inner, level: level)) {
        found[owner.object].append(.init(key: key, shape: self.shape(of: owner, inside: shape)))
      }
    }
    return found
  }

  /// The elements of a list; nil for what is none, and for a list of anything.
  private mutating func items(of id: Schema.ID) -> Schema.ID? {
    if case .array(let items) = shape(of: target(of: id)).shape { items } else { nil }
  }

  /// What may be the object.
  private mutating func inner(of owner: Owner) -> Schema.ID {
    target(of: owner.items ?? owner.property)
  }

  /// What a property looks like whose object, or each of whose objects, looks like `shape`.
  private mutating func shape(of owner: Owner, inside shape: JSONShape) -> JSONShape {
    guard let items = owner.items else { return orNull(shape, owner.property) }
    return orNull(.array(orNull(shape, items)), owner.property)
  }

  private mutating func orNull(_ shape: JSONShape, _ id: Schema.ID) -> JSONShape {
    self.shape(of: id).isNullable ? .anyOf([.null, shape]) : shape
  }

  /// What several objects look like to one who tells them apart by their properties and by what
  /// they require, or else by what is inside of their properties; empty where nothing does.
  private mutating func shapes(tellingApart objects: [Schema.ID], level: Int) -> [JSONShape] {
    guard Set(objects).count > 1 else { return [] }
    shapesOfBranch = 0
    let whole = objects.map { object($0, isInside: false) }
    let differing = JSONShape.differingKeys(of: whole)
    let required = whole.map { shape -> [String] in
      if case .object(let required, _, _) = shape { required.sorted() } else { [] }
    }
    let requiredDiffers = Set(required).count > 1
    let telling = zip(whole, required).map { shape, required -> JSONShape in
      guard case .object(_, _, let members) = shape else { return shape }
      return .object(
        required: requiredDiffers ? required : [], known: [],
        members: members.filter { differing.contains($0.key) })
    }
    if Set(telling).count > 1 { return telling }
    let inner = innerShapes(of: objects, level: level + 1)
    if Set(inner).count < 2 { return [] }
    return inner.map { .object(required: [], known: [], members: $0) }
  }
}
