import Syntax

/// What is told of names that come out alike. See `NameScope`.
extension APIBuilder {
  /// How a person gives something another name, in an overlay.
  enum Renaming: String {
    case option = "`x-apigen: {name: …}`"
    case operationID = "an `operationId`"
    case valueNames = "`x-enum-varnames`"
    case title = "a `title` of one to four words"
    case serverName = "a `description` of one to three words"
  }

  /// Tells of the names that had to give way to others, each with the place of both.
  mutating func warn(
    of clashes: [NameScope.Clash], among names: [GivenName], renaming: Renaming = .option
  ) {
    for clash in clashes {
      let name = names[clash.index]
      let owner = clash.owner.map { names[$0] }
      let problem =
        owner.map { owner in
          let other = owner.shown == name.shown ? "another \(name.shown)" : owner.shown
          return "\(name.shown) and \(other) would both be `\(clash.wish)` in Swift"
        } ?? "\(name.shown) would be `\(clash.wish)` in Swift, which is taken"
      warn(of: clash, problem, at: name.place, owner?.place, renaming)
    }
  }

  /// Tells of operationIds that are no longer shortened, since they would come out alike.
  mutating func warn(ofShortened names: [GivenName], wish: String) {
    let more = names.count > 2 ? " and \(names.count - 2) more" : ""
    diagnostics.warning(
      "'\(names[0].text)' and '\(names[1].text)'\(more) would be `\(wish)` if they were shortened; "
        + "they keep their whole ids; to choose, set \(Renaming.operationID.rawValue) in an overlay",
      at: names[0].place, notes: names[1...].prefix(2).map { ("another one", $0.place) })
  }

  /// - Parameters:
  ///   - problem: What had to give way.
  ///   - owner: Where that is which has the name.
  private mutating func warn(
    of clash: NameScope.Clash, _ problem: String, at place: Place, _ owner: Place?,
    _ renaming: Renaming
  ) {
    diagnostics.warning(
      "\(problem); this one is `\(clash.name)`; to choose, set \(renaming.rawValue) in an overlay",
      at: place, notes: owner.map { [("the one that is `\(clash.wish)`", $0)] } ?? [])
  }

  /// The types of the provider that the description has names for.
  mutating func claimTypes(_ names: [GivenName], or longNames: [String]? = nil) -> [String] {
    let claimed = typeScopes[.provider, default: NameScope()].claimTypes(names, or: longNames)
    warn(of: typeScopes[.provider]?.clashes ?? [], among: names)
    for (name, claimed) in zip(names, claimed)
    where name.isChosen && claimed == name.text + "Model" {
      diagnostics.warning(
        "\(name.shown) is `\(claimed)`, as `\(name.text)` means something else in the Swift that is "
          + "written; choose another name", at: name.place)
    }
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
      let subject = name.isChosen ? name.shown : "the type of this place"
      let problem = "\(subject) would be `\(clash.wish)` in Swift, which is taken"
      warn(of: clash, problem, at: name.place, other.map { schemas[$0.schema].place }, renaming)
    }
    return claimed.name
  }
}
