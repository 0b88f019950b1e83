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
            responses: {'204': {description: None, headers: {X-Kind: {schema: {}}}}}
      """)
    #expect(api.operations[0].parameters.map(\.type) == [.string, .string, .json])
    guard case .headers(let fields) = api.types.last?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(fields.map(\.type) == [.string])
  }

  @Test(
    arguments: [
      ("number, format: int64", .int), ("number, format: integer", .int),
      ("integer, format: uint64", .uint64), ("number, format: decimal", .decimal),
      ("number, format: float", .double), ("integer, format: other", .int),
    ] as [(String, SwiftType)])
  func `numbers are of the types that their formats say`(_ schema: String, _ type: SwiftType) throws
  {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {/: {get: {parameters: [{name: n, in: query, schema: {type: \(schema)}}], responses: {}}}}
      """)
    #expect(api.operations[0].parameters.map(\.type) == [type])
  }

  @Test(
    "a whole query of which nothing is said that can be written is text",
    arguments: ["", ", content: {'*/*': {schema: {type: object}}}", ", content: {text/plain: {}}"])
  func wholeQuery(fields: String) throws {
    let api = try decided(
      """
      openapi: 3.2.0
      paths:
        /: {get: {parameters: [{name: q, in: querystring\(fields)}], responses: {}}}
      """
    ).api
    let parameter = try #require(api.operations[0].parameters.first)
    #expect(parameter.type == .string)
    guard case .text = parameter.format else { throw Unexpected(value: parameter.format) }
  }
}
