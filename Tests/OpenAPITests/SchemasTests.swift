import Syntax
import Testing

@testable import OpenAPI

@Suite struct SchemasTests {
  private func schema(_ text: String, version: String = "3.1.0") throws -> (Schema, Reading) {
    let reading = try Reading(
      "paths: {}\ncomponents: {schemas: {A: \(text)}}", version: "openapi: \(version)")
    return (try reading.schema("A"), reading)
  }

  @Test func keywords() throws {
    let (schema, reading) = try schema(
      """
      {title: t, description: d, default: 1, deprecated: true, readOnly: true, format: f,
      contentMediaType: m, contentEncoding: e, const: c, enum: [a, null], not: {title: not},
      minLength: 0, maxLength: 9, pattern: p, multipleOf: 0.1, minItems: 1, uniqueItems: true,
      patternProperties: {^x: {title: pattern}}, prefixItems: [{title: first}], items: false}
      """)
    #expect(reading.messages == [])
    #expect([schema.title, schema.description, schema.format] == ["t", "d", "f"])
    #expect([schema.contentMediaType, schema.contentEncoding] == ["m", "e"])
    #expect([schema.isDeprecated, schema.isReadOnly, schema.isWriteOnly] == [true, true, false])
    #expect(schema.enumValues?.map(\.isNull) == [false, true])
    #expect([schema.defaultValue, schema.constValue].map { $0?.text } == ["1", "c"])
    #expect(
      schema.constraints == [
        .maxLength(9), .pattern("p"), .multipleOf("0.1"), .minItems(1), .uniqueItems,
      ])
    #expect(schema.patternProperties.map(\.name) == ["^x"])
    #expect(try schema.prefixItems.map { try reading.schema($0).title } == ["first"])
    #expect(try reading.schema(schema.not).title == "not")
    #expect(try reading.schema(schema.items).isNothing)
  }

  @Test func objectKeywords() throws {
    let (schema, reading) = try schema(
      """
      {minProperties: 0, maxProperties: 2.0, propertyNames: {pattern: ^a},
      dependentRequired: {a: [b, c], d: []}}
      """)
    #expect(reading.messages == [])
    #expect(schema.constraints == [.maxProperties(2)])
    #expect(try reading.schema(schema.propertyNames).constraints == [.pattern("^a")])
    #expect(schema.dependentRequired.map(\.name) == ["a", "d"])
    #expect(schema.dependentRequired.map(\.required) == [["b", "c"], []])
  }

  @Test(
    arguments: [
      ("/^[a-z]+$/i", "(?i)^[a-z]+$"), ("/^x$/", "^x$"), ("/[a-z]/i", "(?i)[a-z]"),
      ("/a/b/", "/a/b/"), ("^/a/$", "^/a/$"), ("/", "/"), ("/a/path", "/a/path"),
    ])
  func patternsInDelimiters(pattern: String, expected: String) throws {
    let (schema, reading) = try schema("{pattern: '\(pattern)'}")
    #expect(schema.constraints == [.pattern(expected)])
    #expect(reading.messages.count == (pattern == expected ? 0 : 1))
  }

  @Test(
    "types, in each version",
    arguments: [
      ("{type: string}", [.string], false), ("{type: [string, 'null']}", [.string, .null], true),
      ("{type: [integer, integer]}", [.integer], false), ("{type: null}", [.null], true),
      ("{type: string, nullable: true}", [.string, .null], true), ("{nullable: true}", [], true),
      ("{x-nullable: true, type: number}", [.number, .null], true), ("{}", [], false),
    ] as [(String, [Schema.DataType], Bool)], ["3.0.3", "3.1.0"])
  func types(
    case example: (text: String, types: [Schema.DataType], isNullable: Bool), version: String
  ) throws {
    let (schema, reading) = try schema(example.text, version: version)
    #expect(reading.messages == [])
    #expect(schema.types == example.types)
    #expect(schema.isNullable == example.isNullable)
  }

  @Test(
    "types that no version has",
    arguments: [
      ("String", [.string], nil), ("int", [.integer], nil), ("float", [.number], nil),
      ("bool", [.boolean], nil), ("file", [.string], "binary"), ("uuid", [.string], "uuid"),
      ("strnig", [.string], nil), ("[integr, 'null']", [.integer, .null], nil), ("obj", [], nil),
      ("any", [], nil), ("{enum: [x]}", [], nil),
    ] as [(String, [Schema.DataType], String?)])
  func publishedTypes(type: String, types: [Schema.DataType], format: String?) throws {
    let (schema, reading) = try schema("{type: \(type)}")
    #expect(reading.messages.map { $0.contains("warning: found") } == [true])
    #expect(schema.types == types)
    #expect(schema.format == format)
  }

  @Test(
    arguments: [
      ("{minimum: 1, exclusiveMinimum: true}", [.exclusiveMinimum("1")]),
      ("{exclusiveMaximum: true, maximum: 1.50}", [.exclusiveMaximum("1.50")]),
      ("{minimum: 1, exclusiveMinimum: false}", [.minimum("1")]),
      (
        "{exclusiveMinimum: 1, maximum: 99999999999999999999}",
        [.exclusiveMinimum("1"), .maximum("99999999999999999999")]
      ),
      ("{minimum: 1, exclusiveMinimum: 2}", [.minimum("1"), .exclusiveMinimum("2")]),
    ] as [(String, [Constraint])])
  func limits(text: String, expected: [Constraint]) throws {
    let (schema, reading) = try schema(text)
    #expect(reading.messages == [])
    #expect(schema.constraints == expected)
  }

  @Test(arguments: [
    ("{additionalProperties: false}", "forbidden"), ("{additionalProperties: true}", "allowed"),
    ("{additionalProperties: {}}", "schema"), ("{unevaluatedProperties: false}", "forbidden"),
    ("{unevaluatedProperties: false, additionalProperties: {}}", "schema"),
    ("{additionalProperties: true, unevaluatedProperties: false}", "allowed"), ("{}", "unsaid"),
  ])
  func additionalProperties(text: String, expected: String) throws {
    let (schema, _) = try schema(text)
    #expect("\(schema.additionalProperties)".hasPrefix(expected))
  }

  @Test(arguments: [("true", true, false), ("{}", true, false), ("false", false, true)])
  func booleans(text: String, isAnything: Bool, isNothing: Bool) throws {
    let (schema, reading) = try schema(text)
    #expect(reading.messages == [])
    #expect(schema.isAnything == isAnything)
    #expect(schema.isNothing == isNothing)
  }

  @Test(
    "anything is what says nothing of the value",
    arguments: [
      ("{description: d, default: 1}", true), ("{type: object}", false), ("{format: f}", false),
      ("{properties: {a: {}}}", false), ("{additionalProperties: true}", true),
      ("{additionalProperties: false}", false), ("{not: {}}", false), ("{minLength: 1}", false),
    ])
  func anything(text: String, expected: Bool) throws {
    #expect(try schema(text).0.isAnything == expected)
  }

  @Test(
    "names of properties that look like something else", arguments: ["$ref", "x-a", "''", "on"])
  func propertyNames(name: String) throws {
    let (schema, reading) = try schema("{properties: {\(name): {type: string}}}")
    #expect(reading.messages == [])
    #expect(schema.properties.map(\.name) == [name == "''" ? "" : name])
  }

  @Test(
    "what is wrong, and can be read all the same",
    arguments: [
      "{title: []}", "{minLength: -1}", "{maxLength: 1.5}", "{minimum: many}",
      "{deprecated: 'true'}",
      "{required: true}", "{required: [[]]}", "{properties: []}", "{enum: []}", "{enum: x}",
      "{items: [{}]}", "{allOf: {}}", "{additionalProperties: some}", "{discriminator: []}", "null",
      "{readOnly: 1}", "{exclusiveMaximum: x}",
    ])
  func survives(text: String) throws {
    let (_, reading) = try schema(text)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("spec.yaml:3:") == true, "\(reading.messages)")
    #expect(reading.errors == [])
  }

  @Test(
    "what has no sensible reading", arguments: ["text", "[]", "{allOf: x}", "{prefixItems: {}}"])
  func refuses(text: String) throws {
    #expect(try schema(text).1.errors.count == 1)
  }

  @Test func discriminator() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          Pet:
            discriminator:
              propertyName: kind
              mapping: {cat: Cat, dog: '#/components/schemas/Dog', far: pets.yaml#/Far, no: '#/none'}
              defaultMapping: Cat
          Cat: {title: cat}
          Dog: {title: dog}
          Old: {discriminator: kind}
      """, files: ["pets.yaml": "Far: {title: far}"])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("warning: nothing stands at '#/none'") == true)
    let pet = try #require(reading.schema("Pet").discriminator)
    #expect(pet.propertyName == "kind")
    #expect(pet.mapping.map(\.value) == ["cat", "dog", "far"])
    #expect(
      try (pet.mapping.map(\.schema) + [pet.defaultMapping]).map { try reading.schema($0).title }
        == ["cat", "dog", "far", "cat"])
    #expect(try reading.schema("Old").discriminator?.propertyName == "kind")
  }

  @Test("components stay in the order of the file")
  func order() throws {
    let reading = try Reading(
      "components: {schemas: {B: {$ref: '#/components/schemas/A'}, x-C: {}, A: {}}}")
    #expect(reading.document?.components.map(\.name) == ["B", "x-C", "A"])
  }
}
