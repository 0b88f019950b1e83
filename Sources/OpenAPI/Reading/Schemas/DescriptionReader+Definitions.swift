import Syntax

/// References to the root of a JSON Schema, in schemas that were put into a description whole.
extension DescriptionReader {
  /// Whether a reference names one of the definitions that JSON Schema has at its root, and its
  /// file has any: what is, or was, Swagger 2.0 has none.
  mutating func mayNameDefinition(_ spelled: Spelled) -> Bool {
    (spelled.text.hasPrefix("#/$defs/") || spelled.text.hasPrefix("#/definitions/"))
      && resources.haveDefinitions(in: spelled.resource)
  }

  /// What a reference to a definition leads to in the innermost schema about it that has one of
  /// that name: it was the root before all was put into a description. With a warning.
  mutating func enclosingTarget(
    of text: String, at place: Place, from resource: Int
  ) -> Target? {
    guard mayNameDefinition(Spelled(resource: resource, text: text)),
      let fragment = text.dropFirst().unescaped
    else { return nil }
    let keys = JSONPointer.keys(of: fragment)
    let file = resources[resource].file
    var at = Located(node: resources[file].root, resource: file)
    var steps: [String] = []
    var found: Target?
    while true {
      if let first = keys.first, at.node[first] != nil, let located = descend(keys, from: at) {
        let fragment = JSONPointer.fragment(of: steps + keys)
        found = Target(located: located, key: Target.Key(resource: file, fragment: fragment))
      }
      guard let (step, child) = at.node.child(at: place) else { break }
      at.node = child
      steps.append(step)
    }
    guard let found else { return nil }
    diagnostics.warning(
      "found the reference '\(text)', expected '\(found.key.fragment)'; it is read so", at: place)
    return found
  }
}
