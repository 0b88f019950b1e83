import Syntax
import Testing

@testable import Generator

/// What the branches of `oneOf` and `anyOf` are told apart by.
struct BranchShapesTests {
  /// What is decided of a choice of such branches, and the warnings of those that nothing tells
  /// apart. The first branch is in line 4.
  private func choice(_ branches: [String]) throws -> (union: UnionType, unclear: [Diagnostic]) {
    let (api, diagnostics) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components: {schemas: {Choice: {oneOf: [
        \(branches.joined(separator: ",\n"))
      ]}}}
      """)
    return (
      try api.union("Choice"),
      diagnostics.all.filter { $0.message.hasPrefix("nothing tells this branch") }
    )
  }

  /// What the branches are told apart by; something has to.
  private func shapes(_ branches: [String]) throws -> [JSONShape] {
    let (union, unclear) = try choice(branches)
    #expect(unclear.isEmpty)
    return union.cases.map(\.shape)
  }

  @Test func `what a schema is another name of looks the same`() throws {
    let name = "{description: a, allOf: [{description: b, allOf: [{type: object}]}]}"
    let content = "{oneOf: [{type: string}, {type: array, items: \(name)}]}"
    let shapes = try shapes([
      "{properties: {v: \(content)}}", "{properties: {v: {type: integer}}}",
    ])
    let looks = JSONShape.anyOf([.string, .array(.object(required: [], known: [], members: []))])
    #expect(
      shapes[0]
        == .object(required: [], known: ["v"], members: [.init(key: "v", shape: looks)]))
  }

  @Test func `branches that nothing tells apart are a warning with both places`() throws {
    let string = "{type: object, required: [id], properties: {id: {type: string}, at: {}}}"
    let integer = "{type: object, required: [id], properties: {id: {type: integer}, at: {}}}"
    let choice = try choice([string, string, integer])
    #expect(choice.unclear.map(\.severity) == [.warning])
    #expect(choice.unclear.map(\.place.line) == [5])
    #expect(choice.unclear.map { $0.notes.map(\.place.line) } == [[4]])
  }

  @Test func `branches are told apart by numbers, and by constants that may be null`() throws {
    let (union, unclear) = try choice([
      "{properties: {v: {const: 1}, a: {type: [string, 'null'], enum: [x, null]}}}",
      "{properties: {v: {const: 2}, a: {type: [string, 'null'], enum: [x, null]}}}",
    ])
    let listed = JSONShape.Member(key: "a", shape: .anyOf([.null, .strings(["x"])]))
    #expect(
      union.cases.map(\.shape)
        == [1, 2].map {
          .object(
            required: [], known: ["v", "a"],
            members: [JSONShape.Member(key: "v", shape: .integers([$0])), listed])
        })
    #expect(unclear.isEmpty)
  }

  @Test func `branches are told apart by constants that are true or false`() throws {
    let (union, unclear) = try choice([
      "{required: [ok, v], properties: {ok: {const: true}, v: {}}}",
      "{required: [ok], properties: {ok: {type: boolean, enum: [false]}, err: {}}}",
      "{required: [ok], properties: {ok: {type: boolean, enum: [true, false]}, all: {}}}",
    ])
    let members = union.cases.map { item -> [JSONShape.Member] in
      if case .object(_, _, let members) = item.shape { members } else { [] }
    }
    #expect(
      members
        == [.booleans([true]), .booleans([false]), .boolean].map { [.init(key: "ok", shape: $0)] })
    #expect(unclear.isEmpty)
  }

  @Test func `branches are told apart by properties that are null`() throws {
    let (union, unclear) = try choice([
      "{required: [data, errors], properties: {data: {type: object}, errors: {type: 'null'}}}",
      "{required: [errors, data], properties: {data: {const: null}, errors: {type: array}}}",
    ])
    let members = union.cases.map { item -> [JSONShape.Member] in
      if case .object(_, _, let members) = item.shape { members } else { [] }
    }
    #expect(
      members == [
        [.init(key: "data", shape: .anyObject), .init(key: "errors", shape: .null)],
        [.init(key: "data", shape: .null), .init(key: "errors", shape: .array(nil))],
      ])
    #expect(unclear.isEmpty)
  }

  /// What they say besides, and which lists are there, is for whoever reads them: a new value of
  /// `align` makes no other branch of it.
  @Test func `branches are told by a constant alone that no other shares`() throws {
    let align = "align: {enum: [l, r]}, items: {type: array, items: {}}"
    let bar = "{required: [type, items, n], properties: {type: {const: bar}, n: {}, \(align)}}"
    let maps = ["a", "b"].map {
      "{required: [type], properties: {type: {const: map}, \($0): {type: string}}}"
    }
    let shapes = try shapes([
      bar, "{required: [type], properties: {type: {enum: [line, area]}, \(align)}}",
      "{required: [n], properties: {type: {const: default}, n: {}}}",
      "{title: Map, oneOf: [\(maps[0]), \(maps[1])]}", "{type: array, items: {}}",
    ])
    let told = [["bar"], ["line", "area"], ["map"]].map { values in
      JSONShape.object(
        required: ["type"], known: [], members: [.init(key: "type", shape: .strings(values))])
    }
    let other = JSONShape.object(
      required: ["n"], known: ["type", "n"],
      members: [.init(key: "type", shape: .strings(["default"]))])
    #expect(shapes == [told[0], told[1], other, told[2], .array(nil)])
  }

  @Test(arguments: [
    "{required: [type], properties: {type: {const: a}, o: {}}}",
    "{required: [type], properties: {type: {type: string}, o: {}}}",
    "{properties: {o: {}}}", "{type: object, additionalProperties: {}}",
  ])
  func `a constant that another branch may have is not all that tells of one`(
    _ other: String
  ) throws {
    let shape = try shapes([
      "{required: [type, id], properties: {type: {const: a}, id: {}}}", other,
    ])[0]
    let constant = JSONShape.Member(key: "type", shape: .strings(["a"]))
    #expect(
      shape == .object(required: ["type", "id"], known: ["type", "id"], members: [constant]))
  }

  @Test func `the order of properties tells nothing apart`() throws {
    let unclear = try choice([
      "{required: [a, b], properties: {a: {type: string}, b: {}}}",
      "{required: [b, a], properties: {b: {}, a: {type: string}}}",
    ]).unclear
    #expect(unclear.map(\.place.line) == [5])
  }

  @Test func `elements of a list may be null`() throws {
    #expect(
      try shapes(["{type: string}", "{type: array, items: {type: [string, 'null']}}"])
        == [.string, .array(.anyOf([.null, .string]))])
  }

  @Test(
    arguments: [
      ("{kind: {const: a}}", "{kind: {const: b}}", "kind"),
      ("{v: {type: integer}, w: {}}", "{v: {type: string}, w: {}}", "v"),
      ("{x: {properties: {k: {const: a}}}}", "{x: {properties: {k: {const: b}}}}", "x"),
      (
        "{x: {type: array, items: {properties: {k: {const: a}}}}}",
        "{x: {type: array, items: {properties: {k: {const: b}}}}}", "x"
      ),
    ])
  func `branches are told apart by what is inside of their properties`(
    one: String, other: String, key: String
  ) throws {
    let shapes = try shapes(
      [one, other].map { "{required: [m], properties: {m: {properties: \($0)}, o: {}}}" })
    let keys = shapes.map { shape -> [String] in
      guard case .object(["m"], ["m", "o"], let members) = shape, members.count == 1,
        case .object([], [], let inner) = members[0].shape
      else { return [] }
      return inner.map(\.key)
    }
    #expect(keys == [[key], [key]])
  }

  @Test(
    arguments: [
      ("{enum: [a, b, c, d, e, f, g, h, i]}", .string),
      ("{type: [string, integer]}", .anyOf([.string, .integer])),
      ("{type: array, items: {}}", .array(nil)),
      ("{type: array, items: {enum: [a, b]}}", .array(.string)),
      ("{type: array, items: {type: integer, enum: [1, 2]}}", .array(.integer)),
      ("{type: array, items: {const: true}}", .array(.boolean)),
      (
        "{type: array, items: {oneOf: [{title: A, enum: [a, b]}, {type: integer, enum: [1, 2]}]}}",
        .array(.anyOf([.string, .integer]))
      ),
      (
        "{type: array, items: {oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}}",
        .array(.anyObject)
      ),
      ("{type: array, items: {oneOf: [{type: string}, {}]}}", .array(nil)),
    ] as [(String, JSONShape)])
  func `values of many kinds, and elements of lists, go by their types`(
    _ schema: String, _ shape: JSONShape
  ) throws {
    let shapes = try shapes(["{properties: {v: \(schema)}}", "{properties: {v: {type: object}}}"])
    #expect(
      shapes[0]
        == .object(required: [], known: ["v"], members: [.init(key: "v", shape: shape)]))
  }

  @Test func `what is no object goes by its type`() throws {
    #expect(
      try shapes([
        "{type: number, enum: [0.5, 1.5]}", "{title: Text, type: [string, boolean]}",
        "{type: array, items: {type: string}}",
      ]) == [.number, .anyOf([.string, .boolean]), .array(.string)])
    let either = "{enum: [1, a]}"
    #expect(try shapes(["{type: string, format: date}", either]) == [.calendarDate, .any])
  }

  @Test func `a property that may be null is told by what is inside all the same`() throws {
    let shapes = try shapes(
      ["a", "b"].map {
        "{properties: {m: {type: [object, 'null'], properties: {k: {const: \($0)}}}}}"
      })
    #expect(
      shapes
        == ["a", "b"].map { value in
          let inner = JSONShape.Member(key: "k", shape: .strings([value]))
          let object = JSONShape.object(required: [], known: [], members: [inner])
          return .object(
            required: [], known: ["m"],
            members: [.init(key: "m", shape: .anyOf([.null, object]))])
        })
  }

  @Test(arguments: [("{type: string}", 1, 1), ("{const: %}", 4, 0), ("{const: %}", 5, 1)])
  func `what is five objects deep tells nothing apart, nor what is the same`(
    _ schema: String, _ depth: Int, _ count: Int
  ) throws {
    let unclear = try choice(
      ["a", "b"].map { value in
        (0..<depth).reduce("{properties: {k: \(schema.replacing("%", with: value))}}") { inner, _ in
          "{properties: {m: \(inner)}}"
        }
      }
    ).unclear
    #expect(unclear.count == count)
  }

  @Test func `branches are told apart by what has to be inside of their properties`() throws {
    let shapes = try shapes(
      ["v", "w"].map { "{properties: {m: {required: [\($0)], properties: {\($0): {}}}}}" })
    #expect(
      shapes
        == ["v", "w"].map {
          .object(
            required: [], known: ["m"],
            members: [.init(key: "m", shape: .object(required: [$0], known: [], members: []))])
        })
  }

  @Test func `branches go by all that tells apart what is inside of their properties`() throws {
    let string = JSONShape.Member(key: "v", shape: .string)
    let shapes = try shapes(
      [("[v]", "string"), ("[v]", "integer"), ("[]", "string")].map { required, type in
        "{properties: {m: {required: \(required), properties: {v: {type: \(type)}}}}}"
      })
    #expect(
      shapes
        == [
          (["v"], string), (["v"], .init(key: "v", shape: .integer)), ([], string),
        ].map { required, member in
          let inner = JSONShape.object(required: required, known: [], members: [member])
          return .object(required: [], known: ["m"], members: [.init(key: "m", shape: inner)])
        })
  }

  @Test func `a list is told by what is inside of its elements, which may be null`() throws {
    let shapes = try shapes(
      ["a", "b"].map { value in
        let element = "{type: [object, 'null'], properties: {k: {const: \(value)}}}"
        return "{properties: {m: {type: [array, 'null'], items: \(element)}}}"
      })
    #expect(
      shapes
        == ["a", "b"].map { value in
          let inner = JSONShape.Member(key: "k", shape: .strings([value]))
          let object = JSONShape.object(required: [], known: [], members: [inner])
          return .object(
            required: [], known: ["m"],
            members: [
              .init(key: "m", shape: .anyOf([.null, .array(.anyOf([.null, object]))]))
            ])
        })
  }

  @Test func `what tells nothing is not looked for inside of properties`() throws {
    let inner = "{properties: {k: {const: a}}}"
    #expect(
      try shapes(["a", "b"].map { "{required: [\($0)], properties: {\($0): {}, m: \(inner)}}" })
        == ["a", "b"].map { .object(required: [$0], known: [$0, "m"], members: []) })
  }

  @Test func `maps are told apart by their values`() throws {
    let map = "type: object, additionalProperties:"
    #expect(
      try shapes(["{\(map) {type: integer}}", "{\(map) {type: [string, 'null']}}"]) == [
        .dictionary(.integer), .dictionary(.anyOf([.null, .string])),
      ])
    let any = JSONShape.object(required: [], known: [], members: [])
    #expect(try shapes(["{\(map) {type: integer}}", "{type: string}"]) == [any, .string])
  }

  @Test(
    arguments: [
      ("a", .strings(["a"])), ("1", .integers([1])), ("true", .booleans([true])),
    ] as [(String, JSONShape)])
  func `the only object is told by being one`(_ value: String, _ shape: JSONShape) throws {
    let states = "state: {enum: [x, y]}, level: {type: integer, enum: [1, 2]}"
    let properties = "{id: {type: string}, kind: {const: \(value)}, \(states)}"
    let object = "{required: [id, kind], properties: \(properties)}"
    let constant = JSONShape.Member(key: "kind", shape: shape)
    #expect(
      try shapes(["{type: string}", object]) == [
        .string, .object(required: [], known: [], members: [constant]),
      ])
  }

  @Test(arguments: [("b", true), ("a", false)])
  func `defaults tell objects apart where each has another`(
    _ other: String, isTagged: Bool
  ) throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Choice:
            oneOf:
              - {required: [kind], properties: {kind: {type: string, default: a}, x: {}}}
              - {required: [kind], properties: {kind: {type: string, default: \(other)}, y: {}}}
      """)
    #expect(try api.union("Choice").isTagged == isTagged)
  }
}
