import Testing

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
}
