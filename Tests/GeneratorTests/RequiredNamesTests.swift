import OpenAPI
import Syntax
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

  @Test func `one of signs alone is no other's`() throws {
    let (names, warnings) = try properties("{required: ['--'], properties: {'+': {type: string}}}")
    #expect(names == ["plus + optional", "minusMinus -- optional"])
    #expect(
      warnings == [
        "A.yaml:3:27: warning: '--' is required, but there is no such property; it is added as "
          + "an optional one of any JSON"
      ])
  }

  @Test(arguments: [(100, true), (101, false)])
  func `what one is meant for is looked for among a hundred`(_ count: Int, _ isTold: Bool) throws {
    let names = (1...count).map { "name\($0): {}" }.joined(separator: ", ")
    let (_, warnings) = try properties("{required: [name], properties: {\(names)}}")
    #expect(warnings.map { $0.contains("; did you mean 'name1'?") } == [isTold])
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

  @Test func `one that nothing describes has a place where other properties are allowed`() throws {
    let (names, warnings) = try properties(
      "{required: [a], properties: {b: {type: string}}, additionalProperties: true}")
    #expect(names == ["b b optional"])
    #expect(warnings == [])
  }

  /// Upstream may have renamed it since the overlay was written.
  @Test(arguments: [
    ("required: [c]", "3:64"), ("anyOf: [{required: [a]}, {required: [c]}]", "3:90"),
    ("oneOf: [{required: [a]}, {required: [c]}]", "3:90"),
  ])
  func `one that only an overlay requires is an error`(
    _ correction: String, at place: String
  ) throws {
    var diagnostics = Diagnostics()
    let description = """
      openapi: 3.1.0
      paths: {}
      components: {schemas: {A: {properties: {a: {}}}, B: {required: [x], properties: {a: {}}}}}
      """
    let overlay = """
      overlay: 1.0.0
      info: {title: t, version: '1'}
      actions: [{target: $.components.schemas.A, update: {\(correction)}}]
      """
    var root = try #require(
      readDocument(Array(description.utf8), named: "A.yaml", into: &diagnostics))
    let corrections = try #require(
      readDocument(Array(overlay.utf8), named: "A.overlay.yaml", into: &diagnostics))
    Overlay(corrections, into: &diagnostics)?.apply(to: &root, into: &diagnostics)
    _ = decide(root, named: "A", into: &diagnostics)
    let messages = diagnostics.all.map { diagnostics.rendered($0) }.sorted()
    #expect(messages.count == 2)
    #expect(
      messages.first?.hasPrefix("A.overlay.yaml:\(place): error: 'c' is required, but ") == true)
    #expect(messages.last?.hasPrefix("A.yaml:3:53: warning: 'x' is required, but ") == true)
  }
}
