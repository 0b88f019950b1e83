import Syntax

/// Fields of a known type. One that has another type is an error at its place, and reads as absent.
extension DescriptionReader {
  mutating func string(_ key: String, of node: Node) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    if value.scalar == nil { report(value, "`\(key)`", expected: "a string") }
    return value.text
  }

  mutating func bool(_ key: String, of node: Node) -> Bool {
    guard let value = node[key], !value.isNull else { return false }
    if value.bool == nil { report(value, "`\(key)`", expected: "true or false") }
    return value.bool ?? false
  }

  mutating func count(_ key: String, of node: Node) -> Int? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let count = value.text.flatMap({ Int($0) }), count >= 0 else {
      report(value, "`\(key)`", expected: "a whole number that is not negative")
      return nil
    }
    return count
  }

  mutating func strings(_ key: String, of node: Node) -> [String] {
    guard let value = node[key], !value.isNull else { return [] }
    return items(of: value, "`\(key)`").compactMap { item in
      if item.text == nil { report(item, "`\(key)`", expected: "a string") }
      return item.text
    }
  }

  mutating func items(of node: Node, _ subject: String) -> [Node] {
    guard let items = node.sequence else {
      report(node, subject, expected: "a list")
      return []
    }
    return items
  }

  /// The entries of a mapping, less the extensions (`x-…`, OAS 3.1 §4.9).
  mutating func entries(of node: Node, _ subject: String) -> [Mapping.Entry] {
    guard let mapping = node.mapping else {
      report(node, subject, expected: "a mapping")
      return []
    }
    return mapping.entries.filter { !$0.key.hasPrefix("x-") }
  }

  mutating func report(_ node: Node, _ subject: String, expected: String) {
    diagnostics.error(
      "found \(node.summary) for \(subject); expected \(expected)", at: node.place)
  }
}
