import OpenAPI

/// Which schemas say something of the type of their values, and which have members.
extension APIBuilder {
  /// Notes the schemas that say something of the type of their values, and not only of one or
  /// another value, and those that have members; each by itself or by what it takes in.
  mutating func findShapesAndMembers() {
    let ids = document.schemaIDs
    var users = [[Schema.ID]](repeating: [], count: ids.count)
    for id in ids {
      for base in bases(of: id) { users[base.index].append(id) }
      for branch in alternatives(of: id) { users[branch.index].append(id) }
      for branch in document[id].conditional where !isOnlyRequired(branch) {
        users[branch.index].append(id)
      }
    }
    haveShape = SchemaSet(from: ids.filter { saysShape($0) }) { $1 += users[$0.index] }
    haveMembers = SchemaSet(from: ids.filter { hasOwnMembers($0) }) { $1 += users[$0.index] }
  }

  /// Adds a schema that follows from others, and says what they say.
  mutating func add(_ schema: Schema, of others: [Schema.ID] = []) -> Schema.ID {
    let id = document.add(schema)
    if saysShape(id) || others.contains(where: haveShape.contains) { haveShape.insert(id) }
    if hasOwnMembers(id) || others.contains(where: haveMembers.contains) { haveMembers.insert(id) }
    return id
  }

  private func saysShape(_ id: Schema.ID) -> Bool {
    !isNull(id)
      && (!document[id].types.isEmpty || hasOwnMembers(id) || document[id].items != nil
        || document[id].enumValues != nil || document[id].constValue != nil)
  }

  func hasOwnMembers(_ id: Schema.ID) -> Bool {
    if case .schema = document[id].additionalProperties { return true }
    return !document[id].properties.isEmpty || !document[id].required.isEmpty
      || !document[id].patternProperties.isEmpty
  }
}
