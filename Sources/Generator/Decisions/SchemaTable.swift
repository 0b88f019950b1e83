import OpenAPI

extension Document {
  /// Here, and not in its own module: another module's is not inlined, and copies the whole schema for
  /// each keyword that is asked for. For the same reason decisions take a `Schema.ID`, not a `Schema`.
  subscript(id: Schema.ID) -> Schema { schemas[id.index] }
}

extension Schema.ID {
  var index: Int { Int(number) }
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
  /// For each schema the number of the filling in which it was inserted last, so that the set can be
  /// emptied, for each of thousands of walks, without a look at all of it.
  private var fillings: [Int] = []
  private var filling = 1

  func contains(_ id: Schema.ID) -> Bool {
    id.index < fillings.count && fillings[id.index] == filling
  }

  /// Whether the schema was not among them before.
  @discardableResult
  mutating func insert(_ id: Schema.ID) -> Bool {
    if contains(id) { return false }
    while fillings.count <= id.index { fillings.append(0) }
    fillings[id.index] = filling
    return true
  }

  mutating func remove(_ id: Schema.ID) {
    if contains(id) { fillings[id.index] = 0 }
  }

  mutating func removeAll() { filling += 1 }
}
