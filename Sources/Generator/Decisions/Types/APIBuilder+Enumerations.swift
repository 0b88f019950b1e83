import OpenAPI
import Syntax

/// The names of the values of enumerations.
extension APIBuilder {
  mutating func enumType(
    _ enumeration: Enumeration, of id: Schema.ID, at path: TypePath
  ) -> EnumType {
    var scope = NameScope(reserved: NameScope.membersInUse)
    let type = path.name
    let given = enumeration.values.map { value in
      let name = value.name.map { short($0, in: type) } ?? value.scalar.text
      return GivenName(Identifier.shortened(name), at: value.place ?? schemas[id].place)
    }
    let names = scope.claimMembers(given)
    warn(of: scope.clashes, among: given, renaming: .valueNames)
    return enumType(enumeration, names: names)
  }

  func enumType(_ enumeration: Enumeration, names: [String]) -> EnumType {
    EnumType(
      type: enumeration.type, isOpen: enumeration.isOpen,
      cases: zip(names, enumeration.values).map { name, value in
        EnumType.Case(
          name: name, value: value.scalar,
          documentation: Documentation.lines(value.description))
      })
  }

  /// The name of a value less that of its type, which languages without scopes have in front.
  private func short(_ name: String, in type: String) -> String {
    let words = Identifier.words(of: name)
    let prefix = Identifier.words(of: type).map { $0.lowercased() }
    let rest = words.dropFirst(prefix.count)
    guard words.map({ $0.lowercased() }).starts(with: prefix), let first = rest.first?.first,
      first.isLetter
    else { return name }
    return rest.joined(separator: " ")
  }

  /// Names what tells enumerations apart, after all types, so that no type's name depends on it.
  mutating func nameMarkers() {
    for path in order {
      guard case .enumeration(var values) = declarations[path]?.kind else { continue }
      values.marker = typeScopes[path.owner ?? .provider, default: NameScope()]
        .claimType(path.name + "Values")
      declarations[path]?.kind = .enumeration(values)
    }
  }
}
