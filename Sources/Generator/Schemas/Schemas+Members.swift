import OpenAPI
import Syntax

/// The properties of an object, those that composition takes in included.
extension Schemas {
  struct Member {
    var property: Schema.Property
    var isRequired: Bool
    /// False for a name that has to be there, of which nothing else is said.
    var isDescribed = true
  }

  /// What is said of one property.
  private struct Descriptions {
    var property: Schema.Property
    var isBranch: Bool
    /// What else is said of it: seldom anything.
    var others: [Part] = []
  }

  /// The properties of a schema and of all that it takes in, by key, in order. A property that is
  /// described twice is both at once; what branches alone describe is what any of them says.
  mutating func members(of id: Schema.ID) -> [Member] {
    if let known = knownMembers[id] { return known }
    var members = findMembers(of: id)
    if !members.isEmpty { members += undescribed(in: id, besides: members) }
    knownMembers[id] = members
    return members
  }

  private mutating func findMembers(of id: Schema.ID) -> [Member] {
    let parts = parts(of: id)
    // Most are described in one place.
    if parts.count == 1 {
      let required = FewOrMany(self[id].required)
      return self[id].properties.map {
        Member(property: $0, isRequired: required.contains($0.name))
      }
    }
    var required = FewOrMany<String>()
    var found: [Descriptions] = []
    var positions: [String: Int] = [:]
    let most = parts.reduce(0) { $0 + self[$1.schema].properties.count }
    found.reserveCapacity(most)
    positions.reserveCapacity(most)
    for part in parts {
      if !part.isBranch {
        for name in self[part.schema].required { required.insert(name) }
      }
      for property in self[part.schema].properties {
        guard let position = positions[property.name] else {
          positions[property.name] = found.count
          found.append(Descriptions(property: property, isBranch: part.isBranch))
          continue
        }
        found[position].others.append(Part(schema: property.schema, isBranch: part.isBranch))
        if found[position].property.swiftName == nil {
          found[position].property.swiftName = property.swiftName
        }
      }
    }
    return found.map { descriptions in
      var property = descriptions.property
      if !descriptions.others.isEmpty { property.schema = schema(of: descriptions) }
      return Member(property: property, isRequired: required.contains(property.name))
    }
  }

  /// What holds for every value of the object, with what branches add to it, or else what any of
  /// its branches says.
  private mutating func schema(of descriptions: Descriptions) -> Schema.ID {
    let first = Part(schema: descriptions.property.schema, isBranch: descriptions.isBranch)
    let all = [first] + descriptions.others
    let firm = all.filter { !$0.isBranch }
    if firm.isEmpty { return combined(.any, of: all.map(\.schema)) }
    let whole = combined(.all, of: firm.map(\.schema))
    var compared: Set<Overlap> = []
    let additions = all.filter { $0.isBranch && adds($0.schema, to: whole, 0, &compared) }
    return combined(.some, of: [whole] + additions.map(\.schema))
  }

  /// Whether a schema describes properties that an object has not, or has otherwise; not by their
  /// members, which may be what is being found.
  ///
  /// - Parameter compared: The pairs that were looked at, or are being.
  private mutating func adds(
    _ other: Schema.ID, to object: Schema.ID, _ depth: Int, _ compared: inout Set<Overlap>
  ) -> Bool {
    guard other != object, depth < Self.mostLevels,
      compared.insert(Overlap(other, object)).inserted
    else { return false }
    let known = Dictionary(grouping: parts(of: object).flatMap { self[$0.schema].properties }) {
      $0.name
    }
    if known.isEmpty { return false }
    for property in parts(of: other).flatMap({ self[$0.schema].properties }) {
      guard let same = known[property.name] else { return true }
      if same.allSatisfy({ adds(property.schema, to: $0.schema, depth + 1, &compared) }) {
        return true
      }
    }
    return false
  }

  /// The names that are only in lists of what has to be there. Published descriptions have them by
  /// mistake, where nothing is there, or where anything is: so they may be left out.
  private mutating func undescribed(
    in id: Schema.ID, besides described: [Member]
  ) -> [Member] {
    // Among other properties there is a place for them.
    guard case .unsaid = additionalProperties(of: id) else { return [] }
    let parts = parts(of: id)
    // Most are described in one place, and all that is required there.
    if parts.count == 1, requiresNothingElse(id),
      described.count(where: \.isRequired) == self[id].required.count
    {
      return []
    }
    let requiring = parts.filter { requiresAny($0.schema) }
    var known = FewOrMany(described.map(\.property.name))
    lazy var optional = Self.optionalNames(among: described)
    lazy var spellings = Dictionary(
      described.map { ($0.property.name.lettersAndDigits, $0.property.name) },
      uniquingKeysWith: { first, _ in first })
    var members: [Member] = []
    for part in requiring {
      let (id, place) = (part.schema, self[part.schema].place)
      let groups = requiredGroups(self[id].anyOf) + requiredGroups(self[id].oneOf)
      let dependent = self[id].dependentRequired.flatMap { [$0.name] + $0.required }
      for name in self[id].required + groups.joined() + dependent where known.insert(name) {
        let meant = name.lettersAndDigits == "" ? nil : spellings[name.lettersAndDigits]
        let problem = "'\(name)' is required, but there is no such property"
        if let correction = correction(requiring: name, of: id) {
          diagnostics.error(
            problem + "; upstream may have changed its description: look there, and correct the "
              + "name" + Self.hint(at: name, among: optional), at: correction)
          continue
        }
        if let meant {
          diagnostics.warning(
            "\(problem); nothing is required; did you mean '\(meant)'?", at: place)
          continue
        }
        let property = Schema.Property(
          name: name, schema: undescribed(name, at: place), place: place)
        members.append(Member(property: property, isRequired: false, isDescribed: false))
      }
    }
    return members
  }

  /// What a required name is probably meant to be.
  ///
  /// - Parameter names: those of the properties that are not required.
  static func hint(at name: String, among names: [String]) -> String {
    // Each takes long, and so many are no slips.
    let meant = names.count > 100 ? nil : nearest(to: name, among: names)
    return meant.map { "; did you mean '\($0)'?" } ?? ""
  }

  static func optionalNames(among members: [Member]) -> [String] {
    members.filter { $0.isDescribed && !$0.isRequired }.map(\.property.name)
  }

  /// Where an overlay says that a property has to be there, of an object or of a branch of it.
  private func correction(requiring name: String, of id: Schema.ID) -> Place? {
    let schemas = [id] + self[id].anyOf + self[id].oneOf
    return schemas.lazy.compactMap { self[$0].correctedRequired[name] }.first
  }

  /// Of the properties named, those that each branch of a choice requires, where an object is all
  /// of the branches in one: those of at least one branch have to be there. None where a branch
  /// asks for none, which is a way around the others.
  mutating func groups(
    requiredByBranchesOf choice: Schema.ID, in id: Schema.ID, of names: Set<String>
  ) -> [[[String]]] {
    let layers = layers(of: id)
    return [self[choice].anyOf, self[choice].oneOf].compactMap { branches in
      let branches = besidesNull(branches)
      guard branches.count > 1, requiredGroups(branches).isEmpty,
        // A base that is a choice of its heirs.
        !branches.contains(where: { layers.contains(described($0)) })
      else { return nil }
      var groups: [[String]] = []
      for branch in branches {
        let required = self.layers(of: branch).flatMap { self[$0].required }
        let group = required.filter(names.contains)
        if group.isEmpty { return nil }
        if !groups.contains(group) { groups.append(group) }
      }
      return groups
    }
  }

  private func requiresAny(_ id: Schema.ID) -> Bool {
    !self[id].required.isEmpty || !requiresNothingElse(id)
  }

  /// Whether nothing but `required` says that a property has to be there.
  private func requiresNothingElse(_ id: Schema.ID) -> Bool {
    self[id].dependentRequired.isEmpty && self[id].anyOf.isEmpty
      && self[id].oneOf.isEmpty
  }

  /// Anything, the same for the same list of names.
  private mutating func undescribed(_ name: String, at place: Place) -> Schema.ID {
    if let known = undescribedNames[place]?[name] { return known }
    var anything = Schema(place: place)
    anything.description = "Required, though nothing describes it."
    let id = add(anything)
    undescribedNames[place, default: [:]][name] = id
    return id
  }

  /// What the object may hold beside its properties.
  mutating func additionalProperties(of id: Schema.ID) -> Schema.AdditionalProperties {
    for layer in layers(of: id).reversed() {
      switch ownAdditionalProperties(of: layer) {
      case .unsaid, .forbidden: continue
      case let other: return other
      }
    }
    // What a branch allows is there for some values.
    let branches = parts(of: id).filter(\.isBranch)
    let isOpen = branches.contains {
      switch self[$0.schema].additionalProperties {
      case .allowed, .schema: true
      case .unsaid, .forbidden: false
      }
    }
    return isOpen ? .allowed : .unsaid
  }

  /// The patterns of the names of these, where the description says nothing of any others: like all
  /// that is not described, those may be anything.
  mutating func additionalNames(of id: Schema.ID) -> [String] {
    var patterns: [String] = []
    for layer in layers(of: id) {
      switch self[layer].additionalProperties {
      case .allowed, .schema: return []
      case .unsaid, .forbidden:
        let own = allowedPatterns(of: layer).map(\.name)
        if !own.isEmpty { patterns = own }
      }
    }
    return patterns
  }

  /// The same of one schema alone. Properties whose names match patterns are among them.
  mutating func ownAdditionalProperties(of id: Schema.ID) -> Schema.AdditionalProperties {
    var values = allowedPatterns(of: id).map(\.schema)
    switch self[id].additionalProperties {
    case .allowed: return .allowed
    case .schema(let others): values.append(others)
    case .unsaid, .forbidden: if values.isEmpty { return self[id].additionalProperties }
    }
    return .schema(combined(.any, of: values))
  }

  /// What is said of the names that match patterns, less those that no property may have.
  private func allowedPatterns(of id: Schema.ID) -> [Schema.Property] {
    // Most have none.
    let patterns = self[id].patternProperties
    return patterns.isEmpty ? [] : patterns.filter { !self[$0.schema].isNothing }
  }
}
