import Syntax

/// A node, and the resource that the references in it are relative to.
struct Located {
  var node: Node
  /// An index into the reader's `Resources`.
  var resource: Int

  /// What stands under a key, where the node is a mapping that has it and its value is not null.
  subscript(key: String) -> Located? {
    guard let value = node[key], !value.isNull else { return nil }
    return Located(node: value, resource: resource)
  }

  /// An entry of a mapping, with its value.
  struct Entry {
    var key: String
    var keyPlace: Place
    var value: Located

    /// Whether it is a specification extension (OAS 3.1 §4.9) where fields of other names stand.
    var isExtension: Bool { key.hasPrefix("x-") }
  }

  /// The entries of a mapping. Not an array, which would be made for each mapping of a description.
  struct Entries: RandomAccessCollection {
    var entries: [Mapping.Entry] = []
    var resource: Int

    var startIndex: Int { 0 }
    var endIndex: Int { entries.count }

    subscript(position: Int) -> Entry {
      let entry = entries[position]
      let value = Located(node: entry.value, resource: resource)
      return Entry(key: entry.key, keyPlace: entry.keyPlace, value: value)
    }
  }
}
