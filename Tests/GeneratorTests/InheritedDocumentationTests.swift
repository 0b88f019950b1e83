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
        Pet:
          type: object
          properties:
            email: {$ref: '#/components/schemas/Email'}
            contact: {$ref: '#/components/schemas/Contact'}
            tags: {$ref: '#/components/schemas/Tags'}
            kind: {$ref: '#/components/schemas/Kind'}
            owner: {allOf: [{$ref: '#/components/schemas/Owner'}, {properties: {age: {}}}]}
            own: {allOf: [{$ref: '#/components/schemas/Email'}], description: Its own.}
    """

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
}
