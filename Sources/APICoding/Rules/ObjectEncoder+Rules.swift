// What a description says of the fields that were recorded. It counts for what is sent, and not for
// what is kept.
extension ObjectEncoder {
  /// Rules for the value recorded under `key`; a field that is left out, null or a file breaks
  /// none.
  public mutating func rule(_ key: String, _ rules: Rule...) {
    guard context.isSent, let field = fields.last(where: { $0.key == key }),
      case .json(let value) = field.content
    else { return }
    context.inside(key) { $0.check(value, rules) }
  }

  /// Rules for the object with all fields that were recorded, files included.
  public mutating func ownRule(_ rules: Rule...) {
    guard context.isSent else { return }
    var members = JSONObject()
    for (key, content) in fields {
      if case .json(let value) = content { members[key] = value } else { members[key] = .null }
    }
    context.check(.object(members), rules)
  }

  /// The field recorded under `key` is `readOnly`: it is not sent.
  public mutating func readOnly(_ key: String) {
    guard context.isSent else { return }
    fields.removeAll { $0.key == key }
    context.forget(key)
  }

  /// The field `key` is required and `writeOnly`: it must be there, though answers leave it out.
  public mutating func require(_ key: String) {
    guard context.isSent, !isPresent(key) else { return }
    context.inside(key) { $0.violation("is missing, a value is required") }
  }

  /// The field `key` must be there where `other` is (`dependentRequired`).
  public mutating func require(_ key: String, with other: String) {
    guard context.isSent, isPresent(other), !isPresent(key) else { return }
    context.inside(key) { $0.violation("is missing, \(other) requires it") }
  }

  private func isPresent(_ key: String) -> Bool { fields.contains { $0.key == key } }

  /// At least one of `groups` must be wholly present, as an `anyOf` of `required` lists says.
  public mutating func requireAny(_ groups: [String]...) {
    if context.isSent, present(groups).isEmpty { context.violation("needs \(words(groups))") }
  }

  /// Exactly one of `groups` must be wholly present, as a `oneOf` of `required` lists says.
  public mutating func requireOne(_ groups: [String]...) {
    guard context.isSent, present(groups).count != 1 else { return }
    context.violation("needs \(words(groups)), and not more than one of these")
  }

  private func present(_ groups: [[String]]) -> [[String]] {
    let present = Set(fields.map(\.key))
    return groups.filter(present.isSuperset)
  }

  private func words(_ groups: [[String]]) -> String {
    groups.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
  }
}
