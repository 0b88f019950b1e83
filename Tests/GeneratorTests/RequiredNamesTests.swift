import Testing

@testable import Generator

/// Names in `required` that no property has.
struct RequiredNamesTests {
  private func properties(_ schema: String) throws -> (names: [String], warnings: [String]) {
    let (api, diagnostics) = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: \(schema)}}")
    guard case .object(let object)? = api.types.first?.kind else {
      throw Unexpected(value: api.types)
    }
    return (
      object.properties.map { "\($0.name) \($0.key) \($0.presence)" },
      diagnostics.all.map(diagnostics.rendered)
    )
  }

  @Test func `one that is written like a property is that property`() throws {
    let (names, warnings) = try properties(
      "{required: [UserId], properties: {userId: {type: string}}}")
    #expect(names == ["userID userId optional"])
    #expect(
      warnings == [
        "A.yaml:3:27: warning: 'UserId' is required here, expected a property of that name, and not "
          + "'userId'; nothing is required"
      ])
  }

  @Test func `one that nothing describes is a property that may be anything`() throws {
    let (names, warnings) = try properties(
      "{required: [userName], properties: {userId: {type: string}}}")
    #expect(names == ["userID userId optional", "userName userName optional"])
    #expect(
      warnings == [
        "A.yaml:3:27: warning: 'userName' is required here, expected a property of that name; it is "
          + "one of anything, and may be left out"
      ])
  }
}
