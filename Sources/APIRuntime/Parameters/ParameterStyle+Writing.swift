// As the table of styles says (OAS 3.2 §4.12.5, "Style Examples"), and where it says nothing: null,
// in an array or object too, and an empty array or object are left out (RFC 6570 §2.3), and an
// array or object inside another is JSON text, but for those inside an exploded form object.
extension ParameterStyle {
  /// A value of a query, a cookie or a form as names and values, escaped.
  func pairs(
    _ name: String, _ value: JSONValue, explode: Bool, _ escaping: Escaping
  ) -> [(name: String, value: String)] {
    let name = escaping.name(name)
    switch (self, value) {
    case (.json, _): return [(name, escaping.value(value.description))]
    case (.deepObject, _): return deepPairs(name, value, escaping)
    case (_, .array(let elements)):
      let values = elements.compactMap(\.parameterText).map(escaping.value)
      return explode ? values.map { (name, $0) } : joined(name, values, escaping)
    case (.form, .object(let members)) where explode:
      return members.flatMap { memberPairs($0.key, $0.value, escaping) }
    case (_, .object(let members)):
      let pairs = members.compactMap { key, value in
        value.parameterText.map { (name: escaping.name(key), value: escaping.value($0)) }
      }
      return explode ? pairs : joined(name, pairs.flatMap { [$0.name, $0.value] }, escaping)
    default:
      return value.parameterText.map { [(name, escaping.value($0))] } ?? []
    }
  }

  /// A member of an object that is no field of its own: a list repeats its name, and an object
  /// inside is as in `deepObject`, which is what servers make of both.
  private func memberPairs(
    _ key: String, _ value: JSONValue, _ escaping: Escaping
  ) -> [(name: String, value: String)] {
    let isList = value.array?.allSatisfy { !$0.isCompound } ?? false
    return isList
      ? pairs(key, value, explode: true, escaping) : deepPairs(escaping.name(key), value, escaping)
  }

  /// A value of a path or a header, escaped; empty where there is nothing to write.
  func text(_ name: String, _ value: JSONValue, explode: Bool, _ escaping: Escaping) -> String {
    let pairs = pairs(name, value, explode: explode, escaping)
    if self == .matrix {
      return pairs.map { ";" + $0.name + ($0.value.isEmpty ? "" : "=" + $0.value) }.joined()
    }
    let isNamed = explode && value.object != nil && self != .json
    let items = pairs.map { isNamed ? "\($0.name)=\($0.value)" : $0.value }
    return self == .label ? items.map { "." + $0 }.joined() : items.joined(separator: ",")
  }

  /// What is wrong with a value in this style: what stands between values must not stand in them,
  /// as once it is escaped nothing tells the one from the other (OAS 3.1.1, Appendix E).
  func violations(_ value: JSONValue, explode: Bool, in place: String) -> [Violation] {
    guard let delimiter, !explode else { return [] }
    let members = value.object?.flatMap { [.string($0.key), $0.value] } ?? value.array
    let texts = members?.compactMap(\.parameterText) ?? []
    guard texts.contains(where: { $0.unicodeScalars.contains(delimiter) }) else { return [] }
    let message = "has \(String(delimiter).debugDescription) in a value, which separates values"
    return [Violation(place: place, message: message)]
  }

  private var delimiter: Unicode.Scalar? {
    switch self {
    case .spaceDelimited: " "
    case .pipeDelimited: "|"
    case .tabDelimited: "\t"
    default: nil
    }
  }

  private func joined(
    _ name: String, _ items: [String], _ escaping: Escaping
  ) -> [(name: String, value: String)] {
    let delimiter = delimiter.map { escaping.name(String($0)) } ?? ","
    return items.isEmpty ? [] : [(name, items.joined(separator: delimiter))]
  }

  /// `name` is escaped already.
  private func deepPairs(
    _ name: String, _ value: JSONValue, _ escaping: Escaping
  ) -> [(name: String, value: String)] {
    func under(_ key: String) -> String {
      name + escaping.name("[") + escaping.name(key) + escaping.name("]")
    }
    switch value {
    case .object(let members):
      return members.flatMap { deepPairs(under($0.key), $0.value, escaping) }
    case .array(let elements):
      let isPlain = !elements.contains(where: \.isCompound)
      return elements.enumerated().flatMap { index, element in
        deepPairs(under(isPlain ? "" : "\(index)"), element, escaping)
      }
    default:
      return value.parameterText.map { [(name, escaping.value($0))] } ?? []
    }
  }
}

extension JSONValue {
  /// A string without its quotes, anything else as JSON; nil for null.
  var parameterText: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    default: description
    }
  }
}
