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
        "A.yaml:3:27: warning: 'UserId' is required, but there is no such property; nothing is "
          + "required; did you mean 'userId'?"
      ])
  }

  @Test func `one that nothing describes is a property that may be anything`() throws {
    let (names, warnings) = try properties(
      "{required: [userName], properties: {userId: {type: string}}}")
    #expect(names == ["userID userId optional", "userName userName optional"])
    #expect(
      warnings == [
        "A.yaml:3:27: warning: 'userName' is required, but there is no such property; it is added as "
          + "an optional one of any JSON"
      ])
  }

  @Test func `one that is nearly a property's is told with it`() throws {
    let (_, warnings) = try properties(
      "{required: [names, nam], properties: {name: {type: string}, names: {type: string}}}")
    #expect(
      warnings == [
        "A.yaml:3:27: warning: 'nam' is required, but there is no such property; it is added as "
          + "an optional one of any JSON; did you mean 'name'?"
      ])
  }
}
