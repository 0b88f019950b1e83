import Testing

@testable import Generator

/// What the cases of a choice are called.
struct CaseNamesTests {
  @Test func `branches go by what they are or by what only they have, or else by a number`() throws
  {
    let object = "{required: [id], properties: {id: {}, "
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Pet: {properties: {name: {}}}
          Choice:
            oneOf:
              - {type: array, items: {type: string}}
              - {type: array, items: {type: array, items: {type: number}}}
              - {type: array, items: {$ref: '#/components/schemas/Pet'}}
              - {type: array, items: {properties: {b: {}}}}
              - \(object)a_b: {}}}
              - \(object)a_c: {}}}
              - \(object)a_c: {}}}
              - {title: Entry, properties: {x: {}}}
              - {title: Entry, properties: {y: {}}}
              - {properties: {zz: {}, yy: {}}}
              - {type: array, items: {$ref: '#/components/schemas/Story'}}
              - {type: array, items: {type: array, items: {$ref: '#/components/schemas/Day'}}}
              - {description: Either., oneOf: [{type: string}, {type: integer}]}
          Story: {properties: {text: {}}}
          Day: {properties: {on: {}}}
      """)
    #expect(
      try api.union("Choice").cases.map(\.name) == [
        "strings", "doubleArrays", "pets", "array", "aB", "object", "object2", "entry", "entry2",
        "yy", "stories", "dayArrays", "choice",
      ])
    #expect(
      diagnostics.all.filter { $0.message.contains("in Swift") }.map(\.place.line) == [14, 16])
  }

  @Test func `objects that share what they have go by all that they always have`() throws {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Problem:
            oneOf:
              - {required: [status, error], properties: {status: {}, error: {}}}
              - {required: [message], properties: {message: {}}}
              - {required: [message, code], properties: {message: {}, code: {}}}
              - {required: [message, code], properties: {message: {}, code: {}, field: {}}}
              - {required: [message, field, code], properties: {message: {}, code: {}, field: {}}}
              - {properties: {field: {}, code: {}}}
              - {required: [a, b, c, d, message], properties: {a: {}, b: {}, c: {}, d: {}, message: {}}}
              - {required: [a, b, c, d, code], properties: {a: {}, b: {}, c: {}, d: {}, code: {}}}
      """)
    #expect(
      try api.union("Problem").cases.map(\.name) == [
        "error", "message", "object", "object2", "codeFieldMessage", "codeField", "object3",
        "object4",
      ])
    #expect(
      diagnostics.all.filter { $0.message.contains("in Swift") }.map(\.place.line) == [10, 13, 14])
  }

  @Test(arguments: [
    ("Message", "UserMessage", "user"), ("Message", "MessageText", "text"),
    ("RequestMessage", "RequestSystemMessage", "system"), ("Tool", "MCPTool", "mcp"),
    ("Tool", "DefaultTool", "default"), ("Filter", "NoneFilter", "noneValue"),
    // What is left begins with no letter.
    ("Tool", "Tool3", "tool3"),
    // Not all of the choice's name.
    ("RequestMessage", "SystemMessage", "systemMessage"), ("Tool", "Toolbox", "toolbox"),
  ])
  func `a case does not say again what the choice is called`(
    _ choice: String, _ branch: String, _ name: String
  ) throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          \(choice): {oneOf: [{$ref: '#/components/schemas/\(branch)'}, {type: integer}]}
          \(branch): {type: object, properties: {a: {}}}
          Holder:
            properties: {\(choice): {oneOf: [{$ref: '#/components/schemas/\(branch)'}, {type: boolean}]}}
      """)
    #expect(try api.union(choice).cases.map(\.name) == [name, "int"])
    let inner = try #require(api.types.first { $0.name == "Holder" }?.nested.first)
    guard case .union(let union) = inner.kind else { throw Unexpected(value: inner) }
    #expect(union.cases.map(\.name) == [Identifier.member(branch), "bool"])
  }

  @Test func `a case that is called so has its name before one that is called so in short`() throws
  {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Value: {oneOf: [{$ref: '#/components/schemas/StringValue'}, {type: string}]}
          StringValue: {type: object, properties: {a: {}}}
      """)
    #expect(try api.union("Value").cases.map(\.name) == ["stringValue", "string"])
    #expect(
      diagnostics.all.map(\.message) == [
        "'stringValue' and 'string' would both be `string` in Swift; this one is `stringValue`; to "
          + "choose, set a `title` of one to four words in an overlay"
      ])
  }
}
