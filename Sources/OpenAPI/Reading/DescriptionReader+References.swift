import Syntax

/// `$ref` (OAS 3.1 §4.8.23): where something is described, instead of the description.
extension DescriptionReader {
  /// A node that `$ref` was followed to, and the pointer to it.
  struct Resolved {
    var node: Node
    var pointer: String
  }

  /// Follows a node's `$ref`, and that of what it leads to, to something that is described in place.
  /// Nil after an error: nothing there, or a reference that leads back to itself.
  mutating func resolve(_ node: Node, pointer: String) -> Resolved? {
    var resolved = Resolved(node: node, pointer: pointer)
    var seen: Set<String> = []
    while let reference = resolved.node["$ref"] {
      guard let next = target(of: reference) else { return nil }
      guard seen.insert(next.pointer).inserted else {
        diagnostics.error(
          "`\(next.pointer)` refers to itself; expected a description at its end",
          at: reference.place)
        return nil
      }
      resolved = next
    }
    return resolved
  }

  /// What stands where a `$ref` points, which may be another `$ref`.
  mutating func target(of reference: Node) -> Resolved? {
    guard let text = reference.text else {
      report(reference, "`$ref`", expected: "a string")
      return nil
    }
    guard text.hasPrefix("#") else {
      diagnostics.error(
        "`\(text)` points outside this description; apigen follows references within one file",
        at: reference.place)
      return nil
    }
    guard let keys = JSONPointer.keys(of: text.dropFirst()) else {
      diagnostics.error(
        "'\(text)' is not a JSON pointer; expected one such as '#/components/schemas/Name'",
        at: reference.place)
      return nil
    }
    guard let node = descend(keys) else {
      reportMissing(text, keys, at: reference.place)
      return nil
    }
    let pointer = "#" + keys.map { "/" + JSONPointer.escape($0) }.joined()
    return Resolved(node: node, pointer: pointer)
  }

  private func descend(_ keys: [String]) -> Node? {
    keys.reduce(root) { node, key in
      switch node?.value {
      case .mapping(let mapping): mapping[key]
      case .sequence(let items): Int(key).flatMap { items.indices.contains($0) ? items[$0] : nil }
      default: nil
      }
    }
  }

  private mutating func reportMissing(_ text: String, _ keys: [String], at place: Place) {
    let siblings = descend(keys.dropLast())?.mapping?.entries.map(\.key) ?? []
    let hint = nearest(to: keys.last ?? "", among: siblings).map { "; did you mean '\($0)'?" }
    diagnostics.error(
      "nothing stands at '\(text)'" + (hint ?? "; expected the path of something in this file"),
      at: place)
  }
}
