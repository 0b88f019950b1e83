import Testing

@testable import Generator

/// The defaults of what is required, which need not be given then.
struct DefaultsTests {
  private func defaultValue(_ schema: String) throws -> (String?, warnings: [String]) {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {/: {get: {parameters: [{name: a, in: query, required: true, schema: {\(schema)}}]}}}
      """)
    return (api.operations[0].parameters[0].defaultValue, diagnostics.all.map(\.message))
  }

  @Test(arguments: [
    ("type: integer, default: 1.0", "1"), ("type: integer, default: 0x1F", "31"),
    ("type: integer, default: '5'", "5"), ("type: number, default: 0o17", "15.0"),
    ("type: number, default: 1e3", "1000.0"), ("type: boolean, default: 'true'", "true"),
    ("type: string, default: 1.0", "\"1.0\""), ("enum: [31, 2], default: 0x1F", "._31"),
    ("type: integer, enum: [0x1F, 2], default: 31", "._31"),
    ("enum: [1.5, 2], default: 2.0", "._2"), ("enum: [a, b], default: b", ".b"),
    ("enum: [a, b], default: c", ".init(\"c\")"), ("enum: [1, 2], default: 3.0", ".init(3)"),
    ("enum: [a, 1], default: 1", "._1"), ("enum: [a, 1], default: x", ".init(\"x\")"),
  ])
  func `a value in any spelling`(_ schema: String, _ literal: String) throws {
    let (value, warnings) = try defaultValue(schema)
    #expect(value == literal)
    #expect(warnings == [])
  }

  @Test(arguments: [
    ("type: integer, default: many", "'many'"), ("type: integer, default: 1.5", "'1.5'"),
    ("type: boolean, default: 1", "'1'"), ("type: number, default: .inf", "'.inf'"),
    ("type: string, default: [a]", "a list"), ("enum: [1, 2], default: a", "'a'"),
  ])
  func `a value of another type is a warning`(_ schema: String, _ found: String) throws {
    let (value, warnings) = try defaultValue(schema)
    #expect(value == nil)
    #expect(
      warnings == [
        "found \(found) for `default`, expected a value of the type; it is left out"
      ])
  }

  @Test(arguments: [
    ("enum: [a, b], default: ''", "''", "one of its `enum`"),
    ("type: integer, maximum: 5, default: 10", "'10'", "one that `maximum` allows"),
    ("type: number, exclusiveMinimum: 0, default: 0", "'0'", "one that `exclusiveMinimum` allows"),
    ("type: string, minLength: 1, default: ''", "''", "one that `minLength` allows"),
    (
      "allOf: [{type: string, maxLength: 2}], default: abc", "'abc'", "one that `maxLength` allows"
    ),
  ])
  func `a value that could not be sent is a warning`(
    _ schema: String, _ found: String, _ expected: String
  ) throws {
    let (value, warnings) = try defaultValue(schema)
    #expect(value == nil)
    #expect(warnings == ["found \(found) for `default`, expected \(expected); it is left out"])
  }

  @Test(arguments: [
    ("type: integer, minimum: 1, maximum: 5, default: 5", "5"),
    ("type: string, maxLength: 2, default: ab", "\"ab\""), ("type: string, default: ''", "\"\""),
    ("type: integer, multipleOf: 2, default: 4", "4"),
  ])
  func `a value at a bound is one`(_ schema: String, _ literal: String) throws {
    let (value, warnings) = try defaultValue(schema)
    #expect(value == literal)
    #expect(warnings == [])
  }

  @Test(arguments: [
    ("type: array, default: [a, 1]", #"Default: `["a", 1]`."#),
    ("type: object, default: {a: []}", #"Default: `{"a": []}`."#),
    ("default: ''", "Default: empty."),
  ])
  func `a value of any kind is documented`(_ schema: String, _ expected: String) throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths: {/: {get: {parameters: [{name: a, in: query, schema: {\(schema)}}]}}}
      components: {schemas: {B: {properties: {a: {\(schema)}}}}}
      """
    ).api
    guard case .object(let object)? = api.types.first(where: { $0.name == "B" })?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(api.operations[0].parameters[0].documentation == [expected])
    #expect(object.properties[0].documentation == [expected])
  }

  @Test func `null says nothing`() throws {
    let (value, warnings) = try defaultValue("type: integer, default: null")
    #expect(value == nil)
    #expect(warnings == [])
  }
}
