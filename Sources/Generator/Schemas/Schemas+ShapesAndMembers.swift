import OpenAPI

/// Which schemas say something of the type of their values, and which have members.
extension Schemas {
  /// Notes the schemas that say something of the type of their values, and not only of one or
  /// another value, and those that have members; each by itself or by what it takes in.
  mutating func findShapesAndMembers() {
    let ids = ids
    var users = [[Schema.ID]](repeating: [], count: ids.count)
    for id in ids {
      for base in bases(of: id) { users[base.index].append(id) }
      for branch in alternatives(of: id) { users[branch.index].append(id) }
      for branch in self[id].conditional where !isOnlyRequired(branch) {
        users[branch.index].append(id)
      }
    }
    schemasWithShape = SchemaSet(from: ids.filter { saysShape($0) }) { $1 += users[$0.index] }
    schemasWithMembers = SchemaSet(from: ids.filter { hasOwnMembers($0) }) { $1 += users[$0.index] }
  }

  func saysShape(_ id: Schema.ID) -> Bool {
    !isNull(id)
      && (!self[id].types.isEmpty || hasOwnMembers(id) || self[id].items != nil
        || self[id].enumValues != nil || self[id].constValue != nil)
  }

  func hasOwnMembers(_ id: Schema.ID) -> Bool {
    switch self[id].additionalProperties {
    case .schema, .allowed: return true
    case .unsaid, .forbidden: break
    }
    return !self[id].properties.isEmpty || !self[id].required.isEmpty
      || !self[id].patternProperties.isEmpty
  }
}
