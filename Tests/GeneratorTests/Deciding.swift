import OpenAPI
import Syntax
import Testing

@testable import Generator

/// What is decided of a description that gives no diagnostics.
func api(_ text: String) throws -> API {
  var diagnostics = Diagnostics()
  let root = try #require(readDocument(Array(text.utf8), named: "A.yaml", into: &diagnostics))
  let document = try #require(
    DescriptionReader.read(root, named: "A.yaml", into: &diagnostics, files: { _, _ in nil }))
  let api = APIBuilder.build(document, name: "A", sources: ["A.yaml"], into: &diagnostics)
  #expect(diagnostics.all.map(diagnostics.rendered) == [])
  return api
}
