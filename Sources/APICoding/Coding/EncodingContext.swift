/// The state of writing a value as JSON: where the value is, and the violations so far.
public struct EncodingContext {
  package private(set) var violations: [Violation] = []
  private var path: [String] = []

  /// Whether the value is sent, so that the rules of a description count, or kept, so that only
  /// what JSON can hold does.
  let isSent: Bool

  package init(isSent: Bool = true) { self.isSent = isSent }

  /// What is wrong with the values, which are in `place`.
  package func violations(in place: String) -> [Violation] {
    violations.map { Violation(place: place + $0.place, message: $0.message) }
  }

  /// Records what is wrong with the value being written: `is empty`.
  public mutating func violation(_ message: String) {
    violations.append(Violation(place: jsonPointer(path), message: message))
  }

  /// Records which rule `value` breaks, if it breaks `rule`.
  private mutating func check(_ value: JSONValue, _ rule: Rule) {
    guard case .items(let rule) = rule else {
      if let complaint = rule.complaint(about: value) { violation(complaint) }
      return
    }
    for (index, element) in (value.array ?? []).enumerated() {
      inside("\(index)") { $0.check(element, rule) }
    }
    for (key, member) in value.object ?? [:] { inside(key) { $0.check(member, rule) } }
  }

  /// Records which of `rules` `value` breaks, where it is sent.
  package mutating func check(_ value: JSONValue, _ rules: [Rule]) {
    if isSent { for rule in rules { check(value, rule) } }
  }

  /// Takes back what is wrong with the value under `key`, which is left out after all.
  mutating func forget(_ key: String) {
    let place = jsonPointer(path + [key])
    violations.removeAll { $0.place == place || $0.place.hasPrefix(place + "/") }
  }

  /// Does `work` for the value under `key` of the object or array being written.
  mutating func inside<Result>(
    _ key: String, _ work: (inout EncodingContext) -> Result
  ) -> Result {
    path.append(key)
    defer { path.removeLast() }
    return work(&self)
  }
}
