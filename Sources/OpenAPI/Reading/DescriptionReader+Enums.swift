import Syntax

/// What extensions say of the values of `enum`. No version of OpenAPI has a place for it; these are the
/// names that generators of descriptions write, and of clients read.
extension DescriptionReader {
  private static let names = ["x-enum-varnames", "x-enumNames"]
  private static let descriptions = ["x-enum-descriptions", "x-enumDescriptions"]

  mutating func finishEnum(_ schema: inout Schema, of node: Node) {
    guard let values = schema.enumValues else { return }
    schema.enumNames = readTexts(Self.names, of: node, for: values)
    schema.enumDescriptions = readTexts(Self.descriptions, of: node, for: values)
  }

  /// A text for each value: a list in their order, or a mapping from them.
  private mutating func readTexts(
    _ keys: [String], of node: Node, for values: [Node]
  ) -> [String?] {
    guard let key = keys.first(where: { node[$0] != nil }), let texts = node[key], !texts.isNull
    else { return [] }
    if texts.mapping != nil { return values.map { $0.text.flatMap { texts[$0]?.text } } }
    guard let list = texts.sequence, list.count == values.count else {
      warn(texts, "`\(key)`", expected: "a text for each of the \(values.count) values of `enum`")
      return []
    }
    return list.map { $0.isNull ? nil : $0.text }
  }
}
