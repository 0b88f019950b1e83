import OpenAPI

/// What a choice of several schemas comes out as.
extension Schemas {
  /// One of several schemas, of which those that come out as one type are one.
  mutating func choice(
    of branches: [Schema.ID], _ discriminator: Discriminator?
  ) -> Shape {
    var places: [Identity: Int] = [:]
    var groups: [[Schema.ID]] = []
    for branch in branches {
      let identity = identity(of: branch)
      if let place = places[identity] {
        groups[place].append(branch)
      } else {
        places[identity] = groups.count
        groups.append([branch])
      }
    }
    let alternatives = groups.map { $0[0] }
    if alternatives.count == 1 { return joined(groups[0]) }
    if discriminator == nil, let base = base(among: alternatives) { return .same(base) }
    let enumerations = alternatives.compactMap { enumeration($0) }
    let types = Set(enumerations.map(\.type))
    // Constants, each with a title: an enumeration with names. Or known values beside any other of
    // the type: an enumeration that says of itself that it is open.
    if enumerations.count == alternatives.count, types.count == 1, let type = types.first {
      // Any enumeration holds the empty string, which Django REST framework lists apart.
      let telling = zip(alternatives, enumerations).filter { !$0.1.isBlank }
      if telling.count == 1, enumerations.count > 1, !telling[0].1.values.isEmpty {
        return .same(telling[0].0)
      }
      let joined = Enumeration(joining: enumerations, of: type)
      // Known values have names, which those of numbers do not.
      let isPlain = joined.values.isEmpty || joined.isOpen && type != .string
      return isPlain ? .primitive(type) : .enumeration(joined)
    }
    // An integer is a number too, which has no room for the digits of one of 64 bits.
    if enumerations.count == alternatives.count, types == [.int, .double],
      enumerations.allSatisfy(\.values.isEmpty),
      !alternatives.contains(where: { self[target(of: $0)].format == "int64" })
    {
      return .primitive(.double)
    }
    // Constants of several types, as an `enum` of all of them is.
    if enumerations.count == alternatives.count, enumerations.allSatisfy({ $0.values.count == 1 }) {
      return .enumeration(Enumeration(joining: enumerations, of: .json))
    }
    var choice = Shape.Choice(
      branches: alternatives.map { .schema($0) },
      discriminator: discriminator ?? sharedDiscriminator(of: alternatives))
    for group in groups where group.count > 1 { choice.alike[group[0]] = group }
    return .union(choice)
  }

  /// What schemas that come out as one type are: any element of a list or a map is what one of them
  /// says.
  private mutating func joined(_ branches: [Schema.ID]) -> Shape {
    let first = shape(of: target(of: branches[0])).shape
    let elements = branches.map { shape(of: target(of: $0)).shape.elements }
    if elements.allSatisfy({ $0 == elements[0] }) { return .same(branches[0]) }
    let known = elements.compactMap { $0 }
    let joined = known.count == elements.count ? combined(.any, of: known) : nil
    if case .array = first { return .array(joined) }
    return .dictionary(joined)
  }

  /// What two schemas that come out as one type have in common.
  private indirect enum Identity: Hashable {
    case schema(Schema.ID)
    case type(SwiftType)
    case array(Identity)
    case dictionary(Identity)
  }

  private mutating func identity(of id: Schema.ID, depth: Int = 0) -> Identity {
    let described = target(of: id)
    if depth == Self.mostChoices || unfinished.contains(described) { return .schema(described) }
    switch shape(of: described).shape {
    case .primitive(let type): return .type(type)
    case .array(let items): return .array(identity(ofElements: items, depth: depth + 1))
    case .dictionary(let values): return .dictionary(identity(ofElements: values, depth: depth + 1))
    case .object, .enumeration, .union, .same: break
    }
    return .schema(described)
  }

  private mutating func identity(ofElements id: Schema.ID?, depth: Int) -> Identity {
    guard let id else { return .type(.json) }
    let identity = identity(of: id, depth: depth)
    // One that may be null is another.
    if case .schema = identity, shape(of: id).isNullable { return .schema(id) }
    return identity
  }

  /// The values that a branch lists, none where it has only a type; nil for anything else.
  private mutating func enumeration(_ id: Schema.ID) -> Enumeration? {
    switch shape(of: id).shape {
    case .enumeration(var enumeration):
      // What is said of a constant is said of its value.
      if enumeration.values.count == 1 {
        let only = enumeration.values[0]
        enumeration.values[0].name = only.name ?? self[id].title
        enumeration.values[0].description = only.description ?? self[id].description
      }
      return enumeration
    case .primitive(.string): return Enumeration(type: .string, values: [])
    case .primitive(.int): return Enumeration(type: .int, values: [])
    case .primitive(.double): return Enumeration(type: .double, values: [])
    case .same(let base): return enumeration(base)
    default: return nil
    }
  }
}

extension Shape {
  /// What the elements of a list or the values of a map are; nil for anything.
  fileprivate var elements: Schema.ID? {
    switch self {
    case .array(let elements), .dictionary(let elements): elements
    case .object, .enumeration, .union, .primitive, .same: nil
    }
  }
}
