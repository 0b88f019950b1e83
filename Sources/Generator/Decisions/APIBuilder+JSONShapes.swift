import OpenAPI
import Syntax

/// What tells the branches of a choice apart.
extension APIBuilder {
  mutating func jsonShape(
    of branch: Shape.Branch, in choice: Shape.Choice, _ whole: Schema.ID
  ) -> JSONShape {
    shapesOfBranch = 0
    switch branch {
    case .type(let type): return JSONShape(SwiftType(type, format: nil))
    case .schema(let id):
      let values = discriminatorValues(of: id, in: choice)
      guard let discriminator = choice.discriminator, !values.isEmpty else {
        return jsonShape(of: id, discriminator: nil, inside: [whole])
      }
      let shape = jsonShape(
        of: id, discriminator: (discriminator.propertyName, values), inside: [whole])
      // Any object that is none of the others (OAS 3.2 §4.25.1).
      let any = JSONShape.object(required: [], known: [], members: [])
      if id == choice.core, !hasOwnValue(choice) { return any }
      return isDefault(id, in: choice) ? .anyOf([shape, any]) : shape
    }
  }

  /// Whether the discriminator has a value for the object itself that others are kinds of: without
  /// a mapping that is its name.
  private func hasOwnValue(_ choice: Shape.Choice) -> Bool {
    let mapping = choice.discriminator?.mapping ?? []
    return mapping.isEmpty || mapping.contains { described($0.schema) == choice.whole }
  }

  private mutating func isDefault(_ branch: Schema.ID, in choice: Shape.Choice) -> Bool {
    guard let schema = choice.discriminator?.defaultMapping else { return branch == choice.core }
    return chain(of: described(branch, in: choice)).contains(described(schema))
  }

  /// What the description has as the branch.
  private func described(_ branch: Schema.ID, in choice: Shape.Choice) -> Schema.ID {
    branch == choice.core ? choice.whole ?? branch : branchSchema(of: branch)
  }

  /// The values of the discriminator for a branch: its own, and those of its kinds that are not
  /// those of another branch.
  private mutating func discriminatorValues(
    of branch: Schema.ID, in choice: Shape.Choice, depth: Int = 0
  ) -> [String] {
    guard let discriminator = choice.discriminator, depth < 8 else { return [] }
    var values = mappedValues(of: branch, in: choice)
    let id = described(branch, in: choice)
    if branch != choice.core, case .union(let kinds) = shape(of: chain(of: id).last ?? id).shape,
      kinds.discriminator?.propertyName == discriminator.propertyName
    {
      let others = choice.branches.flatMap { other -> [String] in
        guard case .schema(let id) = other, id != branch else { return [] }
        let own = mappedValues(of: id, in: choice)
        return own.isEmpty ? impliedValues(of: id, in: choice) : own
      }
      for case .schema(let kind) in kinds.branches {
        let inner =
          discriminator.mapping.filter { described($0.schema) == kind }.map(\.value)
          + discriminatorValues(of: kind, in: kinds, depth: depth + 1)
        values += inner.filter { !others.contains($0) }
      }
    }
    if values.isEmpty { values = impliedValues(of: branch, in: choice) }
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Those that the mapping has for a branch.
  private mutating func mappedValues(of branch: Schema.ID, in choice: Shape.Choice) -> [String] {
    let chain = chain(of: described(branch, in: choice))
    let mapping = choice.discriminator?.mapping ?? []
    return mapping.filter { chain.contains(described($0.schema)) }.map(\.value)
  }

  /// What the property may be in a branch, or the name of the component (OAS 3.1 §4.8.25.4).
  private mutating func impliedValues(of branch: Schema.ID, in choice: Shape.Choice) -> [String] {
    let known = knownValues(of: choice.discriminator?.propertyName ?? "", in: branch, choice)
    if !known.isEmpty { return known }
    let chain = chain(of: described(branch, in: choice))
    return document.components.first { chain.contains($0.schema) }.map { [$0.name] } ?? []
  }

  /// The values that a branch itself lists for a property, and not what all branches share.
  private mutating func knownValues(
    of key: String, in branch: Schema.ID, _ choice: Shape.Choice
  ) -> [String] {
    guard let member = members(of: branch).first(where: { $0.property.name == key }),
      case .enumeration(let known) = shape(of: member.property.schema).shape
    else { return [] }
    let shared = choice.core.map { members(of: $0) } ?? []
    return shared.contains { $0.property.schema == member.property.schema }
      ? [] : known.values.map(\.scalar.text)
  }

  /// - Parameter inside: The choices and lists that it is in; past a few, anything fits.
  private mutating func jsonShape(
    of id: Schema.ID, discriminator: (key: String, values: [String])?, inside: [Schema.ID]
  ) -> JSONShape {
    guard inside.count < 5, mayLookAtOneMore() else { return .any }
    switch shape(of: id).shape {
    case .object:
      return discriminator.map { .tagged($0.key, $0.values) }
        ?? object(id, isInside: inside.count > 1)
    case .dictionary: return .object(required: [], known: [], members: [])
    case .array(let items):
      return .array(items.map { jsonShape(ofElement: $0, inside: inside + [id]) })
    case .enumeration(let values):
      // An open enumeration is any integer, where nothing else is one.
      return values.type == .string ? JSONShape(values) : JSONShape(values.type)
    case .union(let choice):
      if let discriminator { return .tagged(discriminator.key, discriminator.values) }
      return .anyOf(
        choice.branches.compactMap { branch in
          switch branch {
          case .type(let type): return JSONShape(SwiftType(type, format: nil))
          // What a choice is by being itself says nothing of it.
          case .schema(let branch) where inside.contains(target(of: branch)): return nil
          case .schema(let branch):
            return jsonShape(of: branch, discriminator: nil, inside: inside + [id])
          }
        })
    case .primitive(let type): return JSONShape(type)
    case .same:
      let target = target(of: id)
      // A ring of names for nothing.
      if case .same = shape(of: target).shape { return .any }
      return jsonShape(of: target, discriminator: discriminator, inside: inside)
    }
  }

  private mutating func jsonShape(ofElement id: Schema.ID, inside: [Schema.ID]) -> JSONShape {
    let plain = jsonShape(of: id, discriminator: nil, inside: inside)
    return shape(of: id).isNullable && plain != .any ? .anyOf([.null, plain]) : plain
  }

  /// The keys that have to be there, and what their values look like: of an object inside of
  /// another only where it lists them.
  private mutating func object(_ id: Schema.ID, isInside: Bool) -> JSONShape {
    let members = members(of: id)
    var shapes: [JSONShape.Member] = []
    for member in members {
      let shape = memberShape(of: member.property.schema, depth: 0)
      if !isInside && shape != .any || shape.isListed {
        shapes.append(.init(key: member.property.name, shape: shape))
      }
    }
    return .object(
      required: members.filter(\.isRequired).map(\.property.name),
      known: members.map(\.property.name), members: shapes)
  }

  /// Counts the shapes that are looked at to tell branches apart. Choices of choices of choices are
  /// as many as the product of their lengths; past these limits a branch is anything.
  private mutating func mayLookAtOneMore() -> Bool {
    shapesOfBranch += 1
    shapesOfAll += 1
    return shapesOfBranch < 1_000 && shapesOfAll < 300_000
  }

  /// What a property looks like: of what is inside of it no more than its type.
  ///
  /// - Parameter depth: How many choices it is in; past a few, anything fits.
  mutating func memberShape(of id: Schema.ID, depth: Int) -> JSONShape {
    guard depth < 4, mayLookAtOneMore() else { return .any }
    let (shape, isNullable) = shape(of: id)
    let plain: JSONShape
    switch shape {
    case .object, .dictionary: plain = .object(required: [], known: [], members: [])
    case .array(let items):
      // Of its elements no more than their type.
      let element = items.map { memberShape(of: $0, depth: depth + 1).withoutValues }
      plain = .array(element == .any ? nil : element)
    // An open enumeration of many values is as good as any string.
    case .enumeration(let known):
      plain = known.values.count <= 8 ? JSONShape(known) : JSONShape(known.type)
    case .union(let choice):
      plain = .anyOf(
        choice.branches.map { branch in
          switch branch {
          case .type(let type): JSONShape(SwiftType(type, format: nil))
          case .schema(let id): memberShape(of: id, depth: depth + 1)
          }
        })
    case .primitive(let type): plain = JSONShape(type)
    case .same(let base): plain = memberShape(of: base, depth: depth + 1)
    }
    return isNullable && plain != .any ? .anyOf([.null, plain]) : plain
  }
}

extension JSONShape {
  /// Whether it is one of listed values, or null.
  fileprivate var isListed: Bool {
    switch self {
    case .strings, .integers: true
    case .anyOf(let shapes):
      shapes.contains(where: \.isListed) && shapes.allSatisfy { $0.isListed || $0 == .null }
    default: false
    }
  }

  /// The same with any value of their type for those that are listed, and each alternative once.
  fileprivate var withoutValues: JSONShape {
    switch self {
    case .strings: return .string
    case .integers: return .integer
    case .anyOf(let shapes):
      var unique: [JSONShape] = []
      for shape in shapes.map(\.withoutValues) where !unique.contains(shape) {
        unique.append(shape)
      }
      if unique.contains(.any) { return .any }
      return unique.count == 1 ? unique[0] : .anyOf(unique)
    default: return self
    }
  }

  init(_ enumeration: Enumeration) {
    switch enumeration.type {
    case .string: self = .strings(enumeration.values.map(\.scalar.text))
    case .int: self = .integers(enumeration.values.compactMap(\.scalar.meantInt))
    default: self = JSONShape(enumeration.type)
    }
  }

  /// The shapes of the branches of a choice, less what tells none of them from another: a property
  /// that all that have it have in one shape.
  static func telling(_ shapes: [JSONShape]) -> [JSONShape] {
    var first: [String: JSONShape] = [:]
    var differing: Set<String> = []
    // One object is told from what is none.
    let objects = shapes.count { if case .object = $0 { true } else { false } }
    for case .object(_, _, let members) in shapes where objects > 1 {
      for member in members {
        let other = first[member.key]
        if other == nil { first[member.key] = member.shape }
        if let other, other != member.shape { differing.insert(member.key) }
      }
    }
    return shapes.map { shape in
      guard case .object(let required, let known, let members) = shape else { return shape }
      let telling = members.filter { $0.shape.isListed || differing.contains($0.key) }
      return .object(required: required, known: known, members: telling)
    }
  }

  init(_ type: SwiftType) {
    switch type {
    case .string, .file: self = .string
    case .data: self = .base64
    case .int, .uint64: self = .integer
    case .double, .decimal: self = .number
    case .bool: self = .boolean
    case .date: self = .date
    case .calendarDate: self = .calendarDate
    case .uuid: self = .uuid
    case .array: self = .array(nil)
    case .dictionary: self = .object(required: [], known: [], members: [])
    case .json, .formValue, .raw, .stream, .event, .optional, .named: self = .any
    }
  }
}
