import Testing

@testable import OpenAPI

/// Fields that are written nearly as OpenAPI has them.
struct MisspellingsTests {
  @Test(arguments: [
    ("requred", "required"), ("propertis", "properties"),
    (
      "additional_properties",
      "additionalProperties"
    ), ("readonly", "readOnly"), ("min_items", "minItems"), ("ref", "$ref"),
    ("item", "items"), ("anyof", "anyOf"), ("desciption", "description"), ("exemple", "example"),
  ])
  func `of a schema`(_ written: String, _ meant: String) throws {
    let reading = try Reading("paths: {}\ncomponents: {schemas: {A: {\(written): {}}}}")
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.hasPrefix("spec.yaml:3:28: warning: found '\(written)'") == true)
    #expect(reading.messages.first?.hasSuffix("did you mean '\(meant)'?") == true)
  }

  @Test(arguments: [
    "x-requird", "note", "fields", "widget", "if", "then", "$defs", "dependentSchemas", "id", "xml",
    "min", "value", "name", "error", "optional", "additionalInfo", "",
  ])
  func `words that are far from any, and those of JSON Schema, say nothing`(_ word: String) throws {
    #expect(try Reading("paths: {}\ncomponents: {schemas: {A: {'\(word)': {}}}}").messages == [])
  }

  @Test(arguments: [
    ("{operationID: a}", "operationId"), ("{paramters: []}", "parameters"),
    ("{requestBdy: {}}", "requestBody"), ("{response: {}}", "responses"),
    ("{parameters: [{name: a, in: query, shema: {}, schema: {}}]}", "schema"),
    ("{requestBody: {contents: {}}}", "content"),
    ("{requestBody: {content: {application/json: {schem: {}}}}}", "schema"),
    ("{responses: {'200': {description: d, header: {}}}}", "headers"),
  ])
  func `of an operation`(_ operation: String, _ meant: String) throws {
    let messages = try Reading("paths: {/: {get: \(operation)}}").messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix("did you mean '\(meant)'?") == true)
  }

  @Test func `any number of words is read in time`() throws {
    let words = (0..<100_000).map { "requir\($0): {}" }
    let messages = try Reading(
      "paths: {}\ncomponents: {schemas: {A: {\(words.joined(separator: ", "))}}}"
    ).messages
    #expect(messages.count <= 1_000)
  }
}
