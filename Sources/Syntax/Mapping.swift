/// The entries of a mapping in the order of the file, found by key in constant time.
package struct Mapping: Sendable {
  package struct Entry: Sendable {
    package var key: String
    package var keyPlace: Place
    package var value: Node

    package init(key: String, keyPlace: Place, value: Node) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  package private(set) var entries: [Entry] = []
  /// What few mappings have, or nothing: mappings are copied all the time, and each field of a copy
  /// has to be counted.
  private var rest: [Rest] = []

  private struct Rest {
    var index: KeyIndex
    var shadowed: [Entry]
  }

  package init() {}

  init(_ entries: [Entry], _ index: KeyIndex, shadowed: [Entry]) {
    self.entries = entries
    if entries.count > KeyIndex.mostScanned || !shadowed.isEmpty {
      rest = [Rest(index: index, shadowed: shadowed)]
    }
  }

  /// Those whose keys the file has again further down, where the last counts.
  package var shadowed: [Entry] { rest.first?.shadowed ?? [] }

  /// Where a key stands in `entries`.
  package func position(of key: String) -> Int? {
    // Most have few.
    entries.count > KeyIndex.mostScanned
      ? rest[0].index.position(of: key, among: entries) : KeyIndex.scan(entries, for: key)
  }

  /// The value under a key.
  package subscript(key: String) -> Node? {
    position(of: key).map { entries[$0].value }
  }

  /// Adds an entry, or, where the key is taken, changes nothing and returns the entry that has it.
  @discardableResult
  package mutating func insert(_ entry: Entry) -> Entry? {
    if let position = position(of: entry.key) { return entries[position] }
    entries.append(entry)
    if entries.count > KeyIndex.mostScanned {
      if rest.isEmpty { rest = [Rest(index: KeyIndex(), shadowed: [])] }
      rest[0].index.addLast(of: entries)
    }
    return nil
  }

  /// Sets the value of an entry that is there.
  package mutating func replaceValue(at position: Int, with node: Node) {
    entries[position].value = node
  }

  /// Changes the value of an entry that is there, without a copy of it.
  package mutating func changeValue<Failure: Error>(
    at position: Int, by change: (inout Node) throws(Failure) -> Void
  ) throws(Failure) {
    try change(&entries[position].value)
  }

  /// Removes the entries that the condition holds for; the rest keep their order.
  package mutating func removeAll(where shouldRemove: (Entry) -> Bool) {
    let kept = entries.filter { !shouldRemove($0) }
    self = Mapping([], KeyIndex(), shadowed: shadowed)
    for entry in kept { insert(entry) }
  }
}

/// Where keys stand among entries; kept only for those that are too many to scan.
struct KeyIndex: Sendable {
  private var positions: [String: Int] = [:]

  static let mostScanned = 12

  /// Where a key stands, counted from the first of the entries.
  ///
  /// - Parameter start: Where these begin in a list, of which a slice would be counted each time.
  func position(of key: String, among list: [Mapping.Entry], from start: Int = 0) -> Int? {
    list.count - start > Self.mostScanned
      ? positions[key] : Self.scan(list, for: key, from: start)
  }

  static func scan(_ list: [Mapping.Entry], for key: String, from start: Int = 0) -> Int? {
    for index in start..<list.count where list[index].key == key { return index - start }
    return nil
  }

  /// Takes in the last of the entries, which are too many to scan.
  mutating func addLast(of list: [Mapping.Entry], from start: Int = 0) {
    let count = list.count - start
    if count == Self.mostScanned + 1 {
      for index in start..<list.count { positions[list[index].key] = index - start }
    } else {
      positions[list[list.count - 1].key] = count - 1
    }
  }
}
