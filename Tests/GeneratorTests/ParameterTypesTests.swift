import Testing

@testable import Generator

/// What parameters are given as.
struct ParameterTypesTests {
  @Test func `what is of anything is a string where all is text`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths:
        /{id}:
          get:
            parameters:
              - {name: id, in: path, required: true, schema: {title: ID}}
              - {name: X-Note, in: header, schema: {}}
              - {name: q, in: query, schema: {}}
            responses: {'204': {description: None}}
      """)
    #expect(api.operations[0].parameters.map(\.type) == [.string, .string, .json])
  }
}
