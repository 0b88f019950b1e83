import OpenAPI
import Syntax

/// Choices of types as enums.
extension APIBuilder {
  private static let casesInUse = NameScope.membersInUse.union(["eventTypes", "other", "shapes"])

  mutating func union(of choice: Shape.Choice, _ id: Schema.ID, at path: TypePath) -> UnionType {
    // What is inside of what all share has its place here, or in a base, and not in one of them.
    if choice.core != nil { for layer in schemas.layers(of: id) { declareComponent(layer) } }
    for member in choice.core.map({ schemas.members(of: $0) }) ?? [] {
      _ = decide(member.property.schema, named: Identifier.type(member.property.name), in: path)
    }
    var choice = choice
    choice.discriminator = choice.discriminator ?? schemas.discriminatorByDefaults(of: choice)
    schemas.findOverlaps(in: choice, id)
    var scope = NameScope(reserved: Self.casesInUse)
    var cases: [UnionType.Case] = []
    var places: [Place] = []
    var origins: [Shape.Branch] = []
    // Anything is any other.
    var types: Set<SwiftType> = [.json]
    var isAnything = false
    let own = rules(inside: id)
    var given: [GivenName] = []
    let eventTypes = choice.branches.map { self.eventTypes(of: $0, in: id) }
    for (branch, name) in zip(choice.branches, caseNames(of: choice, eventTypes)) {
      given.append(GivenName(name, precedence: given.count, at: place(of: branch, in: id)))
    }
    let names = scope.claim(given, as: given.map(\.text), scope.freeMember) { given[$0].text }
    shareValues(of: choice, names, at: path)
    let clashes = Dictionary(grouping: scope.clashes, by: \.index)
    for (index, branch) in choice.branches.enumerated() {
      let name = names[index]
      let type = type(of: branch, named: Identifier.type(name), in: path)
      // Two branches with one type are one case: nothing can tell them apart.
      guard types.insert(type).inserted else {
        if let same = cases.firstIndex(where: { $0.type == type }) {
          cases[same].eventTypes += eventTypes[index]
        }
        isAnything = isAnything || type == .json
        continue
      }
      places.append(given[index].place)
      origins.append(branch)
      warn(of: clashes[index] ?? [], among: given, renaming: .title)
      cases.append(
        UnionType.Case(
          name: name, type: type,
          rules: own.filter { $0.concerns(type) } + rules(for: branch, in: choice),
          shape: schemas.jsonShape(of: branch, in: choice, id), eventTypes: eventTypes[index]))
    }
    let shapes = JSONShape.telling(cases.map(\.shape) + (isAnything ? [.any] : []))
    for (index, shape) in shapes.prefix(cases.count).enumerated() { cases[index].shape = shape }
    tellFromInside(&cases, of: origins)
    warn(ofAlike: cases, at: places)
    return UnionType(cases: cases, isAnything: isAnything)
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
      let count = union.cases.count
      union.cases.removeAll { leads($0.type, to: path) }
      if union.cases.count < count { declarations[path]?.kind = .union(union) }
    }
  }

  /// Whether a type is a choice that is the one at `path` too.
  private func leads(_ type: SwiftType, to path: TypePath) -> Bool {
    var seen: Set<TypePath> = []
    var pending = [type]
    while let type = pending.popLast() {
      guard case .named(let other) = type, seen.insert(other).inserted else { continue }
      if other == path { return true }
      if case .union(let union) = declarations[other]?.kind { pending += union.cases.map(\.type) }
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

  /// What a value of a branch has to keep: of schemas that come out as one type what all ask for.
  private mutating func rules(for branch: Shape.Branch, in choice: Shape.Choice) -> [Rule] {
    guard case .schema(let id) = branch else { return [] }
    return choice.alike[id].map { commonRules(of: $0) } ?? rules(for: id)
  }

  private func place(of branch: Shape.Branch, in choice: Schema.ID) -> Place {
    if case .schema(let id) = branch {
      schemas[schemas.branchSchema(of: id)].place
    } else {
      schemas[choice].place
    }
  }

  private mutating func type(
    of branch: Shape.Branch, named name: String, in path: TypePath
  ) -> SwiftType {
    switch branch {
    case .type(let type): SwiftType(type, format: nil)
    case .schema(let id): decide(id, named: name, in: path).type
    }
  }

  private func eventTypes(of branch: Shape.Branch, in choice: Schema.ID) -> [String] {
    if case .schema(let id) = branch { eventTypes[choice]?[id] ?? [] } else { [] }
  }

  /// The names of the branches. One without goes by the type of its events, and each of several
  /// objects by a property that only it has, rather than by a number.
  private mutating func caseNames(
    of choice: Shape.Choice, _ eventTypes: [[String]]
  ) -> [String] {
    var names = choice.branches.map { caseName(of: $0, in: choice) }
    for (index, types) in eventTypes.enumerated() where types.count == 1 {
      if case .schema(let id) = choice.branches[index], ownName(of: id) == nil {
        names[index] = Identifier.member(types[0])
      }
    }
    var objects: [(index: Int, members: [Schemas.Member])] = []
    for (index, branch) in choice.branches.enumerated() where names[index] == "object" {
      guard case .schema(let id) = branch, ownName(of: schemas.branchSchema(of: id)) == nil else {
        continue
      }
      objects.append((index, schemas.members(of: schemas.branchSchema(of: id))))
    }
    guard objects.count > 1 else { return names }
    var owners: [String: Int] = [:]
    for member in objects.lazy.flatMap(\.members) { owners[member.property.name, default: 0] += 1 }
    for (index, members) in objects {
      let own = members.filter { owners[$0.property.name] == 1 }
      let wishes = own.map { member in
        Wish(
          text: member.property.swiftName ?? member.property.name,
          isRequired: member.isRequired, isCompound: isCompound(member.property.schema))
      }
      if let wish = wishes.min() { names[index] = Identifier.member(wish.text) }
    }
    return names
  }

  private mutating func isCompound(_ id: Schema.ID) -> Bool {
    switch schemas.shape(of: schemas.target(of: id)).shape {
    case .object, .array, .dictionary, .union: true
    case .enumeration, .primitive, .same: false
    }
  }

  /// The name of a component, the one value of a property that is constant, a short title, or what
  /// the values are.
  private mutating func caseName(
    of branch: Shape.Branch, in choice: Shape.Choice? = nil
  ) -> String {
    guard case .schema(let branch) = branch else {
      guard case .type(let type) = branch else { return "" }
      return Identifier.member(type.rawValue)
    }
    if branch == choice?.core { return "base" }
    let id = schemas.branchSchema(of: branch)
    return ownName(of: id) ?? caseName(of: schemas.shape(of: id).shape, id)
  }

  /// That of the component that a schema is, or a short title that says more than its type.
  private mutating func ownName(of id: Schema.ID) -> String? {
    for schema in schemas.chain(of: id) {
      if let path = componentNames[schema] { return Identifier.member(path.name) }
    }
    guard let title = schemas[id].title, Schema.DataType(rawValue: title.lowercased()) == nil,
      (1...4).contains(Identifier.words(of: title).count)
    else { return nil }
    return Identifier.member(title)
  }

  /// What an item of a list is called: `pet`, `string`, `stringArray`. Nil where it has no name.
  private mutating func itemName(of id: Schema.ID, depth: Int = 0) -> String? {
    guard depth < Schemas.mostLevels else { return nil }
    if let name = ownName(of: id) { return name }
    switch schemas.shape(of: id).shape {
    case .primitive(let type): return type == .json ? nil : "\(type)"
    case .array(let items?): return itemName(of: items, depth: depth + 1).map { $0 + "Array" }
    case .same(let base): return itemName(of: base, depth: depth + 1)
    case .array, .object, .enumeration, .union, .dictionary: return nil
    }
  }

  private mutating func caseName(of shape: Shape, _ id: Schema.ID) -> String {
    switch shape {
    case .object:
      let constants = schemas.members(of: id).compactMap { member -> Wish? in
        guard case .enumeration(let values) = schemas.shape(of: member.property.schema).shape,
          values.values.count == 1, !Identifier.words(of: values.values[0].scalar.text).isEmpty
        else { return nil }
        return Wish(text: values.values[0].scalar.text, isRequired: member.isRequired)
      }
      return constants.min().map { Identifier.member(Identifier.shortened($0.text)) } ?? "object"
    case .enumeration(let values):
      return values.values.count == 1 ? Identifier.member(values.values[0].scalar.text) : "value"
    case .union: return "choice"
    case .array(let items): return items.flatMap { itemName(of: $0) }?.plural ?? "array"
    case .dictionary: return "dictionary"
    case .primitive(let type): return "\(type)"
    case .same(let base): return caseName(of: .schema(base))
    }
  }
}

/// What a branch may be called after, the best first, whatever the order of the properties: what is
/// always there, what holds most (`function` beside `type`), and what says it in few letters
/// (`card`, and not a sentence).
private struct Wish: Comparable {
  var text: String
  var isRequired: Bool
  var isCompound = false

  static func < (one: Wish, other: Wish) -> Bool {
    if one.isRequired != other.isRequired { return one.isRequired }
    if one.isCompound != other.isCompound { return one.isCompound }
    let (length, otherLength) = (one.text.utf8.count, other.text.utf8.count)
    return length == otherLength ? one.text < other.text : length < otherLength
  }
}

extension String {
  /// Several of what a name in English is the name of.
  fileprivate var plural: String {
    if hasSuffix("y"), let before = dropLast().last, !"aeiou".contains(before) {
      return dropLast() + "ies"
    }
    return self + (["s", "x", "z", "ch", "sh"].contains { hasSuffix($0) } ? "es" : "s")
  }
}
