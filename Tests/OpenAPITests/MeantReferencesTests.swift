import Testing

@testable import OpenAPI

/// References that lead nowhere as they are written, or to what they should not.
@Suite struct MeantReferencesTests {
  @Test(
    arguments: [
      "parameters: [{$ref: '#/components/parameters/P'}]",
      "responses: {200: {$ref: '#/components/responses/R'}}",
      "requestBody: {$ref: '#/components/requestBodies/B'}",
      "requestBody: {$ref: [x]}", "callbacks: {a: {$ref: a.yaml}}",
      "parameters: [{$ref: '#/components/schemas/S'}]",
      "responses: {200: {$ref: '#/components'}}",
    ])
  func `what is nowhere is left out`(fields: String) throws {
    let reading = try Reading(
      "paths: {/: {get: {\(fields)}}}\ncomponents: {schemas: {S: {type: string}}}")
    let operation = try reading.operation
    #expect(operation.parameters.isEmpty && operation.responses.isEmpty)
    #expect(operation.requestBody == nil)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("warning: ") == true)
    #expect(reading.messages.first?.contains("left out") == true)
  }

  @Test(
    arguments: [
      ("#/components/schemas/pet", "#/components/schemas/Pet"), ("Pet", "#/components/schemas/Pet"),
      ("#/definitions/Pet", "#/components/schemas/Pet"),
      ("#/schemas/PET", "#/components/schemas/Pet"),
      ("/components/schemas/Pet", "#/components/schemas/Pet"), ("#Pet", "#/components/schemas/Pet"),
      ("models/Pet.yaml", "#/components/schemas/Pet"), ("a\\b.yaml", "a/b.yaml"),
      ("/a/b.yaml#/x", "a/b.yaml#/x"),
      ("#/components/schemas/Pet ", "#/components/schemas/Pet"),
      (" #/components/schemas/Pet/", "#/components/schemas/Pet"),
      ("#/components/schema/Pet", "#/components/schemas/Pet"),
      ("#/component/shemas/Pet", "#/components/schemas/Pet"),
      ("#/definition/Pet", "#/components/schemas/Pet"), ("a/b.yaml ", "a/b.yaml"),
      ("a/b.yaml#/x/", "a/b.yaml#/x"), ("#/", nil), ("#/components/schemas/ ", nil),
      ("#/components/schemas/a/Pet", "#/components/schemas/a~1Pet"),
      ("#/components/schemas/a%2FPet", "#/components/schemas/a~1Pet"),
      ("#/definitions/a/Pet", "#/components/schemas/a~1Pet"),
      ("#/components/response/Pet", nil), ("Spec.yaml#/components/schemas/Pet", nil),
      ("#/components/schemas/tWin", nil), ("#/components/schemas/Pe", nil),
    ])
  func `a reference with one meaning has it`(reference: String, meant: String?) throws {
    let reading = try Reading(
      """
      components:
        schemas: {A: {$ref: '\(reference)'}, Pet: {title: pet}, Twin: {}, twin: {}, a/Pet: {title: pet}}
      """, files: ["a/b.yaml": "title: pet\nx: {title: pet}"])
    #expect(try reading.schema("A").title == (meant == nil ? nil : "pet"))
    #expect(reading.messages.count == 1)
    let message = meant.map {
      "found the reference '\(reference)', expected '\($0)'; it is read so"
    }
    #expect(
      reading.messages.first?.contains("warning: \(message ?? "")") == true, "\(reading.messages)")
  }

  @Test(
    "a reference with brackets at its end is a list",
    arguments: [
      ("#/components/schemas/Pet[]", "pet", 1), ("Pet[] ", "pet", 2), ("a.yaml#/x[]", "pet", 1),
      ("#/components/schemas/Pe[]", nil, 2),
    ])
  func lists(reference: String, title: String?, warnings: Int) throws {
    let reading = try Reading(
      """
      components:
        schemas: {A: {properties: {a: {$ref: '\(reference)'}}}, Pet: {title: pet}}
      """, files: ["a.yaml": "x: {title: pet}"])
    let list = try reading.schema(try reading.schema("A").properties.first?.schema)
    #expect(list.types == [.array])
    #expect(try reading.schema(list.items).title == title)
    #expect(reading.messages.count == warnings, "\(reading.messages)")
    let first = try #require(reading.messages.first)
    #expect(first.contains("warning: found the reference '\(reference)', expected '"))
    #expect(first.contains("in the `items` of a list; it is read so"))
  }

  @Test func `a component whose name ends with brackets is that`() throws {
    let reading = try Reading(
      "components: {schemas: {A: {$ref: '#/components/schemas/B[]'}, 'B[]': {title: b}, B: {}}}")
    #expect(try reading.schema("A").title == "b")
    #expect(reading.messages == [])
  }

  @Test func `a file that was a part of the description means that by a component`() throws {
    let reading = try Reading(
      "paths: {/: {$ref: a.yaml}}\ncomponents: {schemas: {Pet: {title: pet}}}",
      files: [
        "a.yaml": """
        get: {responses: {200: {content: {a/b: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
        """
      ])
    let schema = try reading.operation.responses.first?.content.first?.schema
    #expect(try reading.schema(schema).title == "pet")
    #expect(reading.messages.count == 1)
  }

  @Test(arguments: ["/", " "])
  func `what has no path is not meant for the file that it stands in`(reference: String) throws {
    let reading = try Reading(
      "components: {schemas: {A: {$ref: 'b.yaml#/B'}}}",
      files: ["b.yaml": "B: {items: {$ref: '\(reference)'}}"])
    #expect(reading.messages.count == 1)
    let told = "b.yaml:1:19: warning: the file '\(reference)' cannot be read"
    #expect(reading.messages.first?.hasPrefix(told) == true, "\(reading.messages)")
  }

  @Test func `a schema that refers to a response without one is what stands there`() throws {
    let reading = try Reading(
      """
      components:
        schemas: {A: {$ref: '#/components/responses/R'}}
        responses: {R: {type: object, title: r}}
      """)
    #expect(try reading.schema("A").title == "r")
    #expect(
      reading.messages == [
        "spec.yaml:3:23: warning: found a reference to one of `responses`, expected one to a schema; "
          + "it is read as one"
      ])
  }

  @Test(
    arguments: [
      "responses: {200: {$ref: '#/components/schemas/Pet'}}",
      "responses: {200: {content: {application/json: {$ref: '#/components/schemas/Pet'}}}}",
      "responses: {200: {content: {application/json: {schema: {$ref: '#/components/responses/R'}}}}}",
    ])
  func `a reference to another kind of component`(fields: String) throws {
    let reading = try Reading(
      """
      paths: {/: {get: {\(fields)}}}
      components:
        schemas: {Pet: {title: pet}}
        responses: {R: {content: {a/b: {schema: {$ref: '#/components/schemas/Pet'}}}}}
      """)
    let media = try #require(reading.operation.responses.first?.content.first)
    #expect(media.name == "application/json")
    #expect(try reading.schema(media.schema).title == "pet")
    #expect(reading.messages.count == 1)
  }
}
