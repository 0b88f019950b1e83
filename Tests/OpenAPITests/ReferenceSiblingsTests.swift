import Testing

@testable import OpenAPI

/// What stands beside `$ref`, which each version reads otherwise (OAS 3.0 §4.7.23, 3.1 §4.8.23).
struct ReferenceSiblingsTests {
  @Test(arguments: [
    ("openapi: 3.0.3", "components", "#/components/schemas/B", "OpenAPI 3.0"),
    ("swagger: '2.0'", "definitions", "#/definitions/B", "Swagger 2.0"),
  ])
  func `siblings that a version does not read, and that change something, are a warning`(
    version: String, field: String, path: String, name: String
  ) throws {
    let schemas = """
      {A: {properties: {b: {$ref: '\(path)', description: d, x-nullable: true}}}, B: {type: object}}
      """
    let reading = try Reading(
      "paths: {}\n\(field): " + (field == "definitions" ? schemas : "{schemas: \(schemas)}"),
      version: version)
    #expect(reading.messages.count == 1)
    let expected = "found `x-nullable` beside `$ref`, which \(name) does not read"
    #expect(reading.messages.first?.contains(expected) == true)
  }

  @Test func `null beside a reference may stand in quotes`() throws {
    let reading = try Reading(
      """
      paths: {}
      components: {schemas: {B: {}, A: {properties: {
        b: {$ref: '#/components/schemas/B', nullable: 'True'},
        c: {$ref: '#/components/schemas/B', nullable: 'false'}}}}}
      """, version: "openapi: 3.0.3")
    let properties = try reading.schema("A").properties
    #expect(
      try properties.map { try #require(reading.document)[$0.schema].isNullable } == [true, false])
    #expect(reading.messages.count == 2)
    #expect(reading.messages.contains { $0.hasSuffix("it is read as true") }, "\(reading.messages)")
  }

  @Test func `who sends a value may be said beside a reference before 3.1`() throws {
    let reading = try Reading(
      """
      paths: {}
      components: {schemas: {B: {}, A: {properties: {
        b: {$ref: '#/components/schemas/B', readOnly: true},
        c: {$ref: '#/components/schemas/B', writeOnly: true},
        d: {$ref: '#/components/schemas/B', readOnly: false}}}}}
      """, version: "openapi: 3.0.3")
    let document = try #require(reading.document)
    let schemas = try reading.schema("A").properties.map { document[$0.schema] }
    #expect(schemas.map(\.isReadOnly) == [true, false, false])
    #expect(schemas.map(\.isWriteOnly) == [false, true, false])
    #expect(
      reading.messages
        == ["4:39", "5:39"].map { place in
          "spec.yaml:\(place): warning: found `\(place == "4:39" ? "readOnly" : "writeOnly")` beside "
            + "`$ref`, which OpenAPI 3.0 does not read; it counts all the same"
        })
  }

  @Test func `a list beside a reference repeats that it leads to one, or is a list of it`() throws {
    let reading = try Reading(
      """
      paths: {}
      components:
        schemas:
          A:
            properties:
              list: {type: array, $ref: '#/components/schemas/List'}
              items: {type: array, $ref: '#/components/schemas/Item'}
          List: {type: array, items: {$ref: '#/components/schemas/Item'}}
          Item: {type: string}
      """, version: "openapi: 3.0.3")
    for property in try reading.schema("A").properties {
      #expect(try reading.schema(reading.schema(property.schema).items).types == [.string])
    }
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("expected it in `items`") == true)
  }

  @Test func `a description counts before 3.1, and what is required does not`() throws {
    let body = """
      paths: {}
      components:
        schemas:
          A: {$ref: '#/components/schemas/B', description: mine, required: [x]}
          B: {type: object, description: theirs}
      """
    let schemas = try ["openapi: 3.0.3", "openapi: 3.1.0"].map { version in
      let document = try #require(Reading(body, version: version).document)
      return document[document.components[0].schema]
    }
    #expect(schemas.map(\.description) == ["mine", "mine"])
    #expect(schemas.map(\.required) == [[], ["x"]])
  }

  @Test func `a description beside the reference to a parameter counts`() throws {
    let body = """
      paths: {/: {get: {parameters: [{$ref: '#/components/parameters/P', description: mine}]}}}
      components: {parameters: {P: {name: p, in: query, description: theirs, schema: {}}}}
      """
    let descriptions = try ["3.0.3", "3.1.0"].map {
      try Reading(body, version: "openapi: \($0)").operation.parameters.map(\.description)
    }
    #expect(descriptions == [["mine"], ["mine"]])
  }
}
