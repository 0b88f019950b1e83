import OpenAPI

/// Objects that may be no more than a part of a value.
extension APIBuilder {
  /// Gives the objects that are parts of values a place for the rest of these.
  mutating func keepRests() {
    for id in schemas.partialObjects {
      guard case .named(let path)? = uses[id]?.type,
        case .object(let object)? = declarations[path]?.kind, object.additional == nil,
        !schemas.isClosed(id)
      else { continue }
      var scope = NameScope(
        reserved: NameScope.membersInUse.union(object.properties.map(\.name)))
      object.additional = .init(name: scope.claimMember("additionalProperties"), value: .json)
    }
  }
}
