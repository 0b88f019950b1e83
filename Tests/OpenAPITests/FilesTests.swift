import Testing

@testable import OpenAPI

@Suite struct FilesTests {
  @Test(
    arguments: [
      "pet.yaml", "./pet.yaml", "models/../pet.yaml", "pet%2Eyaml", "all.yaml#/schemas/Pet",
      "models/link.yaml", "../shared/pet.yaml", "../../far.yaml", "/srv/pet.yaml",
    ])
  func `another file, whole or in part`(reference: String) throws {
    let pet = "title: pet"
    let reading = try Reading(
      "components: {schemas: {A: {$ref: '\(reference)'}}}",
      files: [
        "pet.yaml": pet, "all.yaml": "schemas: {Pet: {\(pet)}}",
        "models/link.yaml": "$ref: ../pet.yaml", "../shared/pet.yaml": pet, "/srv/pet.yaml": pet,
        "../../far.yaml": pet,
      ])
    #expect(reading.messages == [])
    #expect(try reading.schema("A").title == "pet")
  }

  @Test func `# in a file is that file, and a file may refer back to the root`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A: {$ref: 'models/a.yaml#/A'}
          Root: {title: root}
      """,
      files: [
        "models/a.yaml": """
        A: {properties: {own: {$ref: '#/B'}, root: {$ref: '../spec.yaml#/components/schemas/Root'}}}
        B: {title: b, properties: {a: {$ref: 'b.yaml#/C'}}}
        """,
        "models/b.yaml": "C: {title: c, properties: {a: {$ref: 'a.yaml#/A'}}}",
      ])
    #expect(reading.messages == [])
    let schemas = try reading.schema("A").properties.map { try reading.schema($0.schema) }
    #expect(schemas.map(\.title) == ["b", "root"])
    let document = try #require(reading.document)
    let c = try reading.schema(schemas[0].properties[0].schema)
    let again = try reading.schema(c.properties[0].schema)
    #expect(again.properties.map(\.name) == ["own", "root"])
    // Of each schema one, although it is come to in several ways.
    #expect(document.schemas.filter { $0.title == "b" }.count == 1)
    #expect(document.components.map { document[$0.schema].reference }.last == .some(nil))
  }

  @Test func `what stands in another file has its places there, and is read once`() throws {
    let reading = try Reading(
      """
      paths:
        /a: {$ref: item.yaml}
        /b: {$ref: item.yaml}
      """,
      files: [
        "item.yaml": "get:\n  parameters:\n    - {$ref: p.yaml}", "p.yaml": "in: query\nname: q",
      ])
    #expect(reading.document?.operations.map(\.path) == ["/a", "/b"])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix("p.yaml:1:1: warning: 'q' has neither") == true)
  }

  @Test func `maps of things may be in files of their own`() throws {
    let reading = try Reading(
      """
      paths: {$ref: paths.yaml}
      components: {schemas: {$ref: schemas.yaml}}
      """,
      files: [
        "paths.yaml":
          "/a: {get: {parameters: [{name: p, in: query, schema: {$ref: '\(Self.pet)'}}]}}",
        "schemas.yaml": "Pet: {title: pet}",
      ])
    #expect(try reading.schema(reading.operation.parameters[0].schema).title == "pet")
    #expect(reading.document?.components.map(\.name) == ["Pet"])
    #expect(reading.document?.schemas.filter { $0.title == "pet" }.count == 1)
    #expect(reading.messages.map { $0.contains("in place; it is followed") } == [true, true])
  }

  static let pet = "spec.yaml#/components/schemas/Pet"

  @Test func `a file with an error, and one that is not there, are asked for once`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A: {$ref: bad.yaml}
          B: {$ref: bad.yaml}
          C: {$ref: 'bad.yaml#/x'}
      """, files: ["bad.yaml": "a: ["])
    #expect(reading.errors.filter { $0.hasPrefix("bad.yaml:") }.count == 1)
    #expect(reading.messages.filter { $0.contains("'bad.yaml' cannot be read") }.count == 2)
  }

  @Test func `a path from the folder of the description, in a file of another`() throws {
    let files = [
      "paths/pets.yaml": "title: pets\nproperties: {pet: {$ref: schemas/pet.yaml}}",
      "schemas/pet.yaml": "title: pet",
    ]
    let reading = try Reading("components: {schemas: {A: {$ref: paths/pets.yaml}}}", files: files)
    #expect(
      reading.messages == [
        "paths/pets.yaml:2:26: warning: found the reference 'schemas/pet.yaml', expected "
          + "one from the file that it is in; it is read from the folder of the description"
      ])
    let pet = try reading.schema(reading.schema("A").properties.first?.schema)
    #expect(pet.title == "pet")
  }

  @Test func `an address is resolved against that of its file`() {
    let base = Address(path: "a/b/c.yaml")
    let resolved = ["d.yaml", "../d.yaml", "../../../d", "/d", "./x/./d", "", "https://h/a/../d"]
      .map { Address($0[...])?.resolved(against: base) }
    #expect(
      resolved.map { $0?.path }
        == ["a/b/d.yaml", "a/d.yaml", "../d", "/d", "a/b/x/d", "a/b/c.yaml", "/d"])
    #expect(resolved.last??.origin == "https://h")
  }
}
