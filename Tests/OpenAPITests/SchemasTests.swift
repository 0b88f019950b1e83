import Foundation
import Syntax
import Testing

@testable import OpenAPI

@Suite struct SchemasTests {
  @Test func `keywords of any value`() throws {
    let (schema, reading) = try schema(
      """
      {title: t, description: d, default: 1, deprecated: true, readOnly: true, format: f,
      contentMediaType: m, contentEncoding: e, const: c, enum: [p, null], not: {title: not},
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

  @Test func `keywords of objects`() throws {
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
      ("{type: string}", [.string], false), ("{type: [string, 'null']}", [.string, .null], true),
      ("{type: [integer, integer]}", [.integer], false), ("{type: null}", [.null], true),
      ("{type: string, nullable: true}", [.string, .null], true), ("{nullable: true}", [], true),
      ("{x-nullable: true, type: number}", [.number, .null], true), ("{}", [], false),
    ] as [(String, [Schema.DataType], Bool)], ["3.0.3", "3.1.0"])
  func `types, in each version`(
    case example: (text: String, types: [Schema.DataType], isNullable: Bool), version: String
  ) throws {
    let (schema, reading) = try schema(example.text, version: version)
    #expect(reading.messages == [])
    #expect(schema.types == example.types)
    #expect(schema.isNullable == example.isNullable)
  }

  @Test(
    arguments: [
      ("String", [.string], nil), ("int", [.integer], nil), ("float", [.number], nil),
      ("bool", [.boolean], nil), ("file", [.string], "binary"), ("uuid", [.string], "uuid"),
      ("int64", [.integer], "int64"), ("dateTime", [.string], "date-time"),
      ("email", [.string], "email"), ("list", [.array], nil), ("map", [.object], nil),
      ("guid", [.string], "uuid"), ("url", [.string], "uri"),
      ("strnig", [.string], nil), ("[integr, 'null']", [.integer, .null], nil), ("obj", [], nil),
      ("any", [], nil), ("{enum: [x]}", [], nil),
    ] as [(String, [Schema.DataType], String?)])
  func `types that no version has`(type: String, types: [Schema.DataType], format: String?) throws {
    let (schema, reading) = try schema("{type: \(type)}")
    #expect(reading.messages.map { $0.contains("warning: found") } == [true])
    #expect(schema.types == types)
    #expect(schema.format == format)
  }

  @Test(arguments: [
    ("{additionalProperties: false}", "forbidden"), ("{additionalProperties: true}", "allowed"),
    ("{additionalProperties: {}}", "schema"), ("{unevaluatedProperties: false}", "forbidden"),
    ("{unevaluatedProperties: false, additionalProperties: {}}", "schema"),
    ("{additionalProperties: true, unevaluatedProperties: false}", "allowed"), ("{}", "unsaid"),
    ("{additionalProperties: {not: {}}}", "forbidden"),
    ("{additionalProperties: {not: true}}", "forbidden"),
    ("{additionalProperties: {not: []}}", "forbidden"),
    ("{additionalProperties: {not: {type: string}}}", "schema"),
  ])
  func `what else an object may have`(text: String, expected: String) throws {
    let (schema, _) = try schema(text)
    #expect("\(schema.additionalProperties)".hasPrefix(expected))
  }

  @Test(
    arguments: [
      ("{prefixItems: [{}], unevaluatedItems: {type: integer}}", [.integer]),
      ("{unevaluatedItems: {type: integer}, items: {type: string}}", [.string]),
      ("{prefixItems: [{}], additionalItems: {type: integer}}", [.integer]),
      ("{items: {type: string}, unevaluatedItems: {type: integer}}", [.string]),
    ] as [(String, [Schema.DataType])])
  func `what else a list may have`(text: String, expected: [Schema.DataType]) throws {
    let (schema, reading) = try schema(text)
    let items = try #require(schema.items)
    #expect(reading.document?.schemas[items.index].types == expected)
    #expect(reading.messages == [])
  }

  @Test(arguments: [
    ("true", true, false), ("{}", true, false), ("false", false, true),
    ("{not: {}}", false, true), ("{not: {type: string}}", false, false),
  ])
  func `a schema may be true or false`(text: String, isAnything: Bool, isNothing: Bool) throws {
    let (schema, reading) = try schema(text)
    #expect(reading.messages == [])
    #expect(schema.isAnything == isAnything)
    #expect(schema.isNothing == isNothing)
  }

  @Test(
    arguments: [
      ("{description: d, default: 1}", true), ("{type: object}", false), ("{format: f}", false),
      ("{properties: {a: {}}}", false), ("{additionalProperties: true}", true),
      ("{additionalProperties: false}", false), ("{not: {}}", false), ("{minLength: 1}", false),
    ])
  func `anything is what says nothing of the value`(text: String, expected: Bool) throws {
    #expect(try schema(text).0.isAnything == expected)
  }

  @Test(
    arguments: ["$ref", "x-a", "''", "on"])
  func `names of properties that look like something else`(name: String) throws {
    let (schema, reading) = try schema("{properties: {\(name): {type: string}}}")
    #expect(reading.messages == [])
    #expect(schema.properties.map(\.name) == [name == "''" ? "" : name])
  }

  @Test(
    arguments: [
      "{title: []}", "{minLength: -1}", "{maxLength: 1.5}", "{minimum: many}",
      "{deprecated: 'true'}",
      "{required: true}", "{required: [[]]}", "{properties: x}", "{enum: []}", "{enum: x}", "[{}]",
      "[{}, {}]", "text",
      "{allOf: x}", "{prefixItems: {title: t}}", "{required: name}", "{enum: {A: a}}",
      "{items: [{}]}", "{allOf: {title: t}}", "{additionalProperties: some}", "{discriminator: []}",
      "null",
      "{readOnly: 1}", "{exclusiveMaximum: x}",
    ])
  func `what is wrong, and can be read all the same`(text: String) throws {
    let (_, reading) = try schema(text)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("spec.yaml:3:") == true, "\(reading.messages)")
    #expect(reading.errors == [])
  }

  @Test(
    arguments: [
      ("int", "integer"), ("string", "string"), ("B", "b"), ("'#/components/schemas/B'", "b"),
      ("'B[]'", "[b]"), ("'string[]'", "[string]"), ("'array<int>'", "[integer]"),
      ("ObjectId", "string"), ("'string | null'", "string null"),
    ])
  func `the name of a type, or of a schema, for a schema or its type`(
    name: String, expected: String
  ) throws {
    for text in [name, "{type: \(name)}"] where text != "{type: string}" {
      let reading = try Reading(
        "paths: {}\ncomponents: {schemas: {A: {properties: {a: \(text)}}, B: {title: b}}}")
      func shown(_ id: Schema.ID?) throws -> String {
        let schema = try reading.schema(id)
        if let items = schema.items { return "[\(try shown(items))]" }
        return schema.title ?? schema.types.map(\.rawValue).joined(separator: " ")
      }
      #expect(try shown(reading.schema("A").properties.first?.schema) == expected, "\(text)")
      #expect(reading.messages.count == 1)
      #expect(reading.errors == [])
    }
  }

  @Test func `forgotten properties`() throws {
    let (object, reading) = try schema("{type: object, a: {type: string}, b: {$ref: '#/x'}}")
    #expect(object.properties.map(\.name) == ["a", "b"])
    #expect(reading.messages.count == 2)
    let (held, _) = try schema("{description: d, content: {a/b: {schema: {title: t}}}}")
    #expect(held.allOf.count == 1)
    let (list, _) = try schema("{type: array, item: {title: t}}")
    #expect(list.items != nil)
    let (other, messages) = try schema("{properties: {c: {}}, a: {type: string}, b: {}}")
    #expect(other.properties.map(\.name) == ["c"])
    #expect(messages.messages.map { $0.contains("found 'a', which is not a field here") } == [true])
  }

  @Test(
    "keywords that were indented too far",
    arguments: [
      ("{type: object, properties: {additionalProperties: {type: string}}}", [], "schema", 1),
      ("{properties: {a: {}, additionalProperties: false}}", ["a"], "forbidden", 1),
      ("{type: array, properties: {items: {type: string}}}", [], "unsaid", 1),
      ("{properties: {a: {}, required: [a]}}", ["a"], "unsaid", 1),
      (
        "{properties: {a: {}, additionalProperties: {type: string}}}",
        ["a", "additionalProperties"], "unsaid", 0
      ),
      (
        "{properties: {additionalProperties: {}}, required: [additionalProperties]}",
        ["additionalProperties"], "unsaid", 0
      ),
      (
        "{properties: {additionalProperties: true}, additionalProperties: false}",
        ["additionalProperties"], "forbidden", 0
      ),
      (
        "{properties: {required: {type: boolean}, items: {type: array}}}", ["required", "items"],
        "unsaid", 0
      ),
    ])
  func strayKeywords(
    text: String, properties: [String], additional: String, warnings: Int
  ) throws {
    let (schema, reading) = try schema(text)
    #expect(schema.properties.map(\.name) == properties)
    #expect("\(schema.additionalProperties)".hasPrefix(additional))
    #expect(schema.required == (text.contains("required: [a]") ? ["a"] : schema.required))
    #expect((schema.items != nil) == text.contains("type: array, properties"))
    #expect(
      reading.messages.filter { $0.contains("` in `properties`, where it is none") }.count
        == warnings)
    #expect(reading.messages.count == warnings, "\(reading.messages)")
  }

  @Test func `a list of what a reference names`() throws {
    let reading = try Reading(
      "paths: {}\ncomponents: {schemas: {A: {properties: {a: {type: array, $ref: '#/components/schemas/B'}}}, B: {title: b}}}",
      version: "openapi: 3.0.3")
    let list = try reading.schema(reading.schema("A").properties.first?.schema)
    #expect(list.types == [.array])
    #expect(try reading.schema(list.items).title == "b")
    #expect(reading.messages.count == 1)
  }

  @Test func `an allOf of one schema is that schema`() throws {
    let (schema, reading) = try schema(
      "{properties: {a: {allOf: [{allOf: [{$ref: '#/components/schemas/A'}]}]}}}")
    #expect(schema.properties.map(\.schema) == reading.document?.components.map(\.schema))
  }

  @Test func `dependencies are those of older drafts`() throws {
    let (schema, reading) = try schema("{dependencies: {a: [b, c], d: {properties: {e: {}}}}}")
    #expect(schema.dependentRequired.map(\.name) == ["a"])
    #expect(schema.dependentRequired.map(\.required) == [["b", "c"]])
    let dependent = try #require(schema.conditional.first)
    #expect(try reading.schema(dependent).properties.map(\.name) == ["e"])
    #expect(reading.messages == [])
  }

  @Test func `a discriminator maps values to schemas`() throws {
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
          Any:
            anyOf: [{$ref: '#/components/schemas/Cat'}]
            discriminator: {propertyName: kind, mapping: {cat: [Cat]}, defaultMapping: Dog}
      """, files: ["pets.yaml": "Far: {title: far}"])
    #expect(reading.messages.count == 2)
    #expect(reading.messages.first?.contains("warning: nothing stands at '#/none'") == true)
    #expect(
      reading.messages.last == "spec.yaml:14:58: warning: found a list for a schema of the "
        + "discriminator, expected its name or a reference; it is left out")
    let any = try reading.schema("Any")
    #expect(any.discriminator?.mapping.count == 0)
    #expect(try any.anyOf.map { try reading.schema($0).title } == ["cat", "dog"])
    let pet = try #require(reading.schema("Pet").discriminator)
    #expect(pet.propertyName == "kind")
    #expect(pet.mapping.map(\.value) == ["cat", "dog", "far"])
    #expect(
      try (pet.mapping.map(\.schema) + [pet.defaultMapping]).map { try reading.schema($0).title }
        == ["cat", "dog", "far", "cat"])
    #expect(try reading.schema("Old").discriminator?.propertyName == "kind")
  }

  @Test func `a property may say of itself that it is required`() throws {
    let (schema, reading) = try schema(
      """
      {required: [c], properties: {a: {required: true}, b: {required: false}, c: {}, \
      d: {required: 'true'}}}
      """)
    #expect(Set(schema.required) == ["a", "c", "d"])
    #expect(
      reading.messages.map { $0.hasSuffix("of their object; the property is required") }
        == [true, true])
  }

  @Test func `a discriminator that names no schema is told what it probably means`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          Animal: {discriminator: {propertyName: kind, mapping: {a: Pett, b: Cow, c: cow.yaml}}}
          Pet: {}
      """)
    #expect(
      reading.messages.filter { $0.contains("discriminator") } == [
        "spec.yaml:4:63: warning: no schema is called 'Pett'; did you mean 'Pet'?; the value is left "
          + "out of the discriminator",
        "spec.yaml:4:72: warning: no schema is called 'Cow'; the value is left out of the "
          + "discriminator",
        "spec.yaml:4:80: warning: the file 'cow.yaml' cannot be read; expected it in the folder of "
          + "the description or below, or below the one that apigen runs in; the value is left out "
          + "of the discriminator",
      ])
  }

  @Test func `components stay in the order of the file`() throws {
    let reading = try Reading(
      "components: {schemas: {B: {$ref: '#/components/schemas/A'}, x-C: {}, A: {}}}")
    #expect(reading.document?.components.map(\.name) == ["B", "x-C", "A"])
  }

  @Test(
    arguments: [
      ("type: array, items: {}, properties: {a: {}}, required: [a]", "array"),
      ("type: [array, 'null'], properties: {a: {}}", "array"),
      ("type: string, properties: {a: {}}, additionalProperties: {}", "string"),
      ("type: object, properties: {a: {}}", nil), ("properties: {a: {}}", nil),
      ("type: [array, object], properties: {a: {}}", nil),
    ] as [(String, String?)])
  func `properties of what is no object are left out`(text: String, type: String?) throws {
    let (schema, reading) = try schema("{\(text)}")
    #expect(schema.properties.isEmpty == (type != nil))
    #expect(schema.required == [])
    let before = "components: {schemas: {A: {\(text)".components(separatedBy: "properties:")[0]
    #expect(
      reading.messages
        == [type].compactMap(\.self).map {
          "spec.yaml:3:\(before.count + 1): warning: found `properties` beside `type: \($0)`, "
            + "expected `type: object`; they are left out"
        })
  }

  @Test func `a list of lists of what is named like a type`() throws {
    let (list, reading) = try schema("{type: 'int64[][]'}")
    let inner = try reading.schema(list.items)
    let item = try reading.schema(inner.items)
    #expect([list.types, inner.types, item.types] == [[.array], [.array], [.integer]])
    #expect(item.format == "int64")
  }

  @Test func `an extension beside a reference is not missed`() throws {
    let (_, reading) = try schema(
      "{properties: {b: {$ref: '#/components/schemas/A', x-order: 1}}}", version: "3.0.3")
    #expect(reading.messages == [])
  }

  @Test func `values that are strings beside another type may still be null`() throws {
    let (values, reading) = try schema("{type: [integer, 'null'], enum: [a, b]}")
    #expect(values.types == [.string, .null])
    #expect(reading.messages.count == 1)
  }
}
