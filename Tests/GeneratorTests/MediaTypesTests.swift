import Testing

@testable import Generator

/// Which media types of a body are worth a choice.
struct MediaTypesTests {
  @Test(arguments: [
    ("{type: string}", "{type: string}", 1),
    ("{type: string}", "{type: [string, 'null']}", 2),
    ("{type: array, items: {type: string}}", "{type: array, items: {type: integer}}", 2),
    ("{enum: [a, b]}", "{enum: [a, b]}", 1), ("{enum: [a, b]}", "{enum: [a, c]}", 2),
    ("{type: [string, integer]}", "{type: [string, integer]}", 1),
    ("{type: [string, integer]}", "{type: [string, boolean]}", 2),
    ("{type: [string, integer]}", "{type: [string, integer, boolean]}", 2),
    ("{type: [string, integer]}", "{oneOf: [{type: string}, {type: integer}]}", 2),
    ("{oneOf: [\(a), {type: string}]}", "{oneOf: [\(a), {type: string}]}", 1),
    ("{oneOf: [\(a), {type: string}]}", "{oneOf: [\(b), {type: string}]}", 2),
    ("{oneOf: [\(a), {type: string}]}", "{oneOf: [{type: string}, \(a)]}", 2),
    (a, a, 1), (a, b, 2), (a, "{type: object, properties: {a: {type: string}}}", 2),
    (a, "{type: object, required: [a], properties: {a: {type: string}, b: {}}}", 2),
    ("{type: object, additionalProperties: \(a)}", "{type: object, additionalProperties: \(a)}", 1),
    ("{type: object, additionalProperties: \(a)}", "{type: object, additionalProperties: \(b)}", 2),
  ])
  func `what is only written in another way is none`(
    _ one: String, _ other: String, _ count: Int
  ) throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          put:
            requestBody: {content: {text/yaml: {schema: \(other)}, application/json: {schema: \(one)}}}
            responses: {}
      """
    ).api
    #expect(api.operations[0].body?.variants.count == count)
  }

  @Test(arguments: [("application/x-www-form-urlencoded", 1), ("multipart/form-data", 0)])
  func `a list is no form`(media: String, warnings: Int) throws {
    let diagnostics = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          put:
            requestBody: {content: {\(media): {schema: {type: array, items: {type: string}}}}}
            responses: {}
      """
    ).diagnostics
    #expect(diagnostics.all.count == warnings)
  }

  @Test(arguments: [
    ("application/vnd.github.raw", "githubRaw"), ("application/vnd.ms-excel", "msExcel"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ("application/vnd.adGroup.v2; charset=utf-8", "adGroupV2"),
    ("application/x-tar", "tar"), ("application/zip", "zip"), ("image/png", "imagePng"),
  ])
  func `a case is called by what its media type says`(media: String, name: String) throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          get:
            responses: {'200': {content: {application/json: {schema: {type: string}}, \(media): {}}}}
      """
    ).api
    guard case .bodies(let cases)? = api.types.first?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(cases.map(\.name) == ["json", name])
  }

  @Test func `a form of which nothing is said may hold files, which JSON cannot`() throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          put:
            requestBody: {content: {application/json: {}, multipart/form-data: {}}}
            responses: {}
      """
    ).api
    #expect(api.operations[0].body?.variants.map(\.type) == [.json, .dictionary(.formValue)])
  }
}

private let a = "{type: object, required: [a], properties: {a: {type: string}}}"
private let b = "{type: object, required: [b], properties: {b: {type: string}}}"
