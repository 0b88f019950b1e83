import OpenAPI

/// What the cases of a choice are called.
extension APIBuilder {
  /// The names of the branches. One without goes by the type of its events, and each of several
  /// objects by a property that only it has or else by the few that it always has, and not by a
  /// number.
  mutating func caseNames(
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
    var alike: [String: [Int]] = [:]
    for (index, members) in objects {
      let own = members.filter { owners[$0.property.name] == 1 }
      let wishes = own.map { member in
        Wish(
          text: member.property.swiftName ?? member.property.name,
          isRequired: member.isRequired, isCompound: isCompound(member.property.schema))
      }
      if let wish = wishes.min() {
        names[index] = Identifier.member(wish.text)
      } else {
        alike[Self.name(ofAll: members) ?? names[index], default: []].append(index)
      }
    }
    // One alone is told from the others by their names.
    guard alike.values.joined().count > 1 else { return names }
    for (name, indices) in alike where indices.count == 1 { names[indices[0]] = name }
    return names
  }

  /// A few properties in one name, of those that are always there if there are such: `codeMessage`.
  private static func name(ofAll members: [Schemas.Member]) -> String? {
    let required = members.filter(\.isRequired)
    let together = (required.isEmpty ? members : required).map(\.property)
    guard fewWords.contains(together.count) else { return nil }
    let name = together.map { $0.swiftName ?? $0.name }.sorted().joined(separator: " ")
    return fewWords.contains(Identifier.words(of: name).count) ? Identifier.member(name) : nil
  }

  /// As many as a name has, and a sentence has not.
  private static let fewWords = 1...4

  /// The name of a component, the one value of a property that is constant, a short title, or what
  /// the values are.
  private mutating func caseName(
    of branch: Shape.Branch, in choice: Shape.Choice? = nil
  ) -> String {
    switch branch {
    case .type(let type): return Identifier.member(type.rawValue)
    case .schema(choice?.core): return "base"
    case .schema(let branch):
      let id = schemas.branchSchema(of: branch)
      return ownName(of: id) ?? caseName(of: schemas.shape(of: id).shape, id)
    }
  }

  /// That of the component that a schema is, or a short title that says more than its type.
  private mutating func ownName(of id: Schema.ID) -> String? {
    for schema in schemas.chain(of: id) {
      if let path = componentNames[schema] { return Identifier.member(path.name) }
    }
    guard let title = schemas[id].title, Schema.DataType(rawValue: title.lowercased()) == nil,
      Self.fewWords.contains(Identifier.words(of: title).count)
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
      guard values.values.count == 1 else { return "value" }
      let name = values.values[0].name ?? values.values[0].scalar.text
      return Identifier.member(Identifier.shortened(name))
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
