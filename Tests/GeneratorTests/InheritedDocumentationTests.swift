import Testing

@testable import Generator

/// What a component says of itself stands where it is declared, or, where nothing in Swift is of
/// that type, at what refers to it.
struct InheritedDocumentationTests {
  private let components = """
    components:
      schemas:
        Email: {type: string, description: Where to write to.}
        Tags: {type: array, items: {type: string}, description: One word each.}
        Contact: {$ref: '#/components/schemas/Email'}
        Kind: {type: string, enum: [a], description: Which one.}
        page_size: {type: integer, title: Page Size}
        Owner: {type: object, properties: {id: {type: string}}, description: Who.}
        Vet: {description: Who helps., allOf: [{properties: {id: {type: string}}}]}
        Pet:
          type: object
          properties:
            vet: {$ref: '#/components/schemas/Vet'}
            email: {$ref: '#/components/schemas/Email'}
            contact: {$ref: '#/components/schemas/Contact'}
            tags: {$ref: '#/components/schemas/Tags'}
            kind: {$ref: '#/components/schemas/Kind'}
            owner: {allOf: [{$ref: '#/components/schemas/Owner'}, {properties: {age: {}}}]}
            own: {allOf: [{$ref: '#/components/schemas/Email'}], description: Its own.}
    """

  @Test func `of headers`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {/: {get: {responses: {'204': {description: None, headers: {
        X-Mail: {schema: {$ref: '#/components/schemas/Email'}},
        X-Own: {description: Its own., schema: {type: string, description: Not this.}},
        X-Other: {schema: {type: string, description: Another.}}}}}}}}
      \(components)
      """)
    let headers = try #require(api.types.first { $0.path.name == "Headers" })
    guard case .headers(let fields) = headers.kind else { throw Unexpected(value: headers.kind) }
    #expect(
      fields.map(\.documentation) == [["Where to write to."], ["Its own."], ["Another."]])
  }

  @Test func `of properties`() throws {
    let api = try api("openapi: 3.1.0\npaths: {}\n\(components)")
    let pet = try #require(api.types.first { $0.path.name == "Pet" })
    guard case .object(let type) = pet.kind else { throw Unexpected(value: pet.kind) }
    let said = Dictionary(uniqueKeysWithValues: type.properties.map { ($0.name, $0.documentation) })
    #expect(said["email"] == ["Where to write to."])
    #expect(said["contact"] == ["Where to write to."])
    #expect(said["tags"] == ["One word each."])
    #expect(said["kind"] == [])
    #expect(said["owner"] == [])
    #expect(said["vet"] == [])
    #expect(said["own"] == ["Its own."])
  }

  @Test func `of parameters`() throws {
    let parameters = ["Contact", "Tags", "Kind", "page_size"].map {
      "{name: \($0), in: query, schema: {$ref: '#/components/schemas/\($0)'}}"
    }.joined(separator: ", ")
    let api = try api(
      """
      openapi: 3.1.0
      paths: {/: {get: {parameters: [\(parameters)], responses: {}}}}
      \(components)
      """)
    #expect(
      api.operations[0].parameters.map(\.documentation) == [
        ["Where to write to."], ["One word each."], [], [],
      ])
  }

  @Test func `of a part without a name`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          State: {type: string, enum: [a], description: What it is.}
          Now: {allOf: [{description: What it is now.}, {$ref: '#/components/schemas/State'}]}
          Whole: {allOf: [{description: All of it.}, {$ref: '#/components/schemas/Part'}, {properties: {b: {}}}]}
          Part: {type: object, description: Some of it., properties: {a: {}}}
          Pet:
            type: object
            properties:
              now: {$ref: '#/components/schemas/Now'}
              next: {allOf: [{description: What comes.}, {$ref: '#/components/schemas/State'}]}
      """)
    let types = Dictionary(uniqueKeysWithValues: api.types.map { ($0.name, $0) })
    #expect(types["Now"]?.documentation == ["What it is now."])
    #expect(types["Whole"]?.documentation == ["All of it."])
    guard case .object(let pet) = types["Pet"]?.kind else { throw Unexpected(value: types) }
    #expect(pet.properties.map(\.documentation) == [["What it is now."], ["What comes."]])
  }

  @Test func `of a property that two describe`() throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Pet:
            allOf:
              - {properties: {a: {type: string, deprecated: true, description: Any.}, b: {description: Any.}}}
              - {properties: {a: {description: Its own.}, b: {type: string, deprecated: true}}}
      """)
    guard case .object(let pet) = api.types.first?.kind else { throw Unexpected(value: api.types) }
    #expect(pet.properties.map(\.documentation.first) == ["Its own.", "Any."])
    #expect(pet.properties.map(\.documentation.last) == ["Deprecated.", "Deprecated."])
  }

  @Test(arguments: ["3.0.3", "3.1.0"])
  func `of what is said beside a reference`(version: String) throws {
    let api = try api(
      """
      openapi: \(version)
      paths:
        /: {get: {parameters: [{$ref: '#/components/parameters/P', description: This one.}], responses: {}}}
      components:
        parameters: {P: {name: p, in: query, description: Any., schema: {type: string}}}
        schemas:
          Owner: {type: object, properties: {id: {type: string}}, description: Who.}
          Pet:
            type: object
            properties:
              owner: {$ref: '#/components/schemas/Owner', description: Its own.}
              other: {$ref: '#/components/schemas/Owner', example: {id: a}}
      """)
    let types = Dictionary(uniqueKeysWithValues: api.types.map { ($0.name, $0) })
    guard case .object(let pet) = types["Pet"]?.kind else { throw Unexpected(value: api.types) }
    #expect(pet.properties.map(\.documentation) == [["Its own."], []])
    let owner = try #require(types["Owner"]).path
    #expect(pet.properties.map(\.type) == [.named(owner), .named(owner)])
    #expect(api.operations[0].parameters.map(\.documentation) == [["This one."]])
  }
}
