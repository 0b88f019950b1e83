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
  /// Where each key stands in `entries`; kept only for mappings too large to scan.
  private var index: [String: Int] = [:]

  private static let largestScanned = 12

  package init() {}

  /// Where a key stands in `entries`.
  package func position(of key: String) -> Int? {
    entries.count > Self.largestScanned
      ? index[key] : entries.firstIndex { $0.key == key }
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
    if entries.count == Self.largestScanned + 1 {
      reindex()
    } else if entries.count > Self.largestScanned {
      index[entry.key] = entries.count - 1
    }
    return nil
  }

  /// Sets the value of an entry that is there.
  package mutating func replaceValue(at position: Int, with node: Node) {
    entries[position].value = node
  }

  /// Removes the entries that the condition holds for; the rest keep their order.
  package mutating func removeAll(where shouldRemove: (Entry) -> Bool) {
    entries.removeAll(where: shouldRemove)
    reindex()
  }

  private mutating func reindex() {
    index = [:]
    guard entries.count > Self.largestScanned else { return }
    for (position, entry) in entries.enumerated() { index[entry.key] = position }
  }
}
