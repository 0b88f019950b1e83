import Syntax
import Testing

@testable import OpenAPI

/// Reads a document that is known to be right.
func document(_ json: String) throws -> Node {
  var diagnostics = Diagnostics()
  return try #require(
    readDocument(Array(json.utf8), named: "description.json", into: &diagnostics))
}

extension Node {
  /// The normalized paths (RFC 9535 §2.7) of what a selection selects in the node.
  func paths(of selection: Selection?, prefix: String = "$") -> [String] {
    guard let selection else { return [] }
    return selection.children.reduce(selection.isSelected ? [prefix] : []) { paths, child in
      let (position, selection) = child
      let entry = mapping?.entries[position]
      let step = entry.map { "'\($0.key)'" } ?? "\(position)"
      let node = entry?.value ?? sequence?[position]
      return paths + (node?.paths(of: selection, prefix: "\(prefix)[\(step)]") ?? [])
    }
  }
}
