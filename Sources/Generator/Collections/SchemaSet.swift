import OpenAPI

extension Schema.ID: Numbered {
  var index: Int { Int(number) }
}

typealias SchemaTable<Value> = NumberTable<Schema.ID, Value>

/// Some of the schemas.
struct SchemaSet {
  /// For each schema the number of the filling in which it was inserted last, so that the set can
  /// be emptied, for each of thousands of walks, without a look at all of it.
  private var fillings: [Int] = []
  private var filling = 1

  init() {}

  /// Some, and all that they lead to.
  ///
  /// - Parameter next: Adds those that one leads to at once.
  init(from roots: [Schema.ID], _ next: (Schema.ID, inout [Schema.ID]) -> Void) {
    var pending = roots
    while let id = pending.popLast() {
      if insert(id) { next(id, &pending) }
    }
  }

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
