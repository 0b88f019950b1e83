import Testing

/// What descriptions are warned of that are read as they are meant.
struct MeantTests {
  @Test func `schemes for one header that are not the same count as the first`() throws {
    let warnings = try warnings(
      """
      openapi: 3.0.3
      info: {title: A, version: '1'}
      paths:
        /a: {get: {operationId: a, security: [{user: [], token: []}], responses: {'204': {description: a}}}}
      components:
        securitySchemes:
          user: {type: http, scheme: basic}
          token: {type: http, scheme: bearer}
      """)
    #expect(
      warnings == [
        "A.yaml:4:41: warning: found 'token' beside 'user', which goes out in the same place, expected "
          + "a requirement for each; 'user' counts"
      ])
  }

  @Test func `names that clash in a choice of enumerations are told where they stand`() throws {
    let warnings = try warnings(
      """
      openapi: 3.0.3
      info: {title: A, version: '1'}
      paths: {}
      components:
        schemas:
          One: {type: string, enum: [a-b, a_b]}
          Two: {type: string, enum: [c]}
          Both: {type: object, properties: {x: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]}}}
      """)
    #expect(Set(warnings).count == 1)
    #expect(warnings.first?.hasPrefix("A.yaml:6:") == true)
  }
}
