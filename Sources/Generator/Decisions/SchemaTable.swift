import OpenAPI

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
