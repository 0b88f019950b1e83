import Testing

@testable import Generator

/// What several operations share is named after itself, not after the first of them.
struct SharedNamesTests {
  private let components = """
    components:
      parameters:
        Order: {name: order, in: query, schema: {enum: [up, down]}}
      requestBodies:
        PetBody: {content: {application/json: {schema: {properties: {name: {enum: [a]}}}}}}
      responses:
        Missing: {description: d, content: {application/json: {schema: {properties: {why: {}}}}}}
      schemas:
        Pet: {properties: {id: {type: string}}}
    """

  private func names(_ paths: String, files: [String: String] = [:]) throws -> [String] {
    try decided("openapi: 3.1.0\npaths:\n\(paths)\n\(components)", files: files).api.types
      .map(\.name).sorted()
  }

  @Test func `parameters, bodies and responses of the components, and parameters of a path`() throws
  {
    let operation = """
      {parameters: [{$ref: '#/components/parameters/Order'}],
       requestBody: {$ref: '#/components/requestBodies/PetBody'},
       responses: {'404': {$ref: '#/components/responses/Missing'}}}
      """
    let path = "  /pets: {parameters: [{name: sort, in: query, schema: {enum: [a, b]}}], "
    let expected = ["MissingResponse", "OrderParameter", "Pet", "PetBody", "PetsSort"]
    #expect(try names(path + "put: \(operation)}") == expected)
    #expect(try names(path + "put: \(operation), post: \(operation)}") == expected)
    let other = "  /cats: {put: \(operation)}\n"
    #expect(try names(other + path + "put: \(operation)}") == expected)
  }

  @Test func `schemas in files, and in other places of the description`() throws {
    let files = [
      "models/dog.yaml": """
      properties:
        friends: {type: array, items: {$ref: dog.yaml}}
        toys: {$ref: 'toys.yaml#/$defs/Toys'}
        cat: {$ref: '../cats/pet.yaml'}
        owner: {$ref: '../A.yaml#/x-models/Owner'}
        vet: {$ref: vet.yaml}
      """,
      "models/vet.yaml": "{description: Who helps., allOf: [{properties: {id: {type: string}}}]}",
      "models/toys.yaml": "$defs: {Toys: {type: array, items: {properties: {kind: {}}}}}",
      "cats/pet.yaml": "properties: {lives: {type: integer}}",
    ]
    let get = "get: {responses: {'200': {description: d, content: {application/json: {schema: "
    let dog = "  /dogs: {\(get){$ref: models/dog.yaml}}}}}}}\n"
    let cat = "  /cats: {\(get){type: array, items: {$ref: cats/pet.yaml}}}}}}}}\n"
    let models = "\nx-models: {Owner: {properties: {name: {}}}}"
    // A component keeps its name; the file's has its folder before it.
    let expected = ["CatsPet", "Dog", "Owner", "Pet", "Toys", "ToysItem", "Vet"]
    #expect(try names(dog + cat + models, files: files) == expected)
    #expect(try names(cat + dog + models, files: files) == expected)
  }

  @Test func `schemas of one name in several files have those of the files`() throws {
    let files = [
      "cats.yaml": "components: {schemas: {Pet: {properties: {lives: {type: integer}}}}}",
      "dogs/index.yaml": "$defs: {Pet: {properties: {tricks: {type: integer}}}}",
    ]
    let get = "get: {responses: {'200': {description: d, content: {application/json: {schema: "
    let cat = "  /cats: {\(get){$ref: 'cats.yaml#/components/schemas/Pet'}}}}}}}\n"
    let dog = "  /dogs: {\(get){$ref: 'dogs/index.yaml#/$defs/Pet'}}}}}}}"
    #expect(try names(cat + dog, files: files) == ["CatsPet", "DogsPet", "Pet"])
  }

  @Test func `files that refer to one another without end`() throws {
    let files = [
      "a.yaml": "properties: {b: {$ref: b.yaml}, self: {$ref: a.yaml}}",
      "b.yaml":
        "properties: {a: {$ref: 'a.yaml#'}, root: {$ref: 'A.yaml#/components/schemas/Pet'}}",
    ]
    let response = "{description: d, content: {application/json: {schema: {$ref: a.yaml}}}}"
    #expect(
      try names("  /x: {get: {responses: {'200': \(response)}}}", files: files) == [
        "AModel", "B", "Pet",
      ])
  }

  @Test func `what stands inside of a schema in a file is named there`() throws {
    let files = [
      "models.yaml": "Owner: {properties: {address: {properties: {city: {}}}}}"
    ]
    func answer(_ pointer: String) -> String {
      "{description: d, content: {application/json: {schema: {$ref: 'models.yaml#/\(pointer)'}}}}"
    }
    let types = try api(
      """
      openapi: 3.1.0
      paths:
        /address: {get: {responses: {'200': \(answer("Owner/properties/address"))}}}
        /owner: {get: {responses: {'200': \(answer("Owner"))}}}
      """, files: files
    ).types
    #expect(types.map(\.name) == ["Owner"])
    #expect(types.first?.nested.map(\.name) == ["Address"])
  }

  @Test func `what several references lead to in their own ways is one type`() throws {
    let types = try api(
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          One:
            $id: https://x.example/one
            properties: {a: {$ref: '#/$defs/Inner'}}
            $defs: {Inner: {properties: {b: {}}}}
          Two: {properties: {a: {$ref: '#/components/schemas/One/$defs/Inner'}}}
      """
    ).types
    #expect(types.map(\.name) == ["One", "Two", "Inner"])
  }

  @Test func `a component of the same name is what it refers to`() throws {
    let types = try decided(
      """
      openapi: 3.0.3
      paths: {}
      components:
        schemas:
          Pet: {$ref: 'pets.yaml#/definitions/pet'}
          Again: {$ref: '#/components/schemas/Pet'}
      """,
      files: ["pets.yaml": "definitions: {pet: {type: object, properties: {name: {}}}}"]
    ).api.types
    #expect(types.map(\.name) == ["Pet", "Again"])
    guard case .object = types[0].kind, case .alias(.named(let path)) = types[1].kind,
      path.names == ["Pet"]
    else {
      throw Unexpected(value: types)
    }
  }

  @Test func `components that refer into operations name what is there`() throws {
    let json = "content: {application/json: {schema:"
    let text = """
      openapi: 3.1.0
      paths:
        /a:
          get:
            responses:
              '200': {description: d, \(json) {properties: {x: {}}}}}}
              '400': {$ref: '#/components/responses/Again'}
              '404': {$ref: '#/paths/~1a/get/responses/400'}
        /b: {get: {responses: {'200': {description: d, \(json) {properties: {y: {}}}}}}}}}
      components:
        responses: {Again: {$ref: '#/paths/~1a/get/responses/200'}}
        schemas:
          Whole: {$ref: '#/paths/~1b/get/responses/200/content/application~1json/schema'}
          Alias: {$ref: '#/components/schemas/Whole'}
      """
    let (api, diagnostics) = try decided(text)
    #expect(diagnostics.all.map(diagnostics.rendered) == [])
    #expect(api.types.map(\.name).sorted() == ["AgainResponse", "Alias", "GetAResponse", "Whole"])
  }
}
