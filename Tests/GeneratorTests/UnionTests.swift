import Generator
import OpenAPI
import Syntax
import Testing

struct UnionTests {
  @Test func `branches that nothing tells apart are a warning with both places`() throws {
    let text = """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Choice:
            oneOf:
              - {type: object, required: [id], properties: {id: {type: string}, at: {}}}
              - {type: object, required: [id], properties: {id: {type: string}, at: {}}}
              - {type: object, required: [id], properties: {id: {type: integer}, at: {}}}
      """
    var diagnostics = Diagnostics()
    let root = try #require(readDocument(Array(text.utf8), named: "A.yaml", into: &diagnostics))
    let document = try #require(
      DescriptionReader.read(root, named: "A.yaml", into: &diagnostics, files: { _, _ in nil }))
    _ = APIBuilder.build(document, name: "A", sources: ["A.yaml"], into: &diagnostics)
    #expect(diagnostics.all.count == 1)
    let warning = try #require(diagnostics.all.first)
    #expect(warning.severity == .warning)
    #expect(warning.place.line == 8)
    #expect(warning.notes.map(\.place.line) == [7])
  }
}
