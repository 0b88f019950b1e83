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
    // No request has a certificate in it.
    let certificate = text.replacing("{type: http, scheme: basic}", with: "{type: mutualTLS}")
    #expect(try warnings(certificate) == [])
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

  @Test func `requirements that differ by their scopes alone are one choice`() throws {
    let api = try api(
      """
      openapi: 3.0.0
      info: {title: A, version: '1'}
      paths:
        /a: {get: {security: [{token: [read]}, {key: []}, {token: [all]}], responses: {}}}
        /b: {get: {security: [{key: []}], responses: {}}}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          token: {type: oauth2, flows: {}}
      """)
    let choices = try #require(api.authorizations.first)
    #expect(choices.name == "authorizeByTokenOrKey")
    #expect(choices.choices.map { $0.map(\.name) } == [["token"], ["key"]])
  }

  @Test func `a scheme that no request carries is left to the transport`() throws {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {/: {get: {security: [{key: [], certificate: []}], responses: {}}}}
      components:
        securitySchemes:
          key: {type: http, scheme: bearer}
          certificate: {type: mutualTLS}
      """)
    #expect(
      diagnostics.all.map(diagnostics.rendered) == [
        "A.yaml:6:5: warning: the security scheme 'certificate' is not for a request; it is left to "
          + "the transport"
      ])
    #expect(api.credentials.map(\.name) == ["key"])
    #expect(!api.credentials[0].isOptional)
  }

  /// The lines of what is written, without their indentation.
  private func lines(_ description: String) throws -> [Substring] {
    GeneratedFile.files(of: try api(description)).flatMap { $0.text.split(separator: "\n") }
      .map { $0.drop(while: \.isWhitespace) }
  }

  @Test func `a credential may have the name of the body or of a parameter`() throws {
    let name = "aKeyWithANameThatIsTooLongForALineThatHasItTwice"
    let lines = try lines(
      """
      openapi: 3.1.0
      security: [{body: [], \(name): []}]
      paths:
        /a: {put: {requestBody: {content: {text/plain: {}}}, responses: {}}}
        /b: {put: {parameters: [{name: \(name), in: query, schema: {type: string}}], responses: {}}}
      components:
        securitySchemes:
          body: {type: apiKey, in: header, name: A}
          \(name): {type: apiKey, in: header, name: B}
      """)
    #expect(
      lines.filter { $0.hasPrefix("request.header") } == [
        "request.header(\"A\", self.body)", "request.header(\"B\", \(name))",
        "request.header(\"A\", body)", "request.header(\"B\", self.\(name))",
      ])
    #expect(lines.firstRange(of: ["self.\(name) =", name[...]]) != nil)
  }

  @Test func `a parameter may have the name of the method of a choice`() throws {
    let lines = try lines(
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
    #expect(
      lines.filter { $0.hasSuffix("OrNothing(&request)") } == [
        "self.authorizeByKeyOrNothing(&request)", "authorizeByKeyOrNothing(&request)",
      ])
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
