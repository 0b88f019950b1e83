import Testing

@testable import Generator

/// What schemas are in Swift that say several things of the type of their values.
struct NarrowingTests {
  /// What a schema is, where it has no type of its own, and the warnings.
  private func alias(_ schema: String) throws -> (type: SwiftType, warnings: [String]) {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Thing: \(schema)
          Few: {enum: [a, b]}
          Base: {properties: {a: {}}}
          Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {}}}]}
          Bases: {type: array, items: {$ref: '#/components/schemas/Base'}}
          Heirs: {type: array, items: {$ref: '#/components/schemas/Heir'}}
      """)
    guard case .alias(let type)? = api.types.first(where: { $0.name == "Thing" })?.kind else {
      throw Unexpected(value: api.types)
    }
    return (type, diagnostics.all.map(diagnostics.rendered))
  }

  @Test(
    arguments: [
      ("{type: string, format: uuid}, {type: string}", .uuid),
      ("{type: string}, {type: string, format: date-time}", .date),
      ("{type: string, format: byte}, {maxLength: 8}", .data),
      ("{type: array, minItems: 1}, {type: array, items: {type: integer}}", .array(.int)),
      (
        "{type: array, items: {type: number}}, {type: array, items: {minimum: 1}}, "
          + "{type: array, items: {type: integer}}", .array(.int)
      ),
      (
        "{type: object, additionalProperties: {type: integer}}, {type: object}",
        .dictionary(.int)
      ),
      ("{type: object}, {type: object, additionalProperties: {type: integer}}", .dictionary(.int)),
    ] as [(String, SwiftType)])
  func `several at once are the narrowest of them`(_ parts: String, _ type: SwiftType) throws {
    let thing = try alias("{allOf: [\(parts)]}")
    #expect(thing.type == type)
    #expect(thing.warnings == [])
  }

  @Test(arguments: [
    ("allOf: [{$ref: '#/components/schemas/Few'}, {enum: [a, b, c]}]", "Few"),
    ("allOf: [{enum: [c, b, a]}, {$ref: '#/components/schemas/Few'}]", "Few"),
    ("allOf: [{$ref: '#/components/schemas/Heirs'}, {$ref: '#/components/schemas/Bases'}]", "Heir"),
    ("allOf: [{$ref: '#/components/schemas/Bases'}, {$ref: '#/components/schemas/Heirs'}]", "Heir"),
    ("allOf: [{$ref: '#/components/schemas/Bases'}, {type: array, minItems: 1}]", "Base"),
  ])
  func `what is no narrower than a component is that component`(
    _ schema: String, _ name: String
  ) throws {
    switch try alias("{\(schema)}").type {
    case .named(let path), .array(.named(let path)): #expect(path.name == name)
    case let other: throw Unexpected(value: other)
    }
  }

  @Test(
    arguments: [
      ("{type: string}", "{type: integer}", .int),
      ("{type: array, items: {type: string}}", "{type: string}", .string),
      ("{type: string, format: date}", "{type: string, format: uuid}", .uuid),
    ] as [(String, String, SwiftType)])
  func `what no value can be is told of, and the last counts`(
    _ one: String, _ other: String, _ type: SwiftType
  ) throws {
    let thing = try alias("{allOf: [\(one),\n        \(other)]}")
    #expect(thing.type == type)
    #expect(
      thing.warnings == [
        """
        A.yaml:6:9: warning: found a schema of another type than the one that it stands beside, \
        expected one type; it is read as this one
        A.yaml:5:21: note: the schema that it stands beside
        """
      ])
  }

  @Test func `enumerations that share no value are the last of them`() throws {
    let (api, diagnostics) = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {allOf: [{enum: [a]}, {enum: [b]}]}}}")
    guard case .enumeration(let values)? = api.types.first?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(values.cases.map(\.name) == ["b"])
    #expect(diagnostics.all.map(\.place.line) == [3])
  }

  @Test func `what is said of elements says nothing of what is no list`() throws {
    for base in ["{type: string}", "{type: string, format: uuid}"] {
      let thing = try alias("{items: {type: integer}, allOf: [\(base)]}")
      #expect(thing.warnings == [])
      #expect(thing.type == (base.contains("uuid") ? .uuid : .string))
    }
  }

  @Test(arguments: [
    "{type: [integer, number]}", "{anyOf: [{type: integer}, {type: number}]}",
    "{oneOf: [{type: number, minimum: 1}, {title: Count, type: integer, format: int32}]}",
    "{anyOf: [{type: 'null'}, {type: number}, {type: integer}]}",
  ])
  func `an integer is a number too`(_ schema: String) throws {
    let thing = try alias(schema)
    #expect(thing.type == .double)
    #expect(thing.warnings == [])
  }

  @Test(
    arguments: [
      ("{type: [string, integer, number]}", [.string, .int, .double]),
      ("{oneOf: [{type: integer, format: int64}, {type: number}]}", [.int, .double]),
      ("{type: [integer, number], format: int64}", [.int, .double]),
    ] as [(String, [SwiftType])])
  func `an integer of 64 bits or beside other types keeps all of its digits`(
    _ schema: String, _ types: [SwiftType]
  ) throws {
    let api = try api("openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Thing: \(schema)}}")
    #expect(try api.union("Thing").cases.map(\.content.type) == types)
  }

  @Test func `choices deep in choices are narrowed as far as four`() throws {
    let deep = (0..<5).reduce("{type: boolean}") { inner, level in
      "{title: Level\(level), oneOf: [\(inner), {type: array, items: {type: string}}]}"
    }
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components: {schemas: {Thing: {allOf: [{oneOf: [{type: string}, {type: integer}, \(deep)]}, {type: [string, integer]}]}}}
      """)
    #expect(try api.union("Thing").cases.map(\.content.type).prefix(2) == [.string, .int])
    #expect(diagnostics.all.count == 0)
  }

  @Test(
    arguments: [
      ("[array, object], items: {type: string}", [.array(.string), .dictionary(.json)]),
      ("[array, object], prefixItems: [{type: integer}]", [.array(.int), .dictionary(.json)]),
      (
        "[array, object], additionalProperties: {type: integer}",
        [.array(.json), .dictionary(.int)]
      ),
      ("[array, string, boolean]", [.array(.json), .string, .bool]),
    ] as [(String, [SwiftType])])
  func `a list or an object beside other types is one of these`(
    _ types: String, _ expected: [SwiftType]
  ) throws {
    let api = try api(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Thing: {type: \(types)}}}")
    #expect(try api.union("Thing").cases.map(\.content.type) == expected)
  }

  @Test(
    arguments: [
      ("[object, boolean]", "{type: [boolean, object], properties: {b: {}}}", [.bool]),
      ("[object, boolean]", "{type: object, properties: {b: {}}}", nil),
      ("[object, boolean, string]", "{type: [string, object], properties: {b: {}}}", [.string]),
      ("[object, integer]", "{type: [object, number], properties: {b: {}}}", [.int]),
      ("[object, boolean]", "{properties: {b: {}}}", [.bool]),
    ] as [(String, String, [SwiftType]?)])
  func `an object beside other types is what its bases allow`(
    _ types: String, _ base: String, _ others: [SwiftType]?
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Base: \(base)
          Thing: {type: \(types), allOf: [{$ref: '#/components/schemas/Base'}], properties: {a: {}}}
      """)
    let objects = api.types.flatMap { [$0] + $0.nested }.compactMap { type -> [String]? in
      if case .object(let object) = type.kind { object.properties.map(\.name) } else { nil }
    }
    #expect(objects.contains(["b", "a"]))
    let cases = others == nil ? nil : try api.union("Thing").cases.dropFirst().map(\.content.type)
    #expect(cases == others)
  }

  @Test(arguments: ["[array, object]", "[array, object, string]"])
  func `a list and an object of which nothing is said are anything`(_ types: String) throws {
    #expect(try alias("{type: \(types)}").type == .json)
  }
}
