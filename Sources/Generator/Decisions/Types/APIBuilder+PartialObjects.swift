import OpenAPI

/// Objects that may be no more than a part of a value.
extension APIBuilder {
  /// Gives the objects that are parts of values a place for the rest of these.
  mutating func keepRests() {
    for id in schemas.partialObjects where !schemas.isClosed(id) {
      for use in [uses[id]].compactMap(\.self) + (joinedUses[id]?.values ?? [:].values) {
        keepRest(in: use.type)
      }
    }
  }

  private func keepRest(in type: SwiftType) {
    guard case .named(let path) = type, case .object(let object)? = declarations[path]?.kind,
      object.additional == nil
    else { return }
    var scope = NameScope(
      reserved: NameScope.membersInUse.union(object.properties.map(\.name)))
    object.additional = .init(name: scope.claimMember("additionalProperties"), value: .json)
  }
}
