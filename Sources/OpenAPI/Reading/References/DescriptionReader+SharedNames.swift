/// What is described once for several users goes by the name that their references give it.
extension DescriptionReader {
  /// The last step of what leads to a target, and that with the step before that says something.
  /// Nil where the step itself says nothing: it is one of OpenAPI's own words or a number, or leads
  /// into an operation.
  func name(of target: Target) -> (name: String, longName: String)? {
    let pointer = JSONPointer.keys(of: String(target.key.fragment.dropFirst()))
    let file = resources[target.key.resource].address.path.split(separator: "/").map(String.init)
    let stem = file.last.map { String($0.prefix { $0 != "." }) } ?? ""
    let isAnchor = pointer.isEmpty && target.key.fragment.count > 1
    let anchor = isAnchor ? [String(target.key.fragment.dropFirst())] : []
    let steps = file.dropLast() + [stem] + pointer + anchor
    guard let name = steps.last, !Self.plainWords.contains(name), Int(name) == nil,
      pointer.first != "paths"
    else { return nil }
    let before = steps.dropLast().last {
      !Self.plainWords.contains($0) && !Self.sections.contains($0)
    }
    return (name, [before, name].compactMap(\.self).joined(separator: " "))
  }

  private static let plainWords: Set<String> = [
    "", "schema", "items", "additionalProperties", "not", "index", "itemSchema",
  ]

  private static let sections: Set<String> = [
    "components", "schemas", "parameters", "headers", "requestBodies", "responses", "definitions",
    "$defs", "properties",
  ]
}

extension String {
  /// `Limit` is `LimitParameter`, and `LimitParameter` stays so.
  func ending(with kind: String) -> String {
    lowercased().hasSuffix(kind.lowercased()) ? self : self + kind
  }
}
