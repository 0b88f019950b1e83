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

  @Test func `headers that the transport writes are no arguments`() throws {
    let names = [
      "Accept", "content-type", "Content-Length", "HOST", "transfer-encoding", "Connection",
    ]
    let parameters = (names + ["Range"]).map { "{name: \($0), in: header, schema: {}}" }
    let api = try api(
      """
      openapi: 3.1.0
      paths:
        /: {get: {operationId: a, responses: {}, parameters: [\(parameters.joined(separator: ", ")),
          {name: host, in: query, schema: {}}]}}
      """)
    #expect(api.operations[0].parameters.map(\.key) == ["Range", "host"])
  }

  @Test func `what the path has behind a fragment is told of`() throws {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths:
        '/{id}#{kind}':
          get: {operationId: read, responses: {}, parameters: [
            {name: id, in: path, required: true, schema: {type: string}},
            {name: kind, in: path, required: true, schema: {type: string}}]}
      """)
    #expect(api.operations[0].parameters.map(\.key) == ["id"])
    #expect(
      diagnostics.all.map(\.message) == [
        "the path has '{kind}' behind a '#', which is never sent, expected it before; the parameter is "
          + "left out"
      ])
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
    arguments: [
      ("application/json: {}", .json), ("text/plain: {schema: {type: integer}}", .int),
      ("text/csv: {schema: {type: array, items: {type: integer}}}", .string),
      ("text/csv: {}", .string),
    ] as [(String, SwiftType)])
  func `what a parameter has for content is given as what can be written`(
    _ content: String, _ type: SwiftType
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {/: {get: {parameters: [{name: n, in: query, content: {\(content)}}], responses: {}}}}
      """)
    #expect(api.operations[0].parameters.map(\.type) == [type])
  }

  @Test(arguments: ["application/json", "application/x-www-form-urlencoded"])
  func `a whole query of anything is any JSON`(_ media: String) throws {
    let api = try api(
      """
      openapi: 3.2.0
      paths: {/: {get: {parameters: [{name: q, in: querystring, content: {\(media): {}}}], responses: {}}}}
      """)
    #expect(api.operations[0].parameters.map(\.type) == [.json])
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
