/// What is described once for several users goes by the name that their references give it.
extension DescriptionReader {
  /// The last step of what leads to a target, and that with the step before. Nil where the step
  /// says nothing: it is one of OpenAPI's own words or a number, or leads into an operation.
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
    return (name, steps.suffix(2).joined(separator: " "))
  }

  private static let plainWords: Set<String> = [
    "", "schema", "items", "additionalProperties", "not", "index", "itemSchema",
  ]
}

extension String {
  /// `Limit` is `LimitParameter`, and `LimitParameter` stays so.
  func ending(with kind: String) -> String {
    lowercased().hasSuffix(kind.lowercased()) ? self : self + kind
  }
}
