import Testing

@testable import OpenAPI

/// Fields that are written nearly as OpenAPI has them.
struct MisspellingsTests {
  @Test(arguments: [
    ("requred", "required"), ("propertis", "properties"),
    ("additionalPropertes", "additionalProperties"), ("desciption", "description"),
    ("exemple", "example"),
  ])
  func `of a schema`(_ written: String, _ meant: String) throws {
    let reading = try Reading("paths: {}\ncomponents: {schemas: {A: {\(written): {}}}}")
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.hasPrefix("spec.yaml:3:28: warning: found '\(written)'") == true)
    #expect(reading.messages.first?.hasSuffix("did you mean '\(meant)'?") == true)
  }

  @Test(arguments: [
    "x-requird", "x-enum", "note", "fields", "widget", "if", "then", "$defs", "dependentSchemas",
    "id", "xml",
    "min", "value", "name", "error", "optional", "additionalInfo", "",
  ])
  func `words that are far from any, and those of JSON Schema, say nothing`(_ word: String) throws {
    #expect(try Reading("paths: {}\ncomponents: {schemas: {A: {'\(word)': {}}}}").messages == [])
  }

  @Test(arguments: [
    ("{paramters: []}", "parameters"), ("{requestBdy: {}}", "requestBody"),
    ("{parameters: [{name: a, in: query, shema: {}, schema: {}}]}", "schema"),
    ("{requestBody: {content: {application/json: {schem: {}}}}}", "schema"),
  ])
  func `of an operation`(_ operation: String, _ meant: String) throws {
    let messages = try Reading("paths: {/: {get: \(operation)}}").messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix("did you mean '\(meant)'?") == true)
  }

  @Test func `what a word means depends on what it is a field of`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {exampel: 1}}}
      components: {schemas: {A: {exampel: 1}, B: {exampel: 1}}}
      """)
    #expect(reading.messages.map { $0.contains("did you mean 'example'?") } == [true, true])
  }

  @Test(arguments: [
    ("delte", "which is not a field here and is left out; did you mean 'delete'?"),
    ("gett", "expected a method such as `get`; it is left out"),
    ("fetch", "expected a method such as `get`; it is left out"),
  ])
  func `of a path`(_ field: String, _ outcome: String) throws {
    let reading = try Reading("paths: {/: {\(field): {}}}")
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasSuffix(outcome) == true, "\(reading.messages)")
  }

  @Test(
    arguments: [
      ("Servers: [{url: /}]", "", "Servers"), ("component: {}", "", "component"),
      ("components: {schema: {}}", "", "schema"), ("", "operationid: a", "operationid"),
      ("", "Parameter: [{name: a, in: query, schema: {}}]", "Parameter"),
      ("", "RequestBody: {Content: {}}", "RequestBody"),
      ("", "Response: {200: {Header: {}}}", "Response"),
      ("", "responses: {200: {content: {a/b: {schemas: {}}}}}", "schemas"),
      (
        "", "responses: {200: {content: {a/b: {schema: {additional_properties: false}}}}}",
        "additional_properties"
      ),
      ("", "}, Parameters: [], x-a: {", "Parameters"),
      ("", "responses: {200: {content: {a/b: {schema: {ref: '#/paths'}}}}}", "ref"),
    ])
  func `what differs by case or a plural alone is read`(
    root: String, operation: String, written: String
  ) throws {
    let reading = try Reading("\(root)\npaths: {/: {get: {\(operation)}}}")
    let told = reading.messages.first { $0.contains("warning: found '\(written)', expected '") }
    #expect(told?.hasSuffix("; it is read so") == true, "\(reading.messages)")
    #expect(reading.errors == [])
    #expect(reading.document?.operations.count == 1)
  }

  @Test func `two spellings of one field`() throws {
    let reading = try Reading("paths: {/: {get: {Tag: [a], Tags: [b]}}}")
    #expect(try reading.operation.tags == ["a"])
    #expect(reading.messages.last?.contains("found `tags` twice") == true)
  }

  @Test(arguments: ["OpenAPI: 3.1.0", "Swagger: '2.0'"])
  func `all of the root`(version: String) throws {
    let reading = try Reading("Paths: {/: {get: {}}}", version: version)
    #expect(reading.document?.operations.count == 1)
    #expect(reading.messages.count == 2)
  }

  @Test func `what is said already stays`() throws {
    let reading = try Reading("paths: {/: {get: {tags: [a], tag: [b]}}}")
    #expect(try reading.operation.tags == ["a"])
    #expect(reading.messages.map { $0.contains("did you mean 'tags'?") } == [true])
  }

  @Test func `any number of words is read in time`() throws {
    let words = (0..<100_000).map { "requir\($0): {}" }
    let messages = try Reading(
      "paths: {}\ncomponents: {schemas: {A: {\(words.joined(separator: ", "))}}}"
    ).messages
    #expect(messages.count <= 1_000)
  }

  @Test func `one of several is the name of all`() throws {
    let reading = try Reading(
      """
      paths: {/: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}}
      components: {requestBody: {B: {content: {text/plain: {}}}}}
      """)
    #expect(try reading.operation.requestBody?.content.map(\.name) == ["text/plain"])
    #expect(
      reading.messages == [
        "spec.yaml:3:14: warning: found 'requestBody', expected 'requestBodies'; it is read so"
      ])
  }

  @Test func `what stands in an extension is not looked at`() throws {
    let paths = "paths: {/: {x-note: {tag: a}, get: {responses: {}}}}"
    #expect(try Reading(paths, version: "swagger: '2.0'").messages == [])
    #expect(try Reading(paths).messages == [])
  }
}
