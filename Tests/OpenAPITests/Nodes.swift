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
  /// The node as JSON on one line.
  var json: String {
    switch value {
    case .scalar(let scalar): scalar.isQuoted ? "\"\(scalar.text)\"" : scalar.text
    case .sequence(let items): "[\(items.map(\.json).joined(separator: ","))]"
    case .mapping(let mapping):
      "{\(mapping.entries.map { "\"\($0.key)\":\($0.value.json)" }.joined(separator: ","))}"
    }
  }

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
