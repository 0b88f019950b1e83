/// The fields of each kind of object (OAS 3.2 §4; JSON Schema 2020-12).
enum Fields {
  static let schema = FieldNames(
    Keyword.allCases.map(\.rawValue) + [
      "$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$recursiveAnchor", "$schema",
      "$vocabulary", "contains", "definitions", "example", "examples", "externalDocs", "id", "if",
      "maxContains", "minContains", "xml",
    ])
  static let root: FieldNames = [
    "$self", "components", "externalDocs", "info", "jsonSchemaDialect", "openapi", "paths",
    "security", "servers", "swagger", "tags", "webhooks", "x-apigen",
  ]
  static let components: FieldNames = [
    "$ref", "callbacks", "examples", "headers", "links", "mediaTypes", "parameters", "pathItems",
    "requestBodies", "responses", "schemas", "securitySchemes",
  ]
  static let operation: FieldNames = [
    "callbacks", "deprecated", "description", "externalDocs", "operationId", "parameters",
    "requestBody", "responses", "security", "servers", "summary", "tags", "x-apigen",
  ]
  static let parameter: FieldNames = [
    "$ref", "allowEmptyValue", "allowReserved", "content", "deprecated", "description", "example",
    "examples", "explode", "in", "name", "required", "schema", "style", "x-apigen",
  ]
  /// What a parameter has in Swagger 2.0 instead of a schema.
  static let typeOfParameter = [
    "type", "items", "enum", "format", "oneOf", "anyOf", "allOf", "collectionFormat",
    "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "nullable",
    "properties", "additionalProperties",
  ]
  static let typedParameter = FieldNames(parameter.all + typeOfParameter)
  static let swagger2: FieldNames = [
    "basePath", "components", "consumes", "definitions", "externalDocs", "host", "info",
    "parameters", "paths", "produces", "responses", "schemes", "security", "securityDefinitions",
    "servers", "swagger", "tags", "x-apigen",
  ]
  static let swagger2Operation = FieldNames(operation.all + ["consumes", "produces", "schemes"])
  static let swagger2Parameter = FieldNames(
    typedParameter.all + ["title", "readOnly", "not", "const"])
  static let swagger2Response = FieldNames(response.all + ["$ref", "schema", "examples"])
  static let requestBody: FieldNames = ["$ref", "content", "description", "required"]
  static let response: FieldNames = [
    "$ref", "content", "description", "headers", "links", "summary",
  ]
  static let mediaType: FieldNames = [
    "$ref", "encoding", "example", "examples", "itemEncoding", "itemSchema", "prefixEncoding",
    "schema",
  ]
}

/// The names of the fields of one kind of object: a class, as what a word means depends on which.
final class FieldNames: ExpressibleByArrayLiteral, Sendable {
  let all: [String]
  /// Each by what it has in common with others that mean the same.
  let byForm: [String: String]
  private let table: NameTable<Void>

  init(_ all: [String]) {
    self.all = all
    table = NameTable(all.map { ($0, ()) })
    byForm = Dictionary(
      all.map { (Self.form(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  convenience init(arrayLiteral names: String...) { self.init(names) }

  func contains(_ name: String) -> Bool { table[name] != nil }

  /// What a field shares with others that mean the same: its letters, less those of a plural.
  static func form(of name: String) -> String {
    let letters = name.lowercased().filter(\.isLetter)
    if letters.hasSuffix("ies") { return letters.dropLast(3) + "y" }
    return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
  }
}
