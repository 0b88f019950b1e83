/// Builds a tree from what a reader comes across, in the order of the file.
///
/// The stack is its own: a hostile file may nest deeper than a thread's stack is high.
struct NodeBuilder {
  enum Kind {
    case sequence, mapping
  }

  enum Key {
    case name(String)
    /// `<<`, whose value lends its entries (https://yaml.org/type/merge.html).
    case merge
  }

  /// A finished value with its size: the number of keys and values in it, and how many
  /// collections stand one inside the other.
  struct Tree {
    var node: Node
    var count = 1
    var height = 0
  }

  private struct Collection {
    let kind: Kind
    let place: Place
    let countBefore: Int
    /// Where what is in it begins, in `values`.
    let start: Int
    var height = 1
    /// The key whose value comes next.
    var key: (key: Key, place: Place)?
    var index = KeyIndex()
    var merged: [Mapping] = []
    var shadowed: [Mapping.Entry] = []
  }

  private static let mostDuplicates = 1_000

  private(set) var root: Node?
  /// A warning for each key that a mapping has twice.
  private(set) var duplicates: [Diagnostic] = []
  private var count = 0
  private var open: [Collection] = []
  /// What is in the open collections, so that each is made once, and no larger than it has to be.
  /// The items of a sequence have an empty key.
  private var values: [Mapping.Entry] = []
  /// Those of the collection that ends, the last first: so they are moved into it one by one, where
  /// to copy each and all that it holds would take twice as long.
  private var ending: [Mapping.Entry] = []

  /// The kind of the innermost collection that is not yet ended.
  var innermost: Kind? { open.last?.kind }

  /// Whether the innermost collection has nothing in it yet.
  var isEmpty: Bool {
    open.last.map { $0.start == values.count } ?? true
  }

  /// Whether the innermost collection is a mapping whose next node is a key.
  var expectsKey: Bool {
    open.last.map { $0.kind == .mapping && $0.key == nil } ?? false
  }

  /// Begins a collection: what is added next, until its end, is inside it.
  mutating func begin(_ kind: Kind, at place: Place) throws(Diagnostic) {
    try checkNesting(1, at: place)
    open.append(
      Collection(kind: kind, place: place, countBefore: count, start: values.count))
    count += 1
  }

  /// Adds a key to the innermost collection, which is a mapping that expects one.
  mutating func addKey(_ key: Key, at place: Place) {
    open[open.count - 1].key = (key, place)
    count += 1
  }

  /// Adds an item, or the value of the last key. `place` is where the file asks for it: for the
  /// copy that an alias makes, not the node's own.
  mutating func add(_ tree: consuming Tree, at place: Place) throws(Diagnostic) {
    try checkNesting(tree.height, at: place)
    count += tree.count
    try attach(tree, at: place)
  }

  /// Ends the innermost collection and returns it.
  mutating func end() throws(Diagnostic) -> Tree {
    let ended = open.removeLast()
    let value = takeValue(of: ended)
    let tree = Tree(
      node: Node(value, at: ended.place), count: count - ended.countBefore, height: ended.height)
    try attach(tree, at: ended.place)
    return tree
  }

  private mutating func takeValue(of ended: Collection) -> Node.Value {
    while values.count > ended.start { ending.append(values.removeLast()) }
    if ended.kind == .sequence {
      var items: [Node] = []
      items.reserveCapacity(ending.count)
      while let entry = ending.popLast() { items.append(entry.value) }
      return .sequence(items)
    }
    var entries: [Mapping.Entry] = []
    entries.reserveCapacity(ending.count)
    while let entry = ending.popLast() { entries.append(entry) }
    var mapping = Mapping(entries, ended.index, shadowed: ended.shadowed)
    // Hardly any borrows any.
    if ended.merged.isEmpty { return .mapping(mapping) }
    // Last, so that the keys of the mapping itself win, and then the first that lends one.
    for entry in ended.merged.lazy.flatMap(\.entries) { mapping.insert(entry) }
    return .mapping(mapping)
  }

  private mutating func attach(_ tree: consuming Tree, at place: Place) throws(Diagnostic) {
    guard let last = open.indices.last else {
      root = tree.node
      return
    }
    open[last].height = max(open[last].height, tree.height + 1)
    guard let (key, keyPlace) = open[last].key.take() else {
      values.append(Mapping.Entry(key: "", keyPlace: place, value: tree.node))
      return
    }
    switch key {
    case .name(let name): insert(.init(key: name, keyPlace: keyPlace, value: tree.node))
    case .merge: open[last].merged += try mappings(toMerge: tree.node, at: place)
    }
  }

  private mutating func insert(_ entry: consuming Mapping.Entry) {
    let last = open.count - 1
    let start = open[last].start
    guard let position = open[last].index.position(of: entry.key, among: values, from: start) else {
      values.append(entry)
      if values.count - start > KeyIndex.mostScanned {
        open[last].index.addLast(of: values, from: start)
      }
      return
    }
    replace(at: start + position, with: entry)
  }

  /// Makes the last of two entries with one key count, as nearly all readers of JSON and YAML do.
  private mutating func replace(at index: Int, with entry: consuming Mapping.Entry) {
    let first = values[index]
    if duplicates.count < Self.mostDuplicates {
      duplicates.append(
        Diagnostic(
          "the mapping has the key \(first.key.excerpt) twice, expected once; the last counts",
          severity: .warning, at: entry.keyPlace, notes: [("it is here first", first.keyPlace)]))
    }
    open[open.count - 1].shadowed.append(first)
    values[index] = entry
  }

  private func mappings(
    toMerge node: Node, at place: Place
  ) throws(Diagnostic) -> [Mapping] {
    let nodes = node.sequence ?? [node]
    let mappings = nodes.compactMap(\.mapping)
    guard mappings.count == nodes.count else {
      throw Diagnostic(
        "found \(node.summary) under '<<', expected a mapping or a list of mappings to merge; "
          + "put the key in quotes if it is a name", at: place)
    }
    return mappings
  }

  private func checkNesting(_ height: Int, at place: Place) throws(Diagnostic) {
    guard open.count + height > Node.deepestNesting else { return }
    throw Diagnostic(
      "values are nested more than \(Node.deepestNesting) deep; make the file flatter", at: place)
  }
}
