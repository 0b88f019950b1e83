import Testing

@testable import OpenAPI

/// `x-apigen: {examples: true}`: what a body looks like.
@Suite struct ExamplesTests {
  private func example(_ schema: String) throws -> String? {
    let reading = try Reading(
      """
      x-apigen: {examples: true}
      paths: {/: {get: {responses: {200: {content: {application/json: {schema: \(schema)}}}}}}}
      components:
        schemas:
          Name: {required: [name], properties: {name: {example: Bob}}}
          Size: {required: [name, size], properties: {size: {example: .5}}}
      """)
    return try reading.operation.responses[0].content[0].example?.json
  }

  @Test(
    arguments: [
      (
        "{required: [a, p], properties: {a: {example: x}, p: {example: y, writeOnly: true}}}",
        #"{"a": "x"}"#
      ),
      (
        "{allOf: [{required: [p], properties: {a: {example: x}}}, "
          + "{properties: {p: {example: y, writeOnly: true}}}]}", #"{"a": "x"}"#
      ),
      (
        "{required: [a], allOf: [{required: [b], properties: {a: {example: x}}}, "
          + "{properties: {b: {example: y}}}]}", #"{"a": "x", "b": "y"}"#
      ),
      (
        "{allOf: [{$ref: '#/components/schemas/Size'}, {$ref: '#/components/schemas/Name'}]}",
        #"{"size": 0.5, "name": "Bob"}"#
      ),
      ("{$ref: '#/components/schemas/Size'}", nil),
      ("{allOf: [{$ref: '#/components/schemas/Size'}], properties: {a: {example: x}}}", nil),
      (
        "{properties: {a: {example: x}, s: {$ref: '#/components/schemas/Size'}}}",
        #"{"a": "x"}"#
      ),
      ("{required: [s], properties: {s: {properties: {p: {writeOnly: true}}}}}", nil),
    ])
  func `an object shows what is required of an answer`(schema: String, json: String?) throws {
    #expect(try example(schema) == json)
  }

  @Test(arguments: [
    ("{const: 1}", "1"), ("{anyOf: [{example: x}, {}]}", #""x""#),
    (
      "{properties: {a: {$ref: '#/components/schemas/Name'}, "
        + "b: {$ref: '#/components/schemas/Name'}}}",
      #"{"a": {"name": "Bob"}, "b": {"name": "Bob"}}"#
    ),
  ])
  func `a value that a schema shows`(schema: String, json: String) throws {
    #expect(try example(schema) == json)
  }

  @Test(
    arguments: [
      "{a: {value: x}}", "{a: {dataValue: x}}",
      "{a: {externalValue: a.txt}, b: {value: x}, c: {value: y}}",
    ])
  func `an example of the media type`(examples: String) throws {
    let reading = try Reading(
      """
      x-apigen: {examples: true}
      paths: {/: {get: {responses: {200: {content: {text/plain: {examples: \(examples)}}}}}}}
      """)
    #expect(try reading.operation.responses[0].content[0].example?.text == "x")
  }

  @Test func `Swagger 2 has an example for each media type of a response`() throws {
    let reading = try Reading(
      swagger2:
        """
        x-apigen: {examples: true}
        produces: [application/json, text/plain, text/csv]
        paths:
          /:
            get: {responses: {200: {$ref: '#/responses/Name'}}}
            put: {produces: [text/plain], responses: {200: {$ref: '#/responses/Name'}}}
        responses:
          Name: {schema: {type: string}, examples: {application/json: x, text/plain: y}}
        """)
    let responses = try #require(reading.document).operations.flatMap(\.responses)
    #expect(responses.map { $0.content.map { $0.example?.text } } == [["x", "y", nil], ["y"]])
    #expect(reading.messages == [])
  }

  @Test func `what doubles again and again shows no more than a thousand parts`() throws {
    let schemas = (0..<40).map { index in
      let next = "{$ref: '#/components/schemas/A\(index + 1)'}"
      return "A\(index): {properties: {a: \(next), b: \(next)}}"
    }
    let reading = try Reading(
      """
      x-apigen: {examples: true}
      paths: {/: {get: {responses: {200: {content: {application/json:
        {schema: {$ref: '#/components/schemas/A0'}}}}}}}}
      components: {schemas: {\(schemas.joined(separator: ", ")), A40: {example: 1}}}
      """)
    #expect(reading.messages == [])
    let operation = try reading.operation
    let json = try #require(operation.responses[0].content[0].example?.json)
    #expect(json.count { $0 == "1" } < 1_000)
  }
}
