import Testing

@testable import Generator

/// What objects are in Swift.
struct ObjectTypesTests {
  private func kind(_ schema: String, of others: String = "") throws -> TypeDeclaration.Kind {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Thing: \(schema)
          T: {type: object, required: [k, text], properties: {k: {const: t}, text: {type: string}}}
          N: {type: object, required: [k, value], properties: {k: {enum: [n, t]}, value: {type: integer}}}
          R: {type: object, required: [id], properties: {id: {readOnly: true}, r: {}}}
      """)
    return try #require(api.types.first { $0.name == "Thing" }).kind
  }

  private func object(_ schema: String) throws -> ObjectType {
    let kind = try kind(schema)
    guard case .object(let object) = kind else { throw Unexpected(value: kind) }
    return object
  }

  @Test func `a file need not say that it is a string`() throws {
    let api = try api(
      """
      openapi: 3.0.3
      paths:
        /:
          post:
            requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Form'}}}}
            responses: {}
      components:
        schemas:
          Form:
            properties: {one: {format: binary}, some: {type: array, items: {format: binary}}}
          JSON: {properties: {bytes: {format: binary}}}
      """)
    let objects = api.types.compactMap { type in
      if case .object(let object) = type.kind { object } else { nil }
    }
    #expect(objects.map { $0.properties.map(\.type) } == [[.file, .array(.file)], [.json]])
  }

  @Test(arguments: [
    "{allOf: [{anyOf: [{$ref: '#/components/schemas/T'}, {$ref: '#/components/schemas/N'}]}, {required: [id], properties: {id: {}}}]}",
    "{anyOf: [{$ref: '#/components/schemas/T'}, {$ref: '#/components/schemas/N'}], required: [id], properties: {id: {}}}",
  ])
  func `one of several branches has to be there`(_ schema: String) throws {
    #expect(try object(schema).anyOf == [[["k", "text"], ["k", "value"]]])
  }

  @Test(arguments: [
    ("discriminator: {propertyName: id}", ["id"]),
    ("oneOf: [%, {required: [q], properties: {q: {}}}, {type: 'null'}]", ["id", "p", "q"]),
    (
      "oneOf: [%, {properties: {q: {}}}], anyOf: [{properties: {r: {}}}, {properties: {s: {}}}]",
      ["id", "r", "s", "p", "q"]
    ),
    ("oneOf: [%, {title: U, oneOf: [{properties: {q: {}}}, {type: string}]}]", ["id", "p", "q"]),
    ("oneOf: [%, {type: [object, string], properties: {q: {}}}]", ["id", "p", "q"]),
  ])
  func `an object is one where its branches are not kinds of it`(
    _ branches: String, _ keys: [String]
  ) throws {
    let branches = branches.replacing("%", with: "{properties: {p: {}}}")
    let object = try object("{type: object, properties: {id: {}}, \(branches)}")
    #expect(object.properties.map(\.key) == keys)
    #expect(object.properties.allSatisfy { $0.presence == .optional })
  }

  @Test func `choices beside one another each have to be there`() throws {
    func choice(_ one: String, _ other: String) -> String {
      "{oneOf: [{required: [\(one)], properties: {\(one): {}}}, "
        + "{required: [\(other)], properties: {\(other): {}}}]}"
    }
    let object = try object("{allOf: [\(choice("p", "q")), \(choice("r", "s"))]}")
    #expect(object.anyOf == [[["p"], ["q"]], [["r"], ["s"]]])
    #expect(object.oneOf == [])
  }

  @Test(arguments: ["not: {required: [q]}", "minProperties: 2", "dependentRequired: {p: [q]}"])
  func `what several branches require may be there where one of them says more`(
    _ more: String
  ) throws {
    let object = try object(
      "{properties: {p: {}, q: {}}, oneOf: [{required: [p], \(more)}, {required: [q]}]}")
    #expect(object.anyOf == [[["p"], ["q"]]])
    #expect(object.oneOf == [])
  }

  @Test(arguments: [("", ""), (", not: {required: [q]}", ", not: {required: [p]}")])
  func `what several branches require is there once`(_ one: String, _ other: String) throws {
    let object = try object(
      "{properties: {p: {}, q: {}}, oneOf: [{required: [p]\(one)}, {required: [q]\(other)}]}")
    #expect(object.anyOf == [])
    #expect(object.oneOf == [[["p"], ["q"]]])
  }

  @Test(arguments: [
    "{$ref: '#/components/schemas/R'}", "{properties: {other: {}}}",
  ])
  func `a branch that asks for nothing is a way around`(_ branch: String) throws {
    let schema = "{anyOf: [{$ref: '#/components/schemas/T'}, \(branch)], properties: {name: {}}}"
    #expect(try object(schema).anyOf == [])
  }

  @Test(arguments: [
    "allOf: [{$ref: '#/components/schemas/Lines'}], items: {properties: {count: {type: integer}}}",
    "allOf: [{$ref: '#/components/schemas/Lines', items: {properties: {count: {type: integer}}}}]",
  ])
  func `elements of a list have what each schema says of them, also without a type`(
    _ schema: String
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Lines: {type: array, items: {type: object, properties: {name: {type: string}}}}
          Order: {properties: {lines: {\(schema)}}}
      """)
    let order = try #require(api.types.first { $0.name == "Order" })
    let line = try #require(order.nested.first)
    guard case .object(let object) = line.kind else { throw Unexpected(value: line) }
    #expect(object.properties.map(\.key) == ["name", "count"])
  }

  @Test(arguments: ["anyOf", "oneOf"])
  func `what is only read is not asked of what is sent`(_ choice: String) throws {
    let object = try object(
      "{properties: {p: {readOnly: true}, q: {}}, \(choice): [{required: [p]}, {required: [q]}]}")
    #expect(object.anyOf == [])
    #expect(object.oneOf == [])
  }

  @Test func `nothing is required by a name that is only like that of a property`() throws {
    for choice in ["anyOf", "oneOf"] {
      let (api, diagnostics) = try decided(
        """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
            Thing:
              properties: {contactId: {}, phone: {}}
              \(choice): [{required: [contact_id]}, {required: [phone]}]
        """)
      guard case .object(let object)? = api.types.first?.kind else { throw Unexpected(value: api) }
      #expect(object.anyOf == [])
      #expect(object.oneOf == [])
      #expect(diagnostics.all.map(\.message).first?.contains("nothing is required") == true)
    }
  }

  @Test func `what allows no properties has none`() throws {
    let closed = "{type: object, additionalProperties: false}"
    let object = try object(closed)
    #expect(object.properties.isEmpty)
    #expect(object.additional == nil)
    let base = "{$ref: '#/components/schemas/T'}"
    let map = "{type: object, additionalProperties: {type: integer}}"
    for parts in ["\(base), \(closed)", "\(closed), \(base)"] {
      guard case .alias(.named(let path)) = try kind("{allOf: [\(parts)]}") else {
        throw Unexpected(value: parts)
      }
      #expect(path.name == "T")
    }
    for parts in ["\(map), \(closed)", "\(closed), \(map)"] {
      guard case .alias(.dictionary(.int)) = try kind("{allOf: [\(parts)]}") else {
        throw Unexpected(value: parts)
      }
    }
  }

  @Test(arguments: [(false, false), (true, true)])
  func `a body that can hold nothing is only sent where it has to be`(
    isRequired: Bool, isSent: Bool
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths:
        /:
          post:
            requestBody:
              required: \(isRequired)
              content: {application/json: {schema: {type: object, additionalProperties: false}}}
            responses: {}
      """)
    #expect((api.operations[0].body != nil) == isSent)
  }

  @Test func `a pattern that allows nothing has no values`() throws {
    let schema =
      "{type: object, patternProperties: {'^x': {type: string}, '^y': false}, additionalProperties: false}"
    guard case .alias(.dictionary(.string)) = try kind(schema) else {
      throw Unexpected(value: schema)
    }
    let named = "{type: object, properties: {a: {}}, " + schema.dropFirst("{type: object, ".count)
    #expect(try object(named).additional?.value == .string)
    #expect(try object(named).additional?.patterns == ["^x"])
  }

  @Test(arguments: ["int8", "int16", "int32", "uint8", "uint16", "uint32"])
  func `a format of integers has a range`(_ format: String) throws {
    let object = try object(
      """
      {type: object, properties: {a: {type: integer, format: \(format)}, b: {type: number, format: \(format)}, c: {type: integer, format: \(format), minimum: 1, maximum: 9}}}
      """)
    #expect(object.properties.map(\.rules.count) == [1, 1, 2])
  }

  @Test(
    arguments: [
      (
        "maximum: 4294967295",
        [.constraint(.maximum("4294967295")), .constraint(.minimum("-2147483648"))]
      ),
      (
        "minimum: -4294967295",
        [.constraint(.minimum("-4294967295")), .constraint(.maximum("2147483647"))]
      ),
      (
        "exclusiveMaximum: 4294967295",
        [.constraint(.exclusiveMaximum("4294967295")), .constraint(.minimum("-2147483648"))]
      ),
      ("minimum: 4294967295", [.constraint(.minimum("4294967295"))]),
      ("maximum: 100", [.constraint(.maximum("100")), .range(.int32)]),
      (
        "minimum: 0, maximum: 4294967295",
        [.constraint(.minimum("0")), .constraint(.maximum("4294967295"))]
      ),
    ] as [(String, [Rule])])
  func `a bound counts for the range of a format on its side`(
    bounds: String, rules: [Rule]
  ) throws {
    let object = try object(
      "{type: object, properties: {a: {type: integer, format: int32, \(bounds)}}}")
    #expect(object.properties.map(\.rules) == [rules])
  }

  @Test(arguments: [
    "allOf: [{$ref: '#/components/schemas/List'}]", "$ref: '#/components/schemas/List'",
    "oneOf: [{title: B, prefixItems: [{}, {const: b}]}, {title: C, prefixItems: [{}, {const: c}]}]",
    "if: {minItems: 2}, then: {prefixItems: [{}, {type: string}]}",
  ])
  func `a list may be as long as what it is composed of lets it be`(_ others: String) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          List: {type: array, prefixItems: [{}, {type: string}, {type: string}], items: false}
          Thing:
            properties:
              open: {type: array, prefixItems: [{type: string}], unevaluatedItems: false, \(others)}
              closed: {type: array, prefixItems: [{type: string}], unevaluatedItems: false}
      """)
    guard case .object(let object) = api.types.first(where: { $0.name == "Thing" })?.kind else {
      throw Unexpected(value: api.types)
    }
    let maxima = object.properties.map { $0.rules.contains(.constraint(.maxItems(1))) }
    #expect(maxima == [false, true])
  }

  @Test func `what branches add to a property is there, and asked of none`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Text: {type: string}
          D: {properties: {a: {$ref: '#/components/schemas/Text'}}}
          Thing:
            properties: {detail: {$ref: '#/components/schemas/D'}, size: {type: string}}
            anyOf:
              - {required: [detail], properties: {detail: {required: [b], properties: {b: {type: integer}}}}}
              - {properties: {size: {maxLength: 5}}}
          Deep:
            properties: {x: {properties: {y: {properties: {a: {}}}}}}
            anyOf: [{properties: {x: {properties: {y: {properties: {b: {}}}}}}}, {title: Any}]
          Same:
            properties: {detail: {$ref: '#/components/schemas/D'}}
            anyOf:
              - {required: [detail], properties: {detail: {required: [a], properties: {a: {maxLength: 5}}}}}
              - {properties: {detail: {properties: {a: {$ref: '#/components/schemas/Text'}}}}}
      """)
    let types = Dictionary(uniqueKeysWithValues: api.types.map { ($0.name, $0) })
    let thing = try #require(types["Thing"])
    let detail = try #require(thing.nested.first)
    guard case .object(let type) = detail.kind, case .object(let outer) = thing.kind,
      case .object(let same) = types["Same"]?.kind,
      case .object(let deep) = types["Deep"]?.nested.first?.nested.first?.kind
    else { throw Unexpected(value: api.types) }
    #expect(type.properties.map(\.name) == ["a", "b"])
    #expect(deep.properties.map(\.name) == ["a", "b"])
    #expect(type.properties.map(\.presence) == [.optional, .optional])
    #expect(outer.properties.map(\.rules) == [[], []])
    #expect(same.properties.first?.type == types["D"].map { .named($0.path) })
  }

  @Test(arguments: [
    "allOf: [{$ref: '#/components/schemas/R'}], additionalProperties: true",
    "allOf: [{$ref: '#/components/schemas/R'}, {type: object, additionalProperties: true}]",
    "$ref: '#/components/schemas/R', additionalProperties: true",
  ])
  func `what else an object holds is kept where anything beside its base allows it`(
    _ schema: String
  ) throws {
    let object = try object("{\(schema)}")
    #expect(object.properties.map(\.name) == ["id", "r"])
    #expect(object.additional != nil)
  }

  @Test(arguments: [
    ("type: string, anyOf: [{format: uuid}, {type: 'null'}]", false),
    ("type: [string, 'null'], anyOf: [{format: uuid}, {type: 'null'}]", true),
    ("anyOf: [{type: string}, {type: 'null'}]", true),
    ("type: string, oneOf: [{const: a}, {const: b}, {const: null}]", false),
    ("type: string, anyOf: [{maxLength: 3}, {type: string, nullable: true}]", false),
    // Whoever writes `type: object` beside branches means the branches.
    ("type: object, oneOf: [{$ref: '#/components/schemas/T'}, {type: 'null'}]", true),
  ])
  func `null is a value where the type has it too`(schema: String, isNullable: Bool) throws {
    let property = try object("{required: [a], properties: {a: {\(schema)}}}").properties.first
    #expect(property?.presence == (isNullable ? .nullable : .required))
  }

  @Test func `a number from text that is none is told where that is said`() throws {
    #expect(
      try warnings(
        """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
            A:
              properties:
                name:
                  type: string
                  x-apigen: {numberFromText: true}
        """) == [
          "A.yaml:9:38: error: found `numberFromText` where there is no number; remove it"
        ])
  }
}
