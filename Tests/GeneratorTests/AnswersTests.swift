import Testing

@testable import Generator

/// What the generator says of answers that it leaves something out of.
struct AnswersTests {
  private func warnings(_ content: String) throws -> [String] {
    let text = """
      openapi: 3.2.0
      paths:
        /:
          get:
            responses:
              '200':
                content: {\(content)}
      """
    return try decided(text).diagnostics.all.filter { $0.place.line == 7 }.map(\.message)
  }

  @Test func `media types that no answer tells apart`() throws {
    let text = "{schema: {type: string}}"
    let list = "{schema: {type: array}}"
    let found = try warnings("text/csv: \(text), text/csv;charset=utf-8: \(list)")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("found 'text/csv;charset=utf-8' beside another") == true)
    #expect(try warnings("application/json;v=1: \(text), application/json;v=2: \(list)") == [])
    // These are one: nothing is lost.
    #expect(try warnings("application/json: \(text), application/json;v=2: \(text)") == [])
  }

  @Test func `items of what is no stream`() throws {
    let found = try warnings("application/json: {itemSchema: {type: string}}")
    #expect(found.first?.hasPrefix("found `itemSchema` for 'application/json'") == true)
    #expect(try warnings("application/jsonl: {itemSchema: {type: string}}") == [])
  }

  @Test(
    "lines of a string are of anything, and those of the branches beside one are of these",
    arguments: [("", true), (", anyOf: [{$ref: '#/components/schemas/A'}, {type: object}]", false)])
  func lines(branches: String, isAnything: Bool) throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          get:
            responses:
              '200': {content: {application/x-ndjson: {schema: {type: string\(branches)}}}}
      components: {schemas: {A: {type: object, required: [a], properties: {a: {}}}}}
      """
    ).api
    #expect((api.operations[0].response == .stream(.json)) == isAnything)
  }
}
