import Testing

@testable import Generator

/// What is decided of the security of a description.
struct CredentialsTests {
  @Test func `credentials that nothing asks for are told of`() throws {
    let text = """
      openapi: 3.0.0
      info: {title: A, version: '1'}
      paths: {/: {get: {responses: {'204': {description: done}}}}}
      components: {securitySchemes: {key: {type: http, scheme: basic}}}
      """
    let found = try warnings(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("A.yaml:4:32: warning: no operation needs 'key'") == true)
    #expect(try warnings(text + "\nsecurity: [{key: []}]") == [])
  }

  @Test func `a choice has a method, and no credential is taken for none`() throws {
    let api = try api(
      """
      openapi: 3.0.0
      info: {title: A, version: '1'}
      paths:
        /a: {get: {security: [{key: []}, {}], responses: {'204': {description: done}}}}
        /b: {get: {security: [{key: []}, {nothing: []}], responses: {'204': {description: done}}}}
        /c: {get: {security: [{key: []}, {}], responses: {'204': {description: done}}}}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          nothing: {type: apiKey, in: query, name: nothing}
      """)
    #expect(
      api.authorizations.map(\.name) == ["authorizeByKeyOrNothing", "authorizeByKeyOrNothingValue"])
    let methods = api.operations.map { operation in
      if case .authorization(let name) = operation.security { name } else { "" }
    }
    #expect(
      methods == [
        "authorizeByKeyOrNothing", "authorizeByKeyOrNothingValue", "authorizeByKeyOrNothing",
      ])
  }

  @Test func `a parameter may have the name of the method of a choice`() throws {
    let api = try api(
      """
      openapi: 3.0.0
      info: {title: A, version: '1'}
      paths:
        /a:
          get:
            security: [{key: []}, {}]
            parameters: [{name: authorizeByKeyOrNothing, in: query, schema: {type: string}}]
            responses: {'204': {description: done}}
        /b: {get: {security: [{key: []}, {}], responses: {'204': {description: done}}}}
      components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
      """)
    let lines = GeneratedFile.files(of: api).flatMap { $0.text.split(separator: "\n") }
      .map { $0.drop(while: \.isWhitespace) }.filter { $0.hasSuffix("OrNothing(&request)") }
    #expect(
      lines == ["self.authorizeByKeyOrNothing(&request)", "authorizeByKeyOrNothing(&request)"])
  }

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
}
