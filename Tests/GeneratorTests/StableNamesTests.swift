import Testing

@testable import Generator

/// A name does not depend on what stands beside it, nor on where.
struct StableNamesTests {
  /// The names of operations by their paths.
  private func operations(_ paths: [(path: String, id: String?)]) throws -> [String: String] {
    let lines = paths.map { path, id in
      "  \(path): {get: {\(id.map { "operationId: \($0), " } ?? "")responses: {}}}"
    }
    let api = try decided("openapi: 3.1.0\npaths:\n" + lines.joined(separator: "\n")).api
    return Dictionary(uniqueKeysWithValues: zip(paths.map(\.path), api.operations.map(\.name)))
  }

  @Test(
    arguments: [
      (
        [("/things", nil), ("/things/", nil)],
        ["/things": "getThings", "/things/": "getThingsSlash"]
      ),
      ([("/a", "list"), ("/b", "list")], ["/a": "list", "/b": "getB"]),
      ([("/a", "list"), ("/b", "List")], ["/a": "list", "/b": "getB"]),
      ([("/a", "XController_list"), ("/b", "list")], ["/a": "xControllerList", "/b": "list"]),
      (
        [("/a", "XController_list"), ("/b", "YController_list")],
        ["/a": "xControllerList", "/b": "yControllerList"]
      ),
      (
        [("/a", "read_item_a_get"), ("/b", "read_item_b_get"), ("/c", "ZController_readItem")],
        ["/a": "readItemAGet", "/b": "readItemBGet", "/c": "zControllerReadItem"]
      ),
      (
        [("/a", "XController_list"), ("/b", "XController_list")],
        ["/a": "xControllerList", "/b": "getB"]
      ),
      ([("/a", "XController_server")], ["/a": "xControllerServer"]),
      ([("/a", "20CBF3CA-4F9F-455E-8A3E-3C2B2CD9849A")], ["/a": "getA"]),
      ([("/a", "getB"), ("/b", nil)], ["/a": "getB", "/b": "getB2"]),
    ] as [([(String, String?)], [String: String])])
  func `operations have the same names in any order`(
    _ paths: [(String, String?)], _ names: [String: String]
  ) throws {
    #expect(try operations(paths) == names)
    #expect(try operations(paths.reversed()) == names)
  }

  @Test func `ids that would be shortened alike are told once, with their places`() throws {
    let paths = ["X", "Y", "Z"].map { "  /\($0): {get: {operationId: \($0)Controller_list}}" }
    let found = try warnings("openapi: 3.1.0\npaths:\n" + paths.joined(separator: "\n"))
    #expect(
      found.filter { $0.contains("list`") } == [
        """
        A.yaml:3:8: warning: 'XController_list' and 'YController_list' and 1 more would be `list` if \
        they were shortened; they keep their whole ids; to choose, set an `operationId` in an overlay
        A.yaml:4:8: note: another one
        A.yaml:5:8: note: another one
        """
      ])
  }

  @Test func `what two schemas say of a property together is a type of each who joins them`() throws
  {
    func names(_ paths: String...) throws -> [String] {
      let joined = "{allOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Y'}]}"
      let answer = "{content: {application/json: {schema: \(joined)}}}"
      let operations = paths.map { "  /\($0): {get: {responses: {'200': \(answer)}}}" }
      let detail = "type: object, properties: {detail: {type: object, properties: {"
      let api = try decided(
        """
        openapi: 3.1.0
        paths:
        \(operations.joined(separator: "\n"))
        components:
          schemas:
            X: {\(detail)code: {type: string}}}}}
            Y: {\(detail)text: {type: string}}}}}
        """
      ).api
      return api.types.flatMap { type in type.nested.map { "\(type.name).\($0.name)" } }.sorted()
    }
    let (a, b) = ("GetAResponse.Detail", "GetBResponse.Detail")
    #expect(try names("a", "b") == [a, b, "X.Detail", "Y.Detail"])
    #expect(try names("b", "a") == [a, b, "X.Detail", "Y.Detail"])
    #expect(try names("b") == [b, "X.Detail", "Y.Detail"])
  }

  @Test(
    arguments: [
      (["note: {const: in many words}", "kind: {const: card}"], "card"),
      (["type: {type: string}", "call: {type: object, properties: {a: {}}}"], "call"),
      (["total: {type: integer}", "page: {type: integer}"], "page"),
    ])
  func `a branch is called the same in any order of its properties`(
    _ properties: [String], _ name: String
  ) throws {
    for properties in [properties, properties.reversed()] {
      let api = try api(
        """
        openapi: 3.1.0
        components:
          schemas:
            A:
              oneOf:
                - {type: object, properties: {\(properties.joined(separator: ", "))}}
                - {type: object, properties: {other: {type: string}}}
        """)
      #expect(try api.union("AModel").cases.first?.name == name)
    }
  }

  @Test func `a header of two types has two names, in any order`() throws {
    func headers(_ types: String...) throws -> [String: SwiftType] {
      let paths = types.enumerated().map { index, type in
        "  /\(index): {get: {responses: {'200': {headers: {X-Rate: {schema: {\(type)}}}}}}}"
      }
      let api = try decided("openapi: 3.1.0\npaths:\n" + paths.joined(separator: "\n")).api
      guard case .headers(let fields) = api.types.last?.kind else {
        throw Unexpected(value: api.types)
      }
      return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.type) })
    }
    let (int, text) = ("type: integer", "type: string")
    #expect(try headers(int, int) == ["xRate": .int])
    #expect(try headers(int, text, int) == ["xRate": .int, "xRateString": .string])
    #expect(try headers(text, int) == ["xRate": .int, "xRateString": .string])
    #expect(
      try headers(int, "type: array, items: {type: integer}")
        == ["xRate": .int, "xRateList": .array(.int)])
    #expect(
      try headers(int, "type: object, additionalProperties: {type: integer}")
        == ["xRate": .int, "xRateMap": .dictionary(.int)])
    let object = try headers("type: object, properties: {a: {}}", int)
    #expect(object.keys.sorted() == ["xRate", "xRateXRate"])
  }

  @Test(arguments: [["q", "role", "realm"], ["realm", "role", "q"], ["role", "q", "realm"]])
  func `the arguments of a path stand as in the path, in any order`(_ names: [String]) throws {
    let parameters = names.map { name in
      "{name: \(name), in: \(name == "q" ? "query" : "path"), required: true, schema: {}}"
    }
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /{realm}/roles/{role}/{realm}:
          get: {parameters: [\(parameters.joined(separator: ", "))], responses: {}}
      """
    ).api
    #expect(api.operations[0].parameters.map(\.name) == ["realm", "role", "q"])
  }

  private func members(_ names: [GivenName]) -> [String] {
    var scope = NameScope()
    return scope.claimMembers(names)
  }

  @Test(arguments: [
    (["contact_id", "contactID"], ["contactID2", "contactID"]),
    (["-size", "size", "size<"], ["minusSize", "size", "sizeLessThan"]),
    (["CountryCode", "country_code"], ["countryCode", "countryCode2"]),
    (["Self", "self", "selfValue"], ["selfValue3", "selfValue2", "selfValue"]),
    (["a b", "aB2", "a-b", "a.b"], ["aB", "aB2", "aB3", "aB4"]),
    (
      ["$x y_", "dollar x y underscore", "x y"],
      ["dollarXYUnderscore2", "dollarXYUnderscore", "xY"]
    ),
  ])
  func `members have the same names in any order`(_ keys: [String], _ names: [String]) {
    let given = keys.map { GivenName($0, at: .start(ofFile: 0)) }
    #expect(members(given) == names)
    #expect(members(given.reversed()) == names.reversed())
  }

  @Test func `a name that is chosen goes before one that is written so`() {
    let old = GivenName("contact_id", named: "contactID", at: .start(ofFile: 0))
    let new = GivenName("contactID", at: .start(ofFile: 0))
    #expect(members([old, new]) == ["contactID", "contactID2"])
    #expect(members([new, old]) == ["contactID2", "contactID"])
  }

  @Test func `an exact name keeps its type and member beside any other`() throws {
    let old = "status: {type: string, enum: [a]}"
    for new in ["Status", "-status", "status_values", "STATUS"] {
      let added = "\(new): {type: string, enum: [b]}"
      for properties in ["\(old), \(added)", "\(added), \(old)"] {
        let api = try decided(
          """
          openapi: 3.1.0
          paths: {}
          components: {schemas: {Thing: {properties: {\(properties)}}}}
          """
        ).api
        guard case .object(let thing)? = api.types.first?.kind else {
          throw Unexpected(value: api.types)
        }
        let status = thing.properties.first { $0.key == "status" }
        #expect(status?.name == "status")
        guard case .named(let path) = status?.type else { throw Unexpected(value: thing) }
        #expect(path.names == ["Thing", "Status"])
      }
    }
  }

  @Test func `a type does not give way to what tells enumerations apart`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Thing: {properties: {kind: {enum: [a]}, kindValues: {enum: [b]}}}
      """)
    #expect(api.types[0].nested.map(\.name) == ["Kind", "KindValues"])
  }

  @Test(arguments: [
    "Book: {properties: {info: {$ref: '#/components/schemas/Tree/properties/meta'}}}",
    "Book: {type: array, items: {$ref: '#/components/schemas/Tree/properties/meta'}}",
    "Book: {allOf: [{$ref: '#/components/schemas/Tree/properties/meta'}]}",
    // Which is meant to be `Tree`.
    "Book: {properties: {info: {$ref: '#/components/schemas/tree/properties/meta'}}}",
    // By way of a third, which another leads to.
    """
    Book: {properties: {of: {$ref: '#/components/schemas/Shelf/properties/kind'}}}
        Shelf:
          properties:
            kind: {properties: {at: {$ref: '#/components/schemas/Tree/properties/meta'}}}
    """,
  ])
  func `a type stays where it is described, whoever refers to it`(_ book: String) throws {
    let tree = "Tree: {properties: {meta: {properties: {height: {type: integer}}}}}"
    for schemas in [[book, tree], [tree, book]] {
      let api = try decided(
        """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
            \(schemas.joined(separator: "\n    "))
        """
      ).api
      #expect(api.types.first { $0.name == "Tree" }?.nested.map(\.name) == ["Meta"])
      #expect(api.types.first { $0.name == "Book" }?.nested.isEmpty == true)
      #expect(api.types.first?.name == (schemas[0] == tree ? "Tree" : "Book"))
    }
  }

  @Test func `schemas that refer into each other without end`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          One:
            properties:
              x: {properties: {b: {$ref: '#/components/schemas/Two/properties/y'}}}
          Two:
            properties:
              y: {properties: {a: {$ref: '#/components/schemas/One/properties/x'}}}
      """)
    #expect(api.types.map(\.name) == ["One", "Two"])
  }

  @Test func `thousands of names that come out alike take no time`() {
    var scope = NameScope()
    let names = (0..<10_000).map { number in
      GivenName(
        "a" + String(number, radix: 2).map { $0 == "0" ? "-" : "_" }.joined() + "b",
        at: .start(ofFile: 0))
    }
    #expect(Set(scope.claimMembers(names)).count == 10_000)
  }

  @Test func `thousands of headers and parameters that come out alike take no time`() throws {
    let names = (0..<2_000).map { number in
      "x" + String(number + 2_048, radix: 2).map { $0 == "0" ? "-" : "_" }.joined() + "b"
    }
    let headers = names.map { "\($0): {schema: {}}" }.joined(separator: ", ")
    let parameters = names.map { "{name: \($0), in: query, schema: {}}" }.joined(separator: ", ")
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          get: {parameters: [\(parameters)], responses: {'200': {headers: {\(headers)}}}}
      """
    ).api
    #expect(api.operations[0].parameters.count == 2_000)
  }

  @Test func `a name by its place that a component has is told with both places`() throws {
    let found = try warnings(
      """
      openapi: 3.1.0
      paths:
        /:
          get:
            operationId: search
            responses: {'200': {content: {application/json: {schema: {properties: {a: {}}}}}}}
      components: {schemas: {SearchResponse: {properties: {b: {}}}}}
      """)
    #expect(
      found == [
        """
        A.yaml:6:64: warning: the type of this place would be `SearchResponse` in Swift, which is \
        taken; this one is `SearchResponse2`; to choose, set `x-apigen: {name: …}` in an overlay
        A.yaml:7:40: note: the one that is `SearchResponse`
        """
      ])
  }

  @Test func `a name that was chosen for another is told with what that is called`() throws {
    let found = try warnings(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Order: {properties: {a: {}}}
          Pet: {properties: {b: {}}, x-apigen: {name: Order}}
      """)
    #expect(
      found == [
        """
        A.yaml:5:5: warning: 'Order' and 'Pet', named `Order` by `x-apigen`, would both be `Order` \
        in Swift; this one is `Order2`; to choose, set `x-apigen: {name: …}` in an overlay
        A.yaml:6:5: note: the one that is `Order`
        """
      ])
  }
}
