import Syntax

/// What is told of names that come out alike. See `NameScope`.
extension APIBuilder {
  /// How a person gives something another name, in an overlay.
  enum Renaming: String {
    case option = "`x-apigen: {name: …}`"
    case operationID = "an `operationId`"
    case valueNames = "`x-enum-varnames`"
    case title = "a `title`"
    case serverName = "a `description` of one to three words"
  }

  /// Tells of the names that had to give way to others, each with the place of both.
  mutating func warn(
    of clashes: [NameScope.Clash], among names: [GivenName], renaming: Renaming = .option
  ) {
    for clash in clashes {
      let name = names[clash.index]
      let owner = clash.owner.map { names[$0] }
      diagnostics.warning(
        "found '\(name.text)'" + (owner.map { " beside '\($0.text)'" } ?? "")
          + ", expected no other with the Swift name `\(clash.wish)`; it is `\(clash.name)`; "
          + "\(renaming.rawValue) in an overlay keeps a name for either",
        at: name.place, notes: owner.map { [("the one that has the name", $0.place)] } ?? [])
    }
  }

  /// The types of the provider that the description has names for.
  mutating func claimTypes(_ names: [GivenName], or longNames: [String]? = nil) -> [String] {
    let claimed = typeScopes[.provider, default: NameScope()].claimTypes(names, or: longNames)
    warn(of: typeScopes[.provider]?.clashes ?? [], among: names)
    return claimed
  }

  /// A type that is named after its place, such as `GetPetResponse`.
  mutating func claimType(
    _ name: GivenName, in owner: TypePath, renaming: Renaming = .option
  ) -> String {
    let claimed = typeScopes[owner, default: NameScope(reserved: ReservedNames(owner.names))]
      .claimType(name)
    for clash in claimed.clashes {
      let other = document.components.first {
        componentNames[$0.schema].map { $0.name == clash.wish && $0.owner == owner } ?? false
      }
      diagnostics.warning(
        "found \(name.isChosen ? "" : "what by its place is ")'\(name.text)', expected no other with the Swift name "
          + "`\(clash.wish)`; it is `\(clash.name)`; \(renaming.rawValue) in an overlay keeps a name "
          + "for either", at: name.place,
        notes: other.map { [("the one that has the name", schemas[$0.schema].place)] } ?? [])
    }
    return claimed.name
  }
}
