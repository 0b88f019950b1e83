import OpenAPI
import Syntax

/// The values of a discriminator that tell of each branch (OAS 3.2 §4.25).
extension Schemas {
  /// Whether the discriminator has a value for the object itself that others are kinds of: without
  /// a mapping that is its name.
  func hasOwnValue(_ choice: Shape.Choice) -> Bool {
    let mapping = choice.discriminator?.mapping ?? []
    return mapping.isEmpty || mapping.contains { described($0.schema) == choice.whole }
  }

  mutating func isDefault(_ branch: Schema.ID, in choice: Shape.Choice) -> Bool {
    guard let schema = choice.discriminator?.defaultMapping else { return branch == choice.core }
    return names(of: branch, in: choice).contains { $0.contains(described(schema)) }
  }

  /// What the description has as the branch.
  private func described(_ branch: Schema.ID, in choice: Shape.Choice) -> Schema.ID {
    branch == choice.core ? choice.whole ?? branch : branchSchema(of: branch)
  }

  /// All that the description has as the branch, each with what it is another name of.
  private mutating func names(of branch: Schema.ID, in choice: Shape.Choice) -> [[Schema.ID]] {
    (choice.alike[branch] ?? [branch]).map { chain(of: described($0, in: choice)) }
  }

  /// The values that tell of a branch. Where the description maps none to it, and another branch
  /// lists the same, that is no more than its name; or nothing, and it goes by what else it is.
  mutating func tellingValues(
    of branch: Schema.ID, in choice: Shape.Choice, _ whole: Schema.ID
  ) -> [String] {
    let values = discriminatorValues(of: branch, in: choice, whole)
    guard !values.isEmpty, mappedValues(of: branch, in: choice).isEmpty,
      case .object = shape(of: target(of: branch)).shape, !isDefault(branch, in: choice)
    else { return values }
    let owners = owners(ofValuesIn: choice, whole)
    if values.allSatisfy({ owners[$0] == branch }) { return values }
    // What is mapped is another branch's.
    let mapped = Set(choice.discriminator?.mapping.map(\.value) ?? [])
    let rest = values.filter { !mapped.contains($0) }
    if !rest.isEmpty, rest.allSatisfy({ owners[$0] == branch }) { return rest }
    // Branches that list the same values are named after them.
    if values.count > 1, rest.allSatisfy({ owners[$0] == whole }) {
      return self.values(rest, namedAs: branch, in: choice)
    }
    let names = componentNames(of: branch, in: choice)
    // A default that others have too says nothing.
    if let property = property(choice.discriminator?.propertyName ?? "", of: branch),
      knownValues(of: property).isEmpty
    {
      return names
    }
    return values.filter(names.contains)
  }

  /// The values of the discriminator for a branch: its own, and those of its kinds that are not
  /// those of another branch.
  ///
  /// - Parameter whole: What is the choice.
  private mutating func discriminatorValues(
    of branch: Schema.ID, in choice: Shape.Choice, _ whole: Schema.ID, depth: Int = 0
  ) -> [String] {
    guard let discriminator = choice.discriminator, depth < Self.mostLevels else { return [] }
    guard let kinds = kinds(of: branch, in: choice) else {
      return ownValues(of: branch, in: choice)
    }
    // There are many more ways down through choices of choices than there are branches.
    let key = BranchKey(branch: branch, whole: whole, depth: depth)
    if let known = knownDiscriminatorValues[key] { return known }
    var values = mappedValues(of: branch, in: choice)
    let owners = owners(ofValuesIn: choice, whole)
    for case .schema(let kind) in kinds.choice.branches {
      let inner =
        discriminator.mapping.filter { described($0.schema) == kind }.map(\.value)
        + discriminatorValues(of: kind, in: kinds.choice, kinds.whole, depth: depth + 1)
      values += inner.filter { owners[$0] == nil || owners[$0] == branch }
    }
    values = values.isEmpty ? impliedValues(of: branch, in: choice) : values.unique
    knownDiscriminatorValues[key] = values
    return values
  }

  /// What a branch is a choice of, by the same discriminator, and where that stands.
  private mutating func kinds(
    of branch: Schema.ID, in choice: Shape.Choice
  ) -> (choice: Shape.Choice, whole: Schema.ID)? {
    guard let key = choice.discriminator?.propertyName, branch != choice.core else { return nil }
    let target = target(of: described(branch, in: choice))
    guard case .union(let kinds) = shape(of: target).shape,
      kinds.discriminator?.propertyName == key
    else { return nil }
    return (kinds, target)
  }

  /// The kinds of a branch, objects, that have values of another branch, where no mapping says
  /// whose these are: they go by what else they are.
  mutating func contestedKinds(
    of branch: Schema.ID, in choice: Shape.Choice, _ whole: Schema.ID
  ) -> [(kind: Schema.ID, values: [String])] {
    guard let kinds = kinds(of: branch, in: choice) else { return [] }
    let owners = owners(ofValuesIn: choice, whole)
    let mapping = choice.discriminator?.mapping ?? []
    return kinds.choice.branches.compactMap { kind in
      guard case .schema(let id) = kind, case .object = shape(of: target(of: id)).shape else {
        return nil
      }
      let values = ownValues(of: id, in: kinds.choice).filter { value in
        owners[value] == whole && !mapping.contains { $0.value == value }
      }
      return values.isEmpty ? nil : (id, values)
    }
  }

  /// A branch of a choice, and how deep that is in others.
  struct BranchKey: Hashable {
    let branch: Schema.ID
    let whole: Schema.ID
    let depth: Int
  }

  /// Which branch of a choice has a value of its own; of one that several have, the choice itself.
  private mutating func owners(
    ofValuesIn choice: Shape.Choice, _ whole: Schema.ID
  ) -> [String: Schema.ID] {
    if let known = ownersOfValues[whole] { return known }
    var owners: [String: Schema.ID] = [:]
    for case .schema(let branch) in choice.branches {
      for value in ownValues(of: branch, in: choice) {
        owners[value] = owners[value] == nil ? branch : whole
      }
    }
    ownersOfValues[whole] = owners
    return owners
  }

  /// The values of a branch without those of its kinds.
  private mutating func ownValues(of branch: Schema.ID, in choice: Shape.Choice) -> [String] {
    let mapped = mappedValues(of: branch, in: choice)
    return mapped.isEmpty ? impliedValues(of: branch, in: choice) : mapped.unique
  }

  /// Those that the mapping has for a branch, or that stand in its own schema.
  private mutating func mappedValues(of branch: Schema.ID, in choice: Shape.Choice) -> [String] {
    let mapping = choice.discriminator?.mapping ?? []
    return names(of: branch, in: choice).flatMap { chain in
      let own = chain.first { self[$0].discriminatorValue != nil }
      return mapping.filter { chain.contains(described($0.schema)) }.map(\.value)
        + [own.flatMap { self[$0].discriminatorValue }].compactMap(\.self)
    }
  }

  /// What the property may be in a branch, or the name of the component (OAS 3.1 §4.8.25.4).
  private mutating func impliedValues(of branch: Schema.ID, in choice: Shape.Choice) -> [String] {
    let key = choice.discriminator?.propertyName ?? ""
    guard let property = property(key, of: branch) else {
      return componentNames(of: branch, in: choice)
    }
    var values = knownValues(of: property)
    if choice.core.flatMap({ self.property(key, of: $0) }) == property {
      // All branches share these.
      values = self.values(values, namedAs: branch, in: choice)
    } else if values.isEmpty, let value = defaultValue(of: property)?.text {
      values = [value]
    }
    return values.isEmpty ? componentNames(of: branch, in: choice) : values
  }

  /// Those of several values that are the name of a branch, however that is written: `BIG_CAT` of
  /// `BigCat`.
  private mutating func values(
    _ values: [String], namedAs branch: Schema.ID, in choice: Shape.Choice
  ) -> [String] {
    if values.isEmpty { return [] }
    let names = componentNames(of: branch, in: choice).map(\.lettersAndDigits)
    return values.filter { names.contains($0.lettersAndDigits) }
  }

  private mutating func componentNames(
    of branch: Schema.ID, in choice: Shape.Choice
  ) -> [String] {
    names(of: branch, in: choice).compactMap { chain in
      chain.first(where: componentIDs.contains).flatMap { id in
        components.first { $0.schema == id }?.name
      }
    }
  }

  /// The values that a property lists.
  private mutating func knownValues(of property: Schema.ID) -> [String] {
    switch shape(of: property).shape {
    case .enumeration(let known): known.values.map(\.scalar.text)
    case .primitive(.bool): listedBooleans(of: property)?.map(\.description) ?? []
    default: []
    }
  }

  /// What a property of an object is, be it that the object narrows what it inherits.
  private mutating func property(_ key: String, of object: Schema.ID) -> Schema.ID? {
    let member = members(of: object).first { $0.property.name == key }
    return member.map { target(of: $0.property.schema) }
  }

  /// A value of a discriminator, which a mapping has as a string, as what the property is in the
  /// branch, or else in another one.
  mutating func scalar(
    _ value: String, of key: String, in branch: Schema.ID, _ choice: Shape.Choice
  ) -> Scalar {
    var schema = property(key, of: branch)
    for other in choice.schemas where schema == nil { schema = property(key, of: other) }
    let plain = Scalar(value, isQuoted: false)
    let type: SwiftType? =
      switch schema.map({ shape(of: $0).shape }) {
      case .primitive(let type): type
      case .enumeration(let known): known.type
      default: nil
      }
    switch (type, plain.kind) {
    case (.int, .integer), (.double, .integer), (.double, .number), (.bool, .boolean): return plain
    default: return Scalar(value, isQuoted: true)
    }
  }

  /// The discriminator of the nearest base of all branches, which springdoc writes there alone.
  mutating func sharedDiscriminator(of branches: [Schema.ID]) -> Discriminator? {
    guard let first = branches.first else { return nil }
    let base = layers(of: described(first)).last { base in
      self[base].discriminator != nil && branches.allSatisfy { isKind($0, of: base) }
    }
    return base.flatMap { self[$0].discriminator }
  }

  /// A base with a discriminator that all other branches are kinds of, as is then any value.
  mutating func base(among branches: [Schema.ID]) -> Schema.ID? {
    branches.first { base in
      self[described(base)].discriminator != nil
        && branches.allSatisfy { $0 == base || isKind($0, of: described(base)) }
    }
  }

  /// Whether a schema is composed of another.
  private mutating func isKind(_ id: Schema.ID, of base: Schema.ID) -> Bool {
    described(id) != base && layers(of: described(id)).contains(base)
  }

  /// What tells objects apart that say only by a default which one they are: a text that all of
  /// them require, and that each has another default of.
  mutating func discriminatorByDefaults(of choice: Shape.Choice) -> Discriminator? {
    guard choice.discriminator == nil, choice.core == nil else { return nil }
    var branches: [(id: Schema.ID, defaults: [String: String])] = []
    for case .schema(let id) in choice.branches {
      let defaults = requiredDefaults(of: id)
      if defaults.isEmpty { return nil }
      branches.append((id, defaults))
    }
    guard branches.count == choice.branches.count else { return nil }
    for member in members(of: branches[0].id) {
      let key = member.property.name
      let values = branches.compactMap { $0.defaults[key] }
      guard values.count == branches.count, Set(values).count == values.count else { continue }
      return Discriminator(
        propertyName: key,
        mapping: zip(values, branches).map {
          .init(value: $0, schema: $1.id, place: member.property.place)
        },
        defaultMapping: nil, place: member.property.place)
    }
    return nil
  }

  /// The defaults of the texts that an object requires, by their names.
  private mutating func requiredDefaults(of id: Schema.ID) -> [String: String] {
    guard case .object = shape(of: target(of: id)).shape else { return [:] }
    var defaults: [String: String] = [:]
    for member in members(of: id) where member.isRequired {
      guard case .primitive(.string) = shape(of: target(of: member.property.schema)).shape
      else { continue }
      defaults[member.property.name] = defaultValue(of: member.property.schema)?.text
    }
    return defaults
  }
}
