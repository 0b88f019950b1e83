import Testing

@testable import OpenAPI

/// Swagger 2.0 in several files, and what its root has outside its fields.
@Suite struct Swagger2PartsTests {
  @Test func `definitions are the components, and other files are Swagger too`() throws {
    let reading = try Reading(
      swagger2:
        """
        paths: {}
        definitions:
          A: {$ref: 'b.yaml#/definitions/B'}
          C: {discriminator: kind, type: object}
        """, files: ["b.yaml": "swagger: '2.0'\npaths: {}\ndefinitions: {B: {title: b}}"])
    #expect(reading.document?.components.map(\.name) == ["A", "C"])
    #expect(try reading.schema("A").title == "b")
    #expect(try reading.schema("C").discriminator?.propertyName == "kind")
    #expect(reading.messages == [])
  }

  @Test func `other files are parts of it`() throws {
    let reading = try Reading(
      swagger2:
        """
        consumes: [application/xml]
        produces: [text/plain]
        paths:
          /a/{id}: {$ref: a.yaml}
          /b: {post: {$ref: 'parts.yaml#/b'}}
          /c:
            post:
              parameters: [{$ref: 'parts.yaml#/body'}, {$ref: 'parts.yaml#/list'}]
              responses: {200: {$ref: 'parts.yaml#/answer'}}
        """,
      files: [
        "a.yaml": """
        parameters: [{$ref: 'parts.yaml#/id'}]
        get:
          produces: [text/csv]
          responses:
            200: {description: d, schema: {type: string}, headers: {X-A: {type: integer}}}
            404: {$ref: 'parts.yaml#/answer'}
        put:
          parameters: [{name: f, in: formData, type: file, required: true}]
          responses: {204: {description: d}}
        """,
        "parts.yaml": """
        id: {name: id, in: path, required: true, type: integer}
        list: {name: l, in: query, type: array, items: {type: string}, collectionFormat: ssv}
        body: {name: x, in: body, required: true, schema: {$ref: '#/pet'}}
        pet: {title: pet}
        answer: {description: d, schema: {$ref: '#/pet'}}
        b:
          consumes: [application/json]
          parameters: [{$ref: '#/body'}]
          responses: {200: {$ref: '#/answer'}}
        """,
      ])
    let operations = try #require(reading.document?.operations)
    #expect(operations.map { $0.parameters.map(\.name) } == [["id"], ["id"], [], ["l"]])
    #expect(operations[3].parameters[0].style == .spaceDelimited)
    #expect(try reading.schema(operations[0].parameters[0].schema).types == [.integer])
    let bodies = operations.map { $0.requestBody?.content ?? [] }
    #expect(
      bodies.map { $0.map(\.name) } == [
        [], ["multipart/form-data"], ["application/json"], ["application/xml"],
      ])
    #expect(try bodies[2...].map { try reading.schema($0[0].schema).title } == ["pet", "pet"])
    let answers = operations.flatMap(\.responses).flatMap(\.content)
    #expect(answers.map(\.name) == ["text/csv", "text/csv", "text/plain", "text/plain"])
    #expect(try answers[1...].map { try reading.schema($0.schema).title } == ["pet", "pet", "pet"])
    #expect(reading.messages == [])
  }

  @Test func `what stands outside the fields of the root is a part of it`() throws {
    let reading = try Reading(
      swagger2:
        """
        paths: {/a: {$ref: '#/x-shared/item'}}
        definitions: {Pet: {title: pet}}
        parameters: {p: {name: p, in: query, type: string}}
        x-shared:
          q: {name: q, in: query, type: integer}
          item:
            get:
              produces: [text/csv]
              parameters: [{$ref: '#/parameters/p'}, {$ref: '#/x-shared/q'}]
              responses: {200: {description: d, schema: {$ref: '#/definitions/Pet'}}}
        """)
    let operation = try reading.operation
    #expect(operation.parameters.map(\.name) == ["p", "q"])
    #expect(try reading.schema(operation.parameters[1].schema).types == [.integer])
    let content = operation.responses.flatMap(\.content)
    #expect(content.map(\.name) == ["text/csv"])
    #expect(content.map(\.schema) == [reading.document?.components.first?.schema])
    #expect(reading.messages == [])
  }

  @Test func `a reference that is mended is spelled as in Swagger 2.0`() throws {
    let reading = try Reading(
      swagger2:
        """
        paths: {}
        definitions: {A: {$ref: b}, B: {title: b}}
        """)
    #expect(try reading.schema("A").title == "b")
    #expect(
      reading.messages == [
        "spec.yaml:3:25: warning: found the reference 'b', expected '#/definitions/B'; it is read so"
      ])
  }

  @Test(arguments: [
    ("definitions", "Pett", "Pet"), ("parameters", "Limt", "Limit"), ("responses", "Gon", "Gone"),
  ])
  func `a reference to nothing is told what it probably means`(
    folder: String, name: String, meant: String
  ) throws {
    let place =
      switch folder {
      case "definitions": "responses: {200: {description: d, schema: %}}"
      case "parameters": "parameters: [%]"
      default: "responses: {200: %}"
      }
    let reading = try Reading(
      swagger2: """
        paths: {/: {get: {\(place.replacing("%", with: "{$ref: '#/\(folder)/\(name)'}"))}}}
        definitions: {Pet: {type: string}, Other: {}}
        parameters: {Limit: {in: query, name: limit, type: string}}
        responses: {Gone: {description: d}}
        """)
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.contains(
        "nothing stands at '#/\(folder)/\(name)'; did you mean '\(meant)'?") == true)
  }
}
