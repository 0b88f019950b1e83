import OpenAPI

extension Document {
  /// Here, and not in its own module: another module's is not inlined, and copies the whole schema for
  /// each keyword that is asked for. For the same reason decisions take a `Schema.ID`, not a `Schema`.
  subscript(id: Schema.ID) -> Schema { schemas[id.index] }
}

/// A value for each schema that has one: a list by the numbers that schemas have, since nearly all of
/// them get one and they are asked for all the time.
struct SchemaTable<Value> {
  private var values: [Value?] = []

  subscript(id: Schema.ID) -> Value? {
    get { id.index < values.count ? values[id.index] : nil }
    set {
      // Schemas are added while others are decided (see `combined`).
      while values.count <= id.index { values.append(nil) }
      values[id.index] = newValue
    }
  }
}

/// Some of the schemas.
struct SchemaSet {
  private var members = SchemaTable<Void>()

  func contains(_ id: Schema.ID) -> Bool { members[id] != nil }

  /// Whether the schema was not among them before.
  @discardableResult
  mutating func insert(_ id: Schema.ID) -> Bool {
    if contains(id) { return false }
    members[id] = ()
    return true
  }

  mutating func remove(_ id: Schema.ID) { members[id] = nil }
}
