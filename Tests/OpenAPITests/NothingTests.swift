import Testing

@testable import OpenAPI

/// Null, and the empty list that PHP writes for an empty mapping: both say nothing, where a mapping
/// or a value is expected, and nobody is told of them.
struct NothingTests {
  @Test(arguments: [
    "{}\ninfo: []", "{/: }", "{/: {summary: , get: {deprecated: , tags: }}}",
    "{/: {get: {security: [[]], responses: {200: []}}}}",
    "{/: {get: {requestBody: {content: {application/json: []}}}}}",
    "{/: {get: {requestBody: {content: {application/json: }}}}}",
    "{/: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}}\n"
      + "components: {requestBodies: {B: []}}",
    "{/: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}}\n"
      + "components: {requestBodies: {B: }}",
    "{}\ncomponents: {schemas: {A: {enum: [a], x-enum-varnames: }}}",
    // What no answer can have is left out; this has nothing.
    "{/: {get: {responses: {204: {content: {application/json: {}}}}}}}",
  ])
  func `what says nothing is no mistake`(_ paths: String) throws {
    #expect(try Reading("paths: \(paths)").messages == [])
  }

  @Test func `lists and mappings of nothing, for each other`() throws {
    let reading = try Reading(
      """
      servers: [{url: /, variables: []}]
      paths:
        /:
          get:
            security: {}
            parameters: {}
            tags: {}
            callbacks: []
            requestBody: []
            responses: {200: {headers: [], content: {application/json: {schema: {properties: [],
              items: [], additionalProperties: [], required: {}, oneOf: {}}}}}, 201: []}
          put: {responses: []}
      webhooks: []
      components: {schemas: {A: []}, responses: [], securitySchemes: []}
      """)
    #expect(reading.messages == [])
    #expect(reading.document?.operations.map(\.responses.count) == [2, 0])
    #expect(try reading.schema("A").isAnything)
  }
}
