import Syntax

/// Which schemas have an ID and are not yet read, and which of them stand inside others.
///
/// What a reference finds inside a schema waits until all others are read: it may be read with
/// what is around it.
struct SchemaQueue {
  struct Entry {
    var id: Schema.ID
    var located: Located
    /// The schema that it is part of, in which it is all written; itself where that is no other.
    var whole: Schema.ID
  }

  /// The outermost schema around the one that is being read; nil outside of schemas.
  var whole: Schema.ID?

  private var pending: [Entry] = []
  /// The outermost schema around each that has an ID.
  private var wholes: [Schema.ID] = []

  /// Those inside others.
  private var inner: [Entry] = []
  private var innerIDs: Set<Schema.ID> = []
  /// The outermost schemas that refer to them.
  private var usesOfInner: [(user: Schema.ID?, inner: Schema.ID)] = []
  /// The schemas that were read, by their places; kept only once there are inner ones.
  private var idsByPlace: [Place: Schema.ID] = [:]
  private var placed = 0

  /// Takes note of a new ID: they count up.
  mutating func reserve(_ id: Schema.ID, in whole: Schema.ID?) { wholes.append(whole ?? id) }

  /// Adds a schema that is read where it stands.
  mutating func add(_ located: Located, as id: Schema.ID) {
    pending.append(Entry(id: id, located: located, whole: whole ?? id))
  }

  /// Adds what a reference leads to.
  ///
  /// - Parameter isInner: Whether it may be read with something about it.
  mutating func addTarget(_ located: Located, as id: Schema.ID, isInner: Bool) {
    let entry = Entry(id: id, located: located, whole: id)
    if isInner {
      inner.append(entry)
      innerIDs.insert(id)
    } else {
      pending.append(entry)
    }
  }

  /// Takes note of a reference in the schema that is being read.
  mutating func refer(to id: Schema.ID) {
    if innerIDs.contains(id) { usesOfInner.append((whole, id)) }
  }

  /// Those to be read now. Reading them may add others: the stack would end if each were read at
  /// once.
  mutating func takeAll() -> [Entry] {
    defer { pending = [] }
    return pending
  }

  /// Starts on one of the inner schemas, once all others are read: it is the schema that was read
  /// where it stands, or else it is read by itself. False where there is none left.
  mutating func startInner(among schemas: inout [Schema]) -> Bool {
    guard let next = inner.popLast() else { return false }
    for index in placed..<schemas.count where idsByPlace[schemas[index].place] == nil {
      idsByPlace[schemas[index].place] = Schema.ID(index: index)
    }
    placed = schemas.count
    let place = next.located.node.place
    if let known = idsByPlace[place] {
      schemas[next.id.index].reference = known
    } else {
      pending.append(next)
      // Another reference may lead there by another way.
      idsByPlace[place] = next.id
    }
    return true
  }

  /// Whose parts the inner schemas are, now that all are read.
  mutating func takeBorrowings(from schemas: [Schema]) -> [Document.Borrowing] {
    defer { usesOfInner = [] }
    return usesOfInner.compactMap { user, inner in
      guard let part = schemas[inner.index].reference else { return nil }
      let owner = wholes[part.index]
      return owner == part || owner == user ? nil : Document.Borrowing(user: user, owner: owner)
    }
  }
}
