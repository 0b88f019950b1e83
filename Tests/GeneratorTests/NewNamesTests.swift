import Syntax
import Testing

@testable import Generator

/// What is added to a description takes a name from nothing without a warning that says how to keep
/// it, and never from what is named in `x-apigen` or written as it is in Swift. See `NameScope`.
struct NewNamesTests {
  /// The same in every run, so that a failure comes again.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Few words in many spellings, which often come out alike.
  private func name(_ numbers: inout Numbers) -> GivenName {
    func any<T>(_ values: [T]) -> T { values[Int(numbers.next() >> 33) % values.count] }
    let words = (0...any([0, 1, 1, 2])).map { index in
      let word = any(["list", "all", "id", "2", "self", "plus"])
      return any([word, word, word.capitalized, word.uppercased()])
    }
    let text =
      any(["", "", "", "-", "$", "_"]) + words.joined(separator: any(["_", "-", "", "."]))
    let chosen = any([nil, nil, nil, nil, nil, Identifier.member(any(["list", "all_id", "id2"]))])
    return GivenName(
      text + any(["", "", "", "<", "_"]), named: chosen,
      at: Place(file: 0, line: 1, column: Int32(truncatingIfNeeded: numbers.next() >> 33)))
  }

  @Test(arguments: 0..<40)
  func `a new name changes no other without a word`(_ seed: UInt64) {
    var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<200 {
      var names: [GivenName] = []
      for _ in 0..<8 {
        let new = name(&numbers)
        let isKnown = names.contains { $0.text == new.text && $0.isChosen == new.isChosen }
        if !isKnown { names.append(new) }
      }
      let (old, _) = claim(Array(names.dropLast()))
      let (new, clashes) = claim(names)
      for (index, (before, after)) in zip(old, new).enumerated() where before != after {
        let clash = clashes.first { $0.index == index }
        #expect(clash?.name == after, "\(names)")
        #expect(!names[index].isChosen || clash?.owner.map { names[$0].isChosen } == true)
        #expect(
          names[index].text != before || clash?.owner.map { names[$0].isChosen } == true,
          "'\(before)' is written as it is in Swift")
      }
    }
  }

  private func claim(_ names: [GivenName]) -> ([String], [NameScope.Clash]) {
    var scope = NameScope()
    let claimed = scope.claimMembers(names)
    return (claimed, scope.clashes)
  }

  /// A kind of thing that has names: the description of one, and what its name is read from.
  struct Kind: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// A description with `old` and `new`, the latter where it is wanted.
    var before: String
    var new: String
    var after = ""
    /// What an overlay says of the old one, to keep its name, or of the new one.
    var renaming: String
    var names: @Sendable (API) -> [String]
  }

  static let kinds = [
    Kind(
      testDescription: "operation", before: "paths: {/a: {get: {operationId: list_all}}",
      new: ", /b: {get: {operationId: listAll}}", after: "}", renaming: "an `operationId`",
      names: { $0.operations.map(\.name) }),
    Kind(
      testDescription: "parameter",
      before: "paths: {/a: {get: {parameters: [{name: list_all, in: query, schema: {}}",
      new: ", {name: listAll, in: query, schema: {}}", after: "]}}}",
      renaming: "`x-apigen: {name: …}`",
      names: { $0.operations[0].parameters.map(\.name) }),
    Kind(
      testDescription: "schema",
      before: "paths: {}\ncomponents: {schemas: {list_all: {properties: {a: {}}}",
      new: ", ListAll: {properties: {a: {}}}", after: "}}", renaming: "`x-apigen: {name: …}`",
      names: { $0.types.map(\.name) }),
    Kind(
      testDescription: "property",
      before: "paths: {}\ncomponents: {schemas: {A: {properties: {list_all: {}",
      new: ", listAll: {}", after: "}}}}", renaming: "`x-apigen: {name: …}`",
      names: { api in
        guard case .object(let object) = api.types.first?.kind else { return [] }
        return object.properties.map(\.name)
      }),
    Kind(
      testDescription: "value", before: "paths: {}\ncomponents: {schemas: {A: {enum: [list_all",
      new: ", listAll", after: "]}}}", renaming: "`x-enum-varnames`",
      names: { api in
        guard case .enumeration(let values) = api.types.first?.kind else { return [] }
        return values.cases.map(\.name)
      }),
    Kind(
      testDescription: "type of a body",
      before: "paths: {/a: {get: {operationId: list, responses: {'200': {description: d, content: "
        + "{application/json: {schema: {properties: {a: {}}}}}}}}}}",
      new: "\ncomponents: {schemas: {ListResponse: {properties: {a: {}}}}}",
      renaming: "`x-apigen: {name: …}`", names: { $0.types.map(\.name).sorted().reversed() }),
  ]

  @Test(arguments: kinds)
  func `a name that is taken away is told of`(_ kind: Kind) throws {
    let text = "openapi: 3.1.0\n" + kind.before
    let old = try decided(text + kind.after)
    #expect(old.diagnostics.all.isEmpty)
    let name = try #require(kind.names(old.api).first)
    let new = try decided(text + kind.new + kind.after)
    #expect(kind.names(new.api).first != name)
    #expect(kind.names(new.api).last == name)
    try #require(new.diagnostics.all.count == 1)
    let warning = new.diagnostics.all[0]
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("`\(name)`"))
    #expect(warning.message.contains(kind.renaming))
  }

  private static let option = ", x-apigen: {name: listAll}"

  @Test(
    arguments: [
      (
        "paths: {/a: {get: {parameters: [{name: list_all, in: query, schema: {}\(option)}, "
          + "{name: listAll, in: query, schema: {}}]}}}",
        kinds[1].names, ["listAll", "listAll2"]
      ),
      (
        "paths: {}\ncomponents: {schemas: {list_all: {properties: {a: {}}\(option)}, "
          + "ListAll: {properties: {a: {}}}}}",
        kinds[2].names, ["ListAll", "ListAll2"]
      ),
      (
        "paths: {}\ncomponents: {schemas: {A: {properties: {list_all: {type: string\(option)}, "
          + "listAll: {}}}}}",
        kinds[3].names, ["listAll", "listAll2"]
      ),
      (
        "paths: {}\ncomponents: {schemas: {A: {properties: {list_all: {$ref: "
          + "'#/components/schemas/B'\(option)}, listAll: {}}}, B: {type: string}}}",
        kinds[3].names, ["listAll", "listAll2"]
      ),
    ] as [(String, @Sendable (API) -> [String], [String])])
  func `a name that is chosen is kept`(
    _ text: String, _ names: @Sendable (API) -> [String], _ expected: [String]
  ) throws {
    for version in ["3.0.3", "3.1.0"] {
      #expect(try Array(names(decided("openapi: \(version)\n\(text)").api).prefix(2)) == expected)
    }
  }

  @Test func `a type is called as is said`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Thing:
            properties:
              state: {enum: [a], x-apigen: {name: Mood}}
              other: {$ref: '#/components/schemas/B'}
          B: {properties: {a: {}}, x-apigen: {name: Better}}
      """)
    #expect(api.types.map(\.name) == ["Thing", "Better"])
    #expect(api.types[0].nested.map(\.name) == ["Mood"])
    guard case .object(let object) = api.types[0].kind else {
      throw Unexpected(value: api.types[0])
    }
    #expect(object.properties.map(\.name) == ["mood", "other"])
  }

  @Test func `a name that is chosen for what has none, and that a schema has, is told`() throws {
    #expect(
      try warnings(
        """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
            Pet: {properties: {a: {}}}
            List: {type: array, items: {properties: {b: {}}, x-apigen: {name: Pet}}}
        """) == [
          "A.yaml:6:32: warning: 'ListItem', named `Pet` by `x-apigen`, would be `Pet` in Swift, which "
            + "is taken; this one is `Pet2`; to choose, set `x-apigen: {name: …}` in an overlay\n"
            + "A.yaml:5:10: note: the one that is `Pet`"
        ])
  }

  @Test func `a name that is in use is told`() throws {
    #expect(
      try warnings(
        """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
            Text: {properties: {a: {}}, x-apigen: {name: String}}
        """) == [
          "A.yaml:5:5: warning: 'Text', named `String` by `x-apigen`, is `StringModel`, as `String` "
            + "means something else in the Swift that is written; choose another name"
        ])
  }

  @Test(arguments: ["x-apigen: {nam: A}", "x-apigen: {name: '-'}", "x-apigen: {name: [A]}"])
  func `a mistake in what is said is an error`(_ option: String) throws {
    let (_, diagnostics) = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {\(option)}}}")
    #expect(diagnostics.all.map(\.severity) == [.error])
  }
}
