import OpenAPI
import Syntax
import Testing

@testable import Generator

/// What is decided of a description, and the files beside it, that gives no diagnostics.
func api(_ text: String, files: [String: String] = [:]) throws -> API {
  let (api, diagnostics) = try decided(text, files: files)
  #expect(diagnostics.all.map(diagnostics.rendered) == [])
  return api
}

/// What is decided of a description, and what is said of it.
func decided(
  _ text: String, files: [String: String] = [:]
) throws -> (api: API, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  let root = try #require(readDocument(Array(text.utf8), named: "A.yaml", into: &diagnostics))
  let document = try #require(
    DescriptionReader.read(
      root, named: "A.yaml", into: &diagnostics,
      files: { path, diagnostics in
        files[path].flatMap { readDocument(Array($0.utf8), named: path, into: &diagnostics) }
      }))
  var builder = APIBuilder(document)
  let api = builder.build(name: "A", sources: ["A.yaml"], into: &diagnostics)
  return (api, diagnostics)
}

/// The warnings that deciding a description gives.
func warnings(_ text: String) throws -> [String] {
  var diagnostics = Diagnostics()
  let root = try #require(readDocument(Array(text.utf8), named: "A.yaml", into: &diagnostics))
  let document = try #require(
    DescriptionReader.read(root, named: "A.yaml", into: &diagnostics, files: { _, _ in nil }))
  var builder = APIBuilder(document)
  _ = builder.build(name: "A", sources: ["A.yaml"], into: &diagnostics)
  return diagnostics.all.map(diagnostics.rendered)
}
