import Testing

@testable import Generator

/// What is decided of `oneOf` and `anyOf`.
struct ChoicesTests {
  @Test func `what a mapping says of a branch goes before the kinds of another`() throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Place:
            type: object
            properties: {kind: {type: string}}
            discriminator: {propertyName: kind, mapping: {place: '#/components/schemas/Place', address: '#/components/schemas/Address', site: '#/components/schemas/Site'}}
          Address: {allOf: [{$ref: '#/components/schemas/Place'}, {properties: {street: {}}}]}
          Site: {allOf: [{$ref: '#/components/schemas/Place'}, {properties: {code: {}}}]}
          Choice:
            oneOf: [{$ref: '#/components/schemas/Place'}, {$ref: '#/components/schemas/Address'}]
            discriminator: {propertyName: kind, mapping: {place: '#/components/schemas/Place', address: '#/components/schemas/Address'}}
      """)
    #expect(
      try api.union("Choice").cases.map(\.shape.tag?.values) == [["place", "site"], ["address"]])
  }

  @Test func `a value and a list of such values are of one type`() throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Modes:
            anyOf:
              - {type: array, maxItems: 1, items: {type: string, enum: [a, b]}}
              - {type: string, enum: [a, b]}
              - {type: array, items: {type: integer, enum: [1]}}
              - {type: array, minItems: 3, items: {type: string, enum: [a, b]}}
      """)
    let union = try api.union("Modes")
    #expect(api.types.first?.nested.map(\.name) == ["Value", "Array2Item"])
    #expect(union.cases.count == 3)
    #expect(union.cases[0].content.type == union.cases[1].content.type.map { .array($0) })
    #expect(union.cases[0].rules == [])
  }

  @Test(arguments: [
    ("{enum: [auto]}", "auto", nil), ("{type: string, const: ''}", "empty", nil),
    ("{title: Clear all, enum: ['']}", "clearAll", nil),
    ("{enum: ['-1'], x-enum-varnames: [Unlimited]}", "unlimited", nil),
    ("{enum: [none]}", "noneValue", nil),
    (
      "{enum: [Ask whoever is there to say what all of this may have been good for]}",
      "askWhoeverIsThereToSayWhatAll", nil
    ),
    // These have a type: it has a name, it says it is open, or a list has it too.
    ("{$ref: '#/components/schemas/Auto'}", "auto", "Auto"),
    ("{enum: [auto], x-apigen: {name: Mode}}", "auto", "Choice.Mode"),
    ("{anyOf: [{enum: [auto]}, {enum: [off]}]}", "value", "Choice.Value"),
    ("{enum: [auto]}, {type: array, items: {enum: [auto]}}", "auto", "Choice.Auto"),
    // A number says less than a word.
    ("{enum: [1]}", "_1", "Choice.Model1"),
  ])
  func `a string of one value is a case without a value`(
    _ branch: String, _ name: String, _ type: String?
  ) throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Auto: {enum: [auto]}
          Choice: {oneOf: [\(branch), {type: object, properties: {a: {}}}]}
      """)
    let item = try #require(try api.union("Choice").cases.first)
    #expect(item.name == name)
    switch item.content {
    case .value(.named(let path)): #expect(path.names.joined(separator: ".") == type)
    case .constant: #expect(type == nil)
    default: throw Unexpected(value: item)
    }
  }

  @Test func `an element of a list in a choice may be of that choice again`() throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Scalar: {oneOf: [{type: string}, {type: boolean}]}
          Value:
            oneOf: [{$ref: '#/components/schemas/Scalar'}, {type: array, items: {$ref: '#/components/schemas/Value'}}]
          Rows: {type: array, items: {$ref: '#/components/schemas/Row'}}
          Row: {type: array, items: {anyOf: [{$ref: '#/components/schemas/Rows'}, {type: string}]}}
          Leaf: {oneOf: [{$ref: '#/components/schemas/Tree'}, {type: string}]}
          Tree: {oneOf: [{type: array, items: {$ref: '#/components/schemas/Leaf'}}, {type: integer}]}
      """)
    let shapes = api.types.flatMap { [$0] + $0.nested }.reduce(into: [String: [JSONShape]]()) {
      guard case .union(let union) = $1.kind else { return }
      $0[$1.name] = union.cases.map(\.shape)
    }
    #expect(shapes["Value"] == [.anyOf([.string, .boolean]), .array(nil)])
    #expect(shapes["RowItem"] == [.array(.array(nil)), .string])
    #expect(shapes["Tree"] == [.array(.anyOf([.any, .string])), .integer])
  }

  @Test func `branches do not depend on which component comes first`() throws {
    let components = [
      "P: {oneOf: [{type: array, items: {$ref: '#/components/schemas/B'}}, {type: integer}]}",
      "B: {oneOf: [{type: array, items: {$ref: '#/components/schemas/X'}}, {type: boolean}]}",
      "X: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/B'}, {type: string}]}",
    ]
    for order in [components, components.reversed()] {
      let text =
        "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n"
        + order.map { "    \($0)\n" }.joined()
      #expect(try decided(text).api.union("X").cases.map(\.name) == ["p", "b", "string"])
    }
  }

  @Test func `a ring of names is anything`() throws {
    let api = try decided(
      """
      openapi: 3.2.0
      paths:
        /a:
          get:
            operationId: a
            responses:
              '200':
                description: Any
                content:
                  '*/*': {schema: {$ref: '#/components/schemas/Ring'}}
                  text/event-stream: {itemSchema: {$ref: '#/components/schemas/Events'}}
      components:
        schemas:
          Ring: {type: object, allOf: [{$ref: '#/components/schemas/B'}]}
          B: {allOf: [{$ref: '#/components/schemas/Ring'}]}
          C: {anyOf: [{$ref: '#/components/schemas/Ring'}, {type: string}]}
          Events: {oneOf: [{$ref: '#/components/schemas/Events'}, {$ref: '#/components/schemas/More'}]}
          More: {anyOf: [{$ref: '#/components/schemas/Events'}, {type: object, properties: {data: {type: string}}}]}
      """
    ).api
    guard case .alias(.json) = api.types.first(where: { $0.name == "Ring" })?.kind else {
      throw Unexpected(value: api.types)
    }
  }

  @Test(arguments: [
    ("{type: number, minimum: 60}, {type: number, enum: [1]}", SwiftType.double),
    ("{type: integer, enum: [0, 1]}, {type: integer}", .int),
  ])
  func `known numbers beside any number are numbers`(_ branches: String, _ type: SwiftType) throws {
    let api = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Choice: {anyOf: [\(branches)]}}}"
    ).api
    guard case .alias(type) = api.types.first?.kind else { throw Unexpected(value: api.types) }
  }

  @Test func `names that clash in a choice of enumerations are told where they stand`() throws {
    let warnings = try warnings(
      """
      openapi: 3.0.3
      info: {title: A, version: '1'}
      paths: {}
      components:
        schemas:
          One: {type: string, enum: [a-b, a_b]}
          Two: {type: string, enum: [c]}
          Both: {type: object, properties: {x: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]}}}
      """)
    #expect(Set(warnings).count == 1)
    #expect(warnings.first?.hasPrefix("A.yaml:6:") == true)
  }

  @Test(
    arguments: [
      ("type: boolean, oneOf: [{type: boolean}, {enum: [auto]}]", [.bool, .string]),
      ("type: [string, integer], anyOf: [{type: string}, {type: boolean}]", [.string, .bool]),
      ("type: string, anyOf: [{type: string}, {type: integer}]", [.string, .int]),
      ("type: integer, oneOf: [{title: Any}, {type: string}]", [.int, .string]),
      ("type: integer, oneOf: [{type: number}, {type: string}]", [.int, .string]),
      (
        "type: array, items: {type: string}, oneOf: [{type: array}, {type: integer}]",
        [.array(.string), .int]
      ),
      ("type: string, anyOf: [{type: integer}, {type: boolean}]", [.int, .bool]),
    ] as [(String, [SwiftType])])
  func `a branch of another type than the one beside it counts`(
    _ schema: String, _ types: [SwiftType]
  ) throws {
    for version in ["3.0.3", "3.1.0"] {
      let (api, diagnostics) = try decided(
        "openapi: \(version)\npaths: {}\ncomponents: {schemas: {Choice: {\(schema)}}}")
      // A single value in an enumeration is a string.
      #expect(try api.union("Choice").cases.map { $0.content.type ?? .string } == types)
      let warnings = diagnostics.all.filter { !$0.message.contains("a list for `type`") }
      #expect(
        warnings.map(\.message) == [
          "found a branch of another type beside `type`, expected branches of that type; it counts "
            + "all the same"
        ])
      #expect(warnings.map(\.place.line) == [3])
    }
  }

  @Test(arguments: [
    "type: string, anyOf: [{type: string, format: uuid}, {pattern: '^a'}]",
    "type: string, oneOf: [{type: string, maxLength: 3}, {enum: [auto]}, {type: 'null'}]",
    "type: integer, oneOf: [{type: integer}, {type: number}]",
    "type: object, oneOf: [{type: object, properties: {a: {}}}, {type: string}]",
  ])
  func `a branch of the type beside it is one`(_ schema: String) throws {
    #expect(
      try warnings("openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Choice: {\(schema)}}}") == [])
  }

  @Test func `a title that only names a type is no name`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Choice:
            oneOf:
              - {type: string, title: string}
              - {type: array, title: array, items: {type: string}}
              - {type: array, title: Array, items: {type: integer}}
          # The name of a component is one.
          Object: {properties: {a: {}}}
          Objects: {oneOf: [{$ref: '#/components/schemas/Object'}, {properties: {b: {}}}, {title: object, properties: {c: {}}}]}
      """)
    #expect(try api.union("Choice").cases.map(\.name) == ["string", "strings", "ints"])
    #expect(try api.union("Objects").cases.map(\.name) == ["object", "b", "c"])
  }

  @Test(arguments: [("anyOf", "anyOf"), ("oneOf", "oneOf"), ("anyOf", "oneOf")])
  func `a choice in a choice of which nothing is said is its branches`(
    outer: String, inner: String
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          P: {type: object, required: [a], properties: {a: {type: string}}}
          Q: {type: object, required: [b], properties: {b: {type: string}}}
          R: {type: object, required: [c], properties: {c: {type: string}}}
          Bare:
            \(outer): [{$ref: '#/components/schemas/P'},
              {\(inner): [{$ref: '#/components/schemas/Q'},
                {\(inner): [{$ref: '#/components/schemas/R'}, {$ref: '#/components/schemas/P'}]}]}]
          Titled:
            \(outer): [{$ref: '#/components/schemas/P'},
              {title: Two, \(inner): [{$ref: '#/components/schemas/Q'}, {$ref: '#/components/schemas/R'}]}]
      """)
    #expect(try api.union("Bare").cases.map(\.name) == ["p", "q", "r"])
    #expect(try api.union("Titled").cases.map(\.name) == ["p", "two"])
  }

  @Test func `lists and maps of one schema are one type`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Entry: {type: object, required: [token], properties: {token: {type: string}}}
          Entries: {oneOf: [{type: array, maxItems: 2, items: {$ref: '#/components/schemas/Entry'}},
            {type: array, minItems: 5, items: {$ref: '#/components/schemas/Entry'}}]}
          Named: {oneOf: [{type: object, additionalProperties: {$ref: '#/components/schemas/Entry'}},
            {type: object, description: x, additionalProperties: {$ref: '#/components/schemas/Entry'}}]}
          List: {oneOf: [{type: array}, {type: array, items: {}}]}
          Map: {oneOf: [{type: object, additionalProperties: {}}, {type: object, additionalProperties: true}]}
          Some: {oneOf: [{type: array, items: {$ref: '#/components/schemas/Entry'}},
            {title: None, type: array, items: {oneOf: [{$ref: '#/components/schemas/Entry'}, {type: 'null'}]}}]}
      """)
    let types = Dictionary(uniqueKeysWithValues: api.types.map { ($0.name, $0) })
    let entry = try SwiftType.named(#require(types["Entry"]).path)
    guard case .alias(.array(entry)) = types["Entries"]?.kind,
      case .alias(.dictionary(entry)) = types["Named"]?.kind,
      case .alias(.array(.json)) = types["List"]?.kind,
      case .alias(.dictionary(.json)) = types["Map"]?.kind
    else { throw Unexpected(value: api.types) }
    #expect(
      try api.union("Some").cases.map(\.content.type) == [.array(entry), .array(.optional(entry))])
  }

  @Test func `branches of which a constant excludes the others are kinds, also in anyOf`() throws {
    func event(_ kind: String, _ type: String) -> String {
      "{required: [type], properties: {type: {const: \(kind)}, delta: {type: \(type)}}}"
    }
    let more = "properties: {id: {type: string}}"
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Delta: \(event("delta", "string"))
          Part: \(event("part", "integer"))
          Beside: {\(more), anyOf: [{$ref: '#/components/schemas/Delta'}, {$ref: '#/components/schemas/Part'}]}
          Under: {allOf: [{anyOf: [{$ref: '#/components/schemas/Delta'}, {$ref: '#/components/schemas/Part'}]}, {\(more)}]}
          Both: {\(more), anyOf: [{$ref: '#/components/schemas/Delta'}, \(event("[delta, more]", "integer").replacing("const", with: "enum"))]}
          Listed: {required: [type], properties: {type: {}}, anyOf: [
            {title: A, properties: {type: {const: a}}}, {title: B, properties: {type: {const: b}}}]}
      """)
    #expect(try api.union("Beside").cases.map(\.name) == ["delta", "part"])
    #expect(try api.union("Under").cases.map(\.name) == ["delta", "part"])
    for name in ["Both", "Listed"] {
      guard case .object = api.types.first(where: { $0.name == name })?.kind else {
        throw Unexpected(value: api.types)
      }
    }
  }

  @Test(
    arguments: [("true", [.json, .int]), ("{type: integer}", [.int, .int])]
      as [(String, [SwiftType])])
  func `a branch keeps what else its choice allows`(
    _ others: String, _ expected: [SwiftType]
  ) throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          A: {required: [a], properties: {a: {}}}
          B: {required: [b], properties: {b: {}}, additionalProperties: {type: integer}}
          Choice:
            additionalProperties: \(others)
            oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      """)
    let types = api.types.flatMap { [$0] + $0.nested }
    let rests = try api.union("Choice").cases.map { branch -> SwiftType? in
      let type = try #require(types.first { branch.content == .value(.named($0.path)) })
      guard case .object(let object) = type.kind else { throw Unexpected(value: type) }
      return object.additional?.value
    }
    #expect(rests == expected)
  }
}
