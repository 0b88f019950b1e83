import OpenAPI
import Syntax

/// Choices of types as enums.
extension APIBuilder {
  private static let casesInUse = NameScope.membersInUse.union(["eventTypes", "other", "shapes"])

  /// A branch that is a case.
  private struct Branch {
    let origin: Shape.Branch
    let place: Place
    let name: String
    let content: UnionType.Content
    var documentation: [String] = []
    var eventTypes: [String]
  }

  mutating func union(of choice: Shape.Choice, _ id: Schema.ID, at path: TypePath) -> UnionType {
    declareShared(by: choice, id, at: path)
    var choice = choice
    choice.discriminator = choice.discriminator ?? schemas.discriminatorByDefaults(of: choice)
    schemas.findOverlaps(in: choice, id)
    let (branches, isAnything) = branches(of: &choice, id, at: path)
    let own = rules(inside: id)
    var cases = branches.map { branch in
      UnionType.Case(
        name: branch.name, content: branch.content, documentation: branch.documentation,
        rules: rules(for: branch, in: choice, besides: own),
        shape: schemas.jsonShape(of: branch.origin, in: choice, id), eventTypes: branch.eventTypes)
    }
    let shapes = JSONShape.toldByConstants(
      JSONShape.telling(cases.map(\.shape) + (isAnything ? [.any] : [])))
    for (index, shape) in shapes.prefix(cases.count).enumerated() { cases[index].shape = shape }
    tellFromInside(&cases, of: branches.map(\.origin))
    warn(ofAlike: cases, at: branches.map(\.place))
    warn(ofUndeclared: choice, cases)
    warn(ofUnmapped: choice, cases, id)
    return UnionType(cases: cases, isAnything: isAnything)
  }

  /// Tells of a discriminator that is a property of no branch, and is written all the same: by its
  /// name no provider may know it.
  private mutating func warn(ofUndeclared choice: Shape.Choice, _ cases: [UnionType.Case]) {
    guard let discriminator = choice.discriminator, cases.contains(where: { $0.shape.tag != nil })
    else { return }
    let name = discriminator.propertyName
    var names: [String] = []
    for schema in choice.schemas {
      let target = schemas.target(of: schema)
      guard case .object = schemas.shape(of: target).shape else { return }
      let own = schemas.members(of: target).map(\.property.name)
      if own.contains(name) { return }
      names += own
    }
    let meant = nearest(to: name, among: Array(names.prefix(100)))
    diagnostics.warning(
      "found '\(name)' for `discriminator`, expected a property that a branch has; it is written and "
        + "read all the same" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
      at: discriminator.place)
  }

  /// Tells of values of a discriminator that are mapped to none of the branches.
  private mutating func warn(
    ofUnmapped choice: Shape.Choice, _ cases: [UnionType.Case], _ id: Schema.ID
  ) {
    // That of a base lists the kinds of all that are made of it.
    guard let own = schemas[id].discriminator, own.place == choice.discriminator?.place else {
      return
    }
    let known = Set(cases.flatMap { $0.shape.tag?.values ?? [] })
    for variant in own.mapping where !known.contains(variant.value) {
      diagnostics.warning(
        "found '\(variant.value)' in `mapping`, expected the schema of a branch; it is left out",
        at: variant.place)
    }
  }

  /// Declares what is inside of what all branches share here, or in a base, and not in one of them.
  private mutating func declareShared(
    by choice: Shape.Choice, _ id: Schema.ID, at path: TypePath
  ) {
    guard let core = choice.core else { return }
    for layer in schemas.layers(of: id) { declareComponent(layer) }
    for member in schemas.members(of: core) {
      _ = decide(member.property.schema, named: Identifier.type(member.property.name), in: path)
    }
  }

  /// The branches, each with a name and a type, and whether one of them is anything: that is any
  /// other. Of those that have one type the first is the case: nothing can tell them apart.
  private mutating func branches(
    of choice: inout Shape.Choice, _ id: Schema.ID, at path: TypePath
  ) -> (cases: [Branch], isAnything: Bool) {
    let eventTypes = choice.branches.map { self.eventTypes(of: $0, in: id) }
    var given: [GivenName] = []
    for (branch, name) in zip(choice.branches, caseNames(of: choice, eventTypes)) {
      given.append(GivenName(name, precedence: given.count, at: place(of: branch, in: id)))
    }
    var scope = NameScope(reserved: Self.casesInUse)
    // What is inside of a type is named after a property, and its branches say more than that: of a
    // `shipping` a `CustomerShipping` is not the customer.
    let isInside = path.owner != .provider
    let spellings = given.map {
      isInside ? $0.text : Identifier.member($0.text, inside: path.name)
    }
    let names = scope.claim(given, as: spellings, scope.freeMember) { given[$0].text }
    shareValues(of: choice, names, at: path)
    let clashes = Dictionary(grouping: scope.clashes, by: \.index)
    var branches: [Branch] = []
    var positions: [UnionType.Content: Int] = [:]
    var isAnything = false
    for (index, origin) in choice.branches.enumerated() {
      let isShort = spellings[index] != given[index].text
      let name = Identifier.type(isShort ? given[index].text : names[index])
      let content = content(of: origin, named: name, in: path)
      if content == .value(.json) {
        isAnything = true
      } else if let same = positions[content] {
        branches[same].eventTypes += eventTypes[index]
        if case .schema(let first) = branches[same].origin, case .schema(let other) = origin {
          choice.alike[first, default: [first]] += choice.alike[other] ?? [other]
        }
      } else {
        positions[content] = branches.count
        warn(of: clashes[index] ?? [], among: given, renaming: .title)
        branches.append(
          Branch(
            origin: origin, place: given[index].place, name: names[index], content: content,
            documentation: documentation(of: origin, content, named: names[index]),
            eventTypes: eventTypes[index]))
      }
    }
    return (branches, isAnything)
  }

  /// Gives the values of a branch and the elements of another, an array, one type where both list
  /// the same: `StreamMode | [StreamMode]`.
  private mutating func shareValues(
    of choice: Shape.Choice, _ names: [String], at path: TypePath
  ) {
    // By the first value, since both may be thousands.
    var lists: [String: [Schema.ID]] = [:]
    for case .schema(let list) in choice.branches {
      guard case .array(let items?) = schemas.shape(of: schemas.target(of: list)).shape,
        uses[items] == nil,
        componentNames[items] == nil, case .enumeration(let known) = schemas.shape(of: items).shape
      else { continue }
      lists[known.values.first?.scalar.text ?? "", default: []].append(items)
    }
    if lists.isEmpty { return }
    for (branch, name) in zip(choice.branches, names) {
      guard case .schema(let value) = branch,
        case .enumeration(let known) = schemas.shape(of: value).shape
      else { continue }
      for items in lists[known.values.first?.scalar.text ?? ""] ?? []
      where schemas.isSame(items, value) {
        uses[items] = decide(value, named: Identifier.type(name), in: path)
      }
    }
  }

  /// Leaves out the branches by which a choice is a choice of itself, in however many steps: they
  /// add nothing to it, and reading a value would go round for ever.
  mutating func cutRings() {
    for path in order.reversed() {
      guard case .union(var union) = declarations[path]?.kind else { continue }
      union.cases.removeAll { item in
        item.content.type.map { leads($0) { $0 == path } } ?? false
      }
      declarations[path]?.kind = .union(union)
    }
  }

  /// Whether a type, or one of those that it is a choice of, in however many steps, is wanted.
  func leads(_ type: SwiftType, to isWanted: (TypePath) -> Bool) -> Bool {
    var seen: Set<TypePath> = []
    var pending = [type]
    while let type = pending.popLast() {
      guard case .named(let path) = type, seen.insert(path).inserted else { continue }
      if isWanted(path) { return true }
      if case .union(let union) = declarations[path]?.kind {
        pending += union.cases.compactMap(\.content.type)
      }
    }
    return false
  }

  /// Adds to the shapes of objects that have to have the same, and are not told apart by it, what
  /// is inside of their properties.
  private mutating func tellFromInside(
    _ cases: inout [UnionType.Case], of branches: [Shape.Branch]
  ) {
    var groups: [JSONShape: [(index: Int, object: Schema.ID)]] = [:]
    var keys: [JSONShape] = []
    for (index, branch) in branches.enumerated() {
      guard case .schema(let id) = branch,
        case .object(let required, let known, let members) = cases[index].shape, !known.isEmpty
      else { continue }
      let key = JSONShape.object(required: required.sorted(), known: [], members: members)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append((index, schemas.target(of: id)))
    }
    for group in keys.lazy.compactMap({ groups[$0] }) where group.count > 1 {
      let inner = schemas.innerShapes(of: group.map(\.object))
      for (item, members) in zip(group, inner) { cases[item.index].shape.add(members) }
    }
  }

  private mutating func warn(ofAlike cases: [UnionType.Case], at places: [Place]) {
    var seen = FewOrMany<JSONShape>()
    let shapes = cases.map(\.shape.inOrder)
    for (index, (item, place)) in zip(cases, places).enumerated() {
      if seen.insert(shapes[index]) || !item.eventTypes.isEmpty { continue }
      let other = shapes.firstIndex(of: shapes[index]).map { places[$0] } ?? place
      diagnostics.warning(
        "nothing tells this branch from another; what fits both is read as the first; "
          + "a discriminator in an overlay would tell them apart", at: place,
        notes: [("the other branch", other)])
    }
  }

  /// What a value of a branch has to keep, besides what the choice asks of all: of schemas that
  /// come out as one type what all ask for. A constant keeps what there is to keep.
  private mutating func rules(
    for branch: Branch, in choice: Shape.Choice, besides own: [Rule]
  ) -> [Rule] {
    guard case .value(let type) = branch.content else { return [] }
    let own = own.filter { $0.concerns(type) }
    guard case .schema(let id) = branch.origin else { return own }
    return own + (choice.alike[id].map { commonRules(of: $0) } ?? rules(for: id))
  }

  private func place(of branch: Shape.Branch, in choice: Schema.ID) -> Place {
    if case .schema(let id) = branch {
      schemas[schemas.branchSchema(of: id)].place
    } else {
      schemas[choice].place
    }
  }

  private mutating func content(
    of branch: Shape.Branch, named name: String, in path: TypePath
  ) -> UnionType.Content {
    switch branch {
    case .type(let type): return .value(SwiftType(type, format: nil))
    case .schema(let id):
      if let text = constant(id) { return .constant(text) }
      return .value(decide(id, named: name, in: path).type)
    }
  }

  /// The one string that a schema is, where nothing gives it a type with a name.
  private mutating func constant(_ id: Schema.ID) -> String? {
    guard componentNames[id] == nil, uses[id] == nil, schemas[id].swiftName == nil,
      case .enumeration(let known) = schemas.shape(of: id).shape, known.type == .string,
      !known.isOpen, known.values.count == 1
    else { return nil }
    return known.values[0].scalar.text
  }

  /// What is said of a branch at its case, as there is no type to say it at.
  private mutating func documentation(
    of branch: Shape.Branch, _ content: UnionType.Content, named name: String
  ) -> [String] {
    guard case .constant = content, case .schema(let id) = branch else { return [] }
    let lines = documentation(ofUse: id, named: name)
    guard lines.isEmpty, case .enumeration(let known) = schemas.shape(of: id).shape else {
      return lines
    }
    return Documentation.lines(known.values[0].description)
  }

  private func eventTypes(of branch: Shape.Branch, in choice: Schema.ID) -> [String] {
    if case .schema(let id) = branch { eventTypes[choice]?[id] ?? [] } else { [] }
  }
}
