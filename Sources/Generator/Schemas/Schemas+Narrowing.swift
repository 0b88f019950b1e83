import OpenAPI
import Syntax

/// What several schemas that are no objects are at once.
extension Schemas {
  /// What the type of a schema, its bases and its branches have in common. Where that is nothing,
  /// the last of them counts.
  mutating func narrowest(of bases: [Schema.ID], _ id: Schema.ID) -> Shape {
    var alternatives = alternatives(of: id)
    // Most are composed of nothing.
    if bases.isEmpty, alternatives.isEmpty { return shape(ofType: id) }
    var shapes = bases.map { (shape: Shape.same($0), place: self[$0].place) }
    let place = self[id].place
    // Whoever writes `type: object` beside branches that are none means the branches.
    let isObject = self[id].types.allSatisfy { $0 == .null || $0 == .object }
    var hasType = !isObject || alternatives.isEmpty && saysMore(id, ofLists: bases)
    if hasType, let counting = branches(alternatives, besideTypeOf: id) {
      (alternatives, hasType) = (counting, false)
    }
    if !alternatives.isEmpty {
      shapes.append((choice(of: alternatives, self[id].discriminator), place))
    }
    if hasType { shapes.insert((shape(ofType: id), place), at: 0) }
    return shapes.dropFirst().reduce(shapes[0]) { sum, next in
      if let both = intersection(of: next.shape, sum.shape) { return (both, next.place) }
      diagnostics.warning(
        "found a schema of another type than the one that it stands beside, expected one type; it is "
          + "read as this one", at: next.place,
        notes: [("the schema that it stands beside", sum.place)])
      return next
    }.shape
  }

  /// The branches of a schema, where some are of another type than the schema itself, which no
  /// value could be: whoever writes them means them too. The others are narrowed to that type. Nil
  /// where the type holds for all.
  private mutating func branches(
    _ branches: [Schema.ID], besideTypeOf id: Schema.ID
  ) -> [Schema.ID]? {
    if branches.isEmpty { return nil }
    let type = shape(ofType: id)
    let fitting = branches.map { intersection(of: .same($0), type) }
    let others = zip(branches, fitting).filter { $0.1 == nil }.map { self[$0.0].place }
    if others.isEmpty { return nil }
    diagnostics.warning(
      "found a branch of another type beside `type`, expected branches of that type; it counts all "
        + "the same", at: self[id].place, notes: others.map { ("the branch of another type", $0) })
    var plain = Schema(place: self[id].place)
    (plain.types, plain.format) = (self[id].types, self[id].format)
    (plain.items, plain.prefixItems) = (self[id].items, self[id].prefixItems)
    let base = add(plain, of: [id])
    return zip(branches, fitting).map { branch, shape in
      switch shape {
      case nil, .same(branch)?: branch
      default: combined(.all, of: [base, branch])
      }
    }
  }

  /// Whether a schema without a type says what the elements of its bases are, which are all lists.
  private mutating func saysMore(_ id: Schema.ID, ofLists bases: [Schema.ID]) -> Bool {
    guard self[id].types.isEmpty, self[id].items != nil || !self[id].prefixItems.isEmpty else {
      return false
    }
    return bases.allSatisfy { if case .array = resolved(.same($0)) { true } else { false } }
  }

  /// What fits both shapes, the first where the other adds nothing; nil where nothing fits.
  ///
  /// - Parameter depth: How many choices it is in; past a few, anything fits.
  private mutating func intersection(
    of left: Shape, _ right: Shape, depth: Int = 0
  ) -> Shape? {
    guard depth < Self.mostChoices else { return left }
    switch (resolved(left), resolved(right)) {
    case (_, .primitive(.json)): return left
    case (.primitive(.json), _): return right
    case (.union(let choice), _): return narrowed(left, choice, to: right, depth: depth)
    case (_, .union(let choice)): return narrowed(right, choice, to: left, depth: depth)
    case (.enumeration(let one), .enumeration(let other)): return common(one, left, other, right)
    case (.enumeration(let values), .primitive(let type)):
      return values.type.narrowed(to: type).map { _ in left }
    case (.primitive(let type), .enumeration(let values)):
      return values.type.narrowed(to: type).map { _ in right }
    case (.primitive(let one), .primitive(let other)):
      return one.narrowed(to: other).map { $0 == one ? left : right }
    case (.array(let one), .array(let other)):
      let items = common(one, other)
      return items == one ? left : items == other ? right : .array(items)
    case (.dictionary(let one), .dictionary(let other)):
      let values = common(one, other)
      return values == one ? left : values == other ? right : .dictionary(values)
    case (.object, .object), (.object, .dictionary): return isEmpty(left) ? right : left
    case (.dictionary, .object): return isEmpty(right) ? left : right
    default: return nil
    }
  }

  /// Whether an object has no members: then what it is beside says more.
  private mutating func isEmpty(_ object: Shape) -> Bool {
    guard case .same(let id) = object else { return false }
    return members(of: target(of: id)).isEmpty
  }

  private mutating func resolved(_ shape: Shape) -> Shape {
    guard case .same(let id) = shape else { return shape }
    return self.shape(of: target(of: id)).shape
  }

  /// The branches of a choice that fit something else too.
  private mutating func narrowed(
    _ whole: Shape, _ choice: Shape.Choice, to other: Shape, depth: Int
  ) -> Shape? {
    var kept: [(branch: Shape.Branch, shape: Shape)] = []
    for branch in choice.branches {
      let shape: Shape =
        switch branch {
        case .schema(let id): .same(id)
        case .type(let type): .primitive(SwiftType(type, format: nil))
        }
      guard let both = intersection(of: shape, other, depth: depth + 1) else { continue }
      kept.append((branch, both))
    }
    if kept.count == 1 { return kept[0].shape }
    if kept.count == choice.branches.count { return whole }
    var choice = choice
    choice.branches = kept.map(\.branch)
    return kept.isEmpty ? nil : .union(choice)
  }

  private func common(
    _ one: Enumeration, _ left: Shape, _ other: Enumeration, _ right: Shape
  ) -> Shape? {
    let others = Set(other.values.map(\.scalar))
    let values = one.values.filter { others.contains($0.scalar) }
    if values.isEmpty { return nil }
    if values.count == one.values.count { return left }
    if values.count == other.values.count { return right }
    return .enumeration(Enumeration(type: one.type, values: values))
  }

  /// What the elements of two lists have in common; nil is anything.
  private mutating func common(_ one: Schema.ID?, _ other: Schema.ID?) -> Schema.ID? {
    guard let one, let other else { return one ?? other }
    return combined(.all, of: [one, other])
  }
}

extension SwiftType {
  /// The narrower of two types of a single value; nil where no value has both.
  fileprivate func narrowed(to other: SwiftType) -> SwiftType? {
    switch (self, other) {
    case _ where self == other: self
    case (.json, _), (.int, .double), (.int, .decimal), (.decimal, .double): self
    case (.double, .int), (.decimal, .int), (.double, .decimal): other
    case (.string, .date), (.string, .calendarDate), (.string, .uuid), (.string, .data): other
    case (.date, .string), (.calendarDate, .string), (.uuid, .string), (.data, .string): self
    default: nil
    }
  }
}
