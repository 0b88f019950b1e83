import Syntax

/// Fields that are not OpenAPI's, and are written nearly like one that is: what they say is left out,
/// and nobody who wrote it wants that.
extension DescriptionReader {
  /// How many different words are looked at: a description may have any number.
  private static let mostMisspellings = 1_000

  /// Tells of the fields of an object that are probably meant to be others.
  mutating func checkFields(of at: Located, _ known: [String]) {
    for entry in at.node.entries ?? [] where !known.contains(entry.key) {
      checkField(entry, known)
    }
  }

  /// Tells of a field that is none of those known, where it is probably meant to be one of them.
  mutating func checkField(_ entry: Mapping.Entry, _ known: [String]) {
    guard !entry.key.hasPrefix("x-"), let meant = meaning(of: entry.key, among: known) else {
      return
    }
    diagnostics.warning(
      "found '\(entry.key)', which is not a field here and is left out; did you mean '\(meant)'?",
      at: entry.keyPlace)
  }

  private mutating func meaning(of word: String, among known: [String]) -> String? {
    if let meaning = misspellings[word] { return known.contains(meaning ?? "") ? meaning : nil }
    guard misspellings.count < Self.mostMisspellings else { return nil }
    // Many words of three letters are one edit away from another.
    let meaning = nearest(to: word, among: known.filter { $0.utf8.count > 3 }, within: 2)
    misspellings.updateValue(meaning, forKey: word)
    return meaning
  }
}

/// The fields of each kind of object (OAS 3.2 §4; JSON Schema 2020-12).
enum Fields {
  static let schema =
    Keyword.allCases.map(\.rawValue) + [
      "$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$recursiveAnchor", "$schema",
      "$vocabulary", "additionalItems", "contains", "definitions", "dependencies",
      "dependentSchemas", "else", "example", "examples", "externalDocs", "id", "if", "maxContains",
      "minContains", "then", "unevaluatedItems", "xml",
    ]
  private static let schemaNames = Set(schema)

  /// Whether it is one of the fields of a schema, which are too many to compare each with.
  static func isSchema(_ name: String) -> Bool { schemaNames.contains(name) }

  static let operation = [
    "callbacks", "deprecated", "description", "externalDocs", "operationId", "parameters",
    "requestBody", "responses", "security", "servers", "summary", "tags",
  ]
  static let parameter = [
    "$ref", "allowEmptyValue", "allowReserved", "content", "deprecated", "description", "example",
    "examples", "explode", "in", "name", "required", "schema", "style",
  ]
  static let requestBody = ["$ref", "content", "description", "required"]
  static let response = ["$ref", "content", "description", "headers", "links", "summary"]
  static let mediaType = [
    "$ref", "encoding", "example", "examples", "itemEncoding", "itemSchema", "prefixEncoding",
    "schema",
  ]
}
