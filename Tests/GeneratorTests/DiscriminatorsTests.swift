import Syntax
import Testing

@testable import Generator

/// Which values of a discriminator tell of each branch.
struct DiscriminatorsTests {
  /// The cases of the choice `U` among some components.
  private func cases(
    _ components: String, version: String = "openapi: 3.1.0", named name: String = "U"
  ) throws -> [UnionType.Case] {
    let root = version.hasPrefix("swagger") ? "definitions:" : "components:\n schemas:"
    let lines = components.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    return try api("\(version)\npaths: {}\n\(root)\n\(lines)").union(name).cases
  }

  private func tags(
    _ components: String, version: String = "openapi: 3.1.0", named name: String = "U"
  ) throws -> [[String]?] {
    try cases(components, version: version, named: name).map(\.shape.tag?.values)
  }

  @Test(arguments: [
    ("{type: string}", "{const: a}", "{enum: [b]}", ["a", "b"]),
    ("{type: string}", "{type: string, enum: [a]}", "{const: b}", ["a", "b"]),
    ("{type: integer}", "{const: 1}", "{type: integer, enum: [2]}", ["1", "2"]),
    ("{$ref: '#/components/schemas/Kind'}", "{const: a}", "{enum: [b]}", ["a", "b"]),
  ])
  func `a branch that narrows what it inherits goes by what it says`(
    _ base: String, _ a: String, _ b: String, _ expected: [String]
  ) throws {
    let branches = """
      Kind: {type: string, enum: [a, b]}
      A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: \(a), x: {type: string}}}]}
      B: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: \(b), y: {}}}]}
      """
    let plain = "{type: object, required: [kind], properties: {kind: \(base)}}"
    #expect(
      try tags(
        """
        Base: \(plain)
        \(branches)
        U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind}}
        """) == expected.map { [$0] })
    let owner = plain.dropLast() + ", discriminator: {propertyName: kind}}"
    #expect(
      try tags("Base: \(owner)\n\(branches)", named: "Base").prefix(2) == expected.map { [$0] }[...]
    )
  }

  @Test func `a property that only says more of itself says nothing of its branch`() throws {
    let components = """
      Kind: {type: string, enum: [A, B]}
      Base: {type: object, required: [kind], properties: {kind: {$ref: '#/components/schemas/Kind'}}, discriminator: {propertyName: kind}}
      A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {description: A}, x: {}}}]}
      B: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {description: B}, y: {}}}]}
      """
    #expect(try tags(components, named: "Base").prefix(2) == [["A"], ["B"]])
  }

  @Test func `branches with one value go by what else they are`() throws {
    let cases = try cases(
      """
      Sent: {type: object, required: [type, role, text], properties: {type: {const: message}, role: {const: user}, text: {type: string}}}
      Read: {type: object, required: [type, role, text], properties: {type: {const: message}, role: {const: assistant}, text: {type: string}}}
      Call: {type: object, required: [type, id], properties: {type: {const: call}, id: {type: string}}}
      U: {oneOf: [{$ref: '#/components/schemas/Sent'}, {$ref: '#/components/schemas/Read'}, {$ref: '#/components/schemas/Call'}], discriminator: {propertyName: type}}
      """)
    #expect(
      cases.map(\.shape)
        == ["user", "assistant"].map {
          .object(
            required: ["type", "role", "text"], known: ["type", "role", "text"],
            members: [
              .init(key: "type", shape: .strings(["message"])),
              .init(key: "role", shape: .strings([$0])),
            ])
        } + [.tagged("type", [Scalar("call", isQuoted: true)])])
  }

  @Test func `values of branches that are one type are all of its case`() throws {
    #expect(
      try tags(
        """
        P: {type: object, required: [k], properties: {k: {type: string}}}
        S: {allOf: [{$ref: '#/components/schemas/P'}], description: Another name.}
        X: {type: object, required: [k], properties: {k: {type: string}, x: {}}}
        U: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/S'}, {$ref: '#/components/schemas/X'}], discriminator: {propertyName: k, mapping: {p: '#/components/schemas/P', s: '#/components/schemas/S', x: '#/components/schemas/X'}}}
        """) == [["p", "s"], ["x"]])
  }

  @Test(arguments: ["swagger: '2.0'", "openapi: 3.0.3"], ["x-ms-", "x-"])
  func `AutoRest and Swagger Codegen have the value of a schema in the schema`(
    _ version: String, _ prefix: String
  ) throws {
    let isOld = version.hasPrefix("swagger")
    let root = isOld ? "#/definitions" : "#/components/schemas"
    let discriminator = isOld ? "kind" : "{propertyName: kind}"
    #expect(
      try tags(
        """
        Base: {type: object, required: [kind], discriminator: \(discriminator), properties: {kind: {type: string}}}
        A: {\(prefix)discriminator-value: '#A.v1', allOf: [{$ref: '\(root)/Base'}, {properties: {x: {type: string}}}]}
        B: {allOf: [{$ref: '\(root)/Base'}], \(prefix)discriminator-value: '#B.v1', properties: {y: {type: integer}}}
        """, version: version, named: "Base") == [["#A.v1"], ["#B.v1"], ["Base"]])
  }

  @Test(arguments: ["", ", description: A cat."])
  func `a kind has nothing of its siblings, whatever is said beside the reference to it`(
    beside: String
  ) throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Pet:
            properties: {kind: {type: string}}
            discriminator: {propertyName: kind}
            oneOf: [{$ref: '#/components/schemas/Cat'\(beside)}, {$ref: '#/components/schemas/Dog'}]
          Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {}}}]}
          Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bones: {}}}]}
      """)
    for (name, own) in [("Cat", "lives"), ("Dog", "bones")] {
      guard case .object(let object) = api.types.first(where: { $0.name == name })?.kind else {
        throw Unexpected(value: api.types)
      }
      #expect(object.properties.map(\.key) == ["kind", own])
    }
  }

  /// springdoc writes it there alone.
  @Test func `branches have the discriminator of their base`() throws {
    let components = """
      Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {a.1: A, b.1: B, c.1: C}}}
      A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
      B: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
      C: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
      D: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {depth: {type: string}}}], discriminator: {propertyName: depth}}
      D1: {allOf: [{$ref: '#/components/schemas/D'}]}
      D2: {allOf: [{$ref: '#/components/schemas/D'}]}
      """
    func union(_ branches: String...) -> String {
      let branches = branches.map { "{$ref: '#/components/schemas/\($0)'}" }
      return "\(components)\nU: {oneOf: [\(branches.joined(separator: ", "))]}"
    }
    #expect(try tags(union("A", "C")) == [["a.1"], ["c.1"]])
    #expect(try tags(union("D1", "D2")) == [["D1"], ["D2"]])
    // With the base among them, a value is any of its kinds.
    let lines = union("A", "Base").split(separator: "\n").map { "  \($0)\n" }.joined()
    let api = try api("openapi: 3.1.0\npaths: {}\ncomponents:\n schemas:\n\(lines)")
    guard case .alias(.named(let path)) = api.types.first(where: { $0.name == "U" })?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(path.name == "Base")
  }

  @Test(arguments: [
    // One enumeration for all, with the names of the branches.
    (
      "{$ref: '#/components/schemas/Kind'}", "{$ref: '#/components/schemas/Kind'}",
      ["BIG_CAT", "dog"]
    ),
    // What each has by default; what both have says nothing.
    ("{type: string, default: c}", "{type: string, default: d}", ["c", "d"]),
    ("{type: string, default: c}", "{type: string}", ["c", "Dog"]),
    ("{type: string, default: c}", "{type: string, default: c}", ["BigCat", "Dog"]),
  ])
  func `without a mapping a branch goes by what it says of the property`(
    _ first: String, _ second: String, _ expected: [String]
  ) throws {
    let components = """
      Kind: {type: string, enum: [BIG_CAT, dog, fish]}
      BigCat: {type: object, required: [kind], properties: {kind: \(first), x: {}}}
      Dog: {type: object, required: [kind], properties: {kind: \(second), y: {}}}
      U: {oneOf: [{$ref: '#/components/schemas/BigCat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}
      """
    #expect(try tags(components) == expected.map { [$0] })
  }

  /// By its name alone a branch would not have the value that both have.
  @Test(
    arguments: [
      ("", [nil, nil]), (", mapping: {dog: Dog, kitten: Dog}", [["cat"], ["dog", "kitten"]]),
    ] as [(String, [[String]?])])
  func `branches that share some of their values go by what else they are`(
    _ mapping: String, _ expected: [[String]?]
  ) throws {
    let components = """
      Cat: {type: object, required: [kind, x], properties: {kind: {enum: [cat, kitten]}, x: {}}}
      Dog: {type: object, required: [kind, y], properties: {kind: {enum: [dog, kitten]}, y: {}}}
      U: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind\(mapping)}}
      """
    #expect(try tags(components) == expected)
  }

  @Test func `an enumeration of the base has the names of its kinds`() throws {
    let components = """
      Base: {type: object, properties: {kind: {type: string, enum: [LION, FISH]}}, discriminator: {propertyName: kind}}
      Lion: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {}}}]}
      Tiger: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {y: {}}}]}
      """
    #expect(try tags(components, named: "Base").prefix(2) == [["LION"], ["Tiger"]])
  }

  @Test(arguments: [
    ("", [["A"], ["Base"]]), (", defaultMapping: A", [["A"], ["Base"]]),
    (", mapping: {a: A}", [["a"], nil]), (", mapping: {a: A}, defaultMapping: A", [["a"]]),
    (", mapping: {a: A, b: Base}, defaultMapping: A", [["a"], ["b"]]),
    (", mapping: {a: A}, defaultMapping: Base", [["a"], nil]),
  ])
  func `the base is one of its kinds, unless only another is what applies by default`(
    _ discriminator: String, _ expected: [[String]?]
  ) throws {
    #expect(
      try tags(
        """
        Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind\(discriminator)}}
        A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
        """, version: "openapi: 3.2.0", named: "Base") == expected)
  }

  @Test func `a base may leave all of its properties to its kinds`() throws {
    let cases = try cases(
      """
      Base: {type: object, discriminator: {propertyName: kind}}
      Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [kind], properties: {kind: {type: string}, x: {}}}]}
      """, named: "Base")
    #expect(cases.map(\.name) == ["heir", "base"])
    #expect(cases.map(\.shape.tag?.values) == [["Heir"], nil])
    #expect(cases.last?.content.type == .dictionary(.json))
  }

  @Test func `kinds of a branch whose value another branch has go by what else they are`() throws {
    let (api, _) = try decided(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Draft: {required: [role], properties: {type: {const: message}, role: {const: draft}}}
          Question: {required: [type, role], properties: {type: {const: message}, role: {const: user}}}
          Call: {required: [type], properties: {type: {const: call}}}
          Item:
            oneOf: [{$ref: '#/components/schemas/Question'}, {$ref: '#/components/schemas/Call'}]
            discriminator: {propertyName: type}
          Input:
            oneOf: [{$ref: '#/components/schemas/Draft'}, {$ref: '#/components/schemas/Item'}]
            discriminator: {propertyName: type}
          Answer: {required: [type, role], properties: {type: {const: message}, role: {const: assistant}}}
          Said:
            oneOf: [{$ref: '#/components/schemas/Question'}, {$ref: '#/components/schemas/Answer'}]
            discriminator: {propertyName: type}
          Either:
            oneOf: [{$ref: '#/components/schemas/Draft'}, {$ref: '#/components/schemas/Said'}]
            discriminator: {propertyName: type}
          Mapped:
            oneOf: [{$ref: '#/components/schemas/Draft'}, {$ref: '#/components/schemas/Item'}]
            discriminator: {propertyName: type, mapping: {message: '#/components/schemas/Draft'}}
      """)
    func shapes(of name: String) throws -> [JSONShape] {
      try api.union(name).cases.map(\.shape)
    }
    func message(_ role: String, requiring required: [String]) -> JSONShape {
      .object(
        required: required, known: ["type", "role"],
        members: [
          .init(key: "type", shape: .strings(["message"])),
          .init(key: "role", shape: .strings([role])),
        ])
    }
    let draft = message("draft", requiring: ["role"])
    let question = message("user", requiring: ["type", "role"])
    func told(by role: JSONShape) -> JSONShape {
      .object(required: ["role"], known: [], members: [.init(key: "role", shape: role)])
    }
    let call = JSONShape.tagged("type", [Scalar("call", isQuoted: true)])
    #expect(try shapes(of: "Input") == [draft, .anyOf([call, question])])
    #expect(
      try shapes(of: "Either") == [
        told(by: .strings(["draft"])),
        told(by: .anyOf([.strings(["user"]), .strings(["assistant"])])),
      ])
    #expect(
      try shapes(of: "Mapped") == [.tagged("type", [Scalar("message", isQuoted: true)]), call])
  }

  @Test(arguments: [("knd", "; did you mean 'kind'?"), ("category", "")])
  func `one that is a property of no branch is told of`(_ name: String, _ hint: String) throws {
    let found = try warnings(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          U:
            oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
            discriminator: {propertyName: \(name)}
          A: {properties: {kind: {type: string}, a: {}}}
          B: {properties: {kind: {type: string}, b: {}}}
      """)
    #expect(
      found == [
        "A.yaml:7:22: warning: found '\(name)' for `discriminator`, expected a property that a "
          + "branch has; it is written and read all the same\(hint)"
      ])
  }

  @Test func `a value that is mapped to none of the branches is told of`() throws {
    let found = try warnings(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          U:
            oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Other'}]
            discriminator: {propertyName: kind, mapping: {a: A, b: B, c: C}}
          Base: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {a: A, b: B, c: C}}}
          Some: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}
          Other: {$ref: '#/components/schemas/B'}
          A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {}}}]}
          B: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {}}}]}
          C: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {c: {}}}]}
      """)
    #expect(
      found == [
        "A.yaml:7:65: warning: found 'c' in `mapping`, expected the schema of a branch; it is left "
          + "out"
      ])
  }
}
