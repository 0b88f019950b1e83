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
  _ text: String, named name: String = "A", files: [String: String] = [:]
) throws -> (api: API, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  let root = try #require(
    readDocument(Array(text.utf8), named: "\(name).yaml", into: &diagnostics))
  let api = try #require(decide(root, named: name, files: files, into: &diagnostics))
  return (api, diagnostics)
}

/// What is decided of the root of a description; nil where it is none.
func decide(
  _ root: Node, named name: String, files: [String: String] = [:],
  into diagnostics: inout Diagnostics
) -> API? {
  let document = DescriptionReader.read(root, named: "\(name).yaml", into: &diagnostics) {
    path, diagnostics in
    files[path].flatMap { readDocument(Array($0.utf8), named: path, into: &diagnostics) }
  }
  guard let document else { return nil }
  var builder = APIBuilder(document)
  return builder.build(name: name, sources: ["\(name).yaml"], into: &diagnostics)
}

/// The warnings that deciding a description gives.
func warnings(_ text: String) throws -> [String] {
  let diagnostics = try decided(text).diagnostics
  return diagnostics.all.map(diagnostics.rendered)
}

extension API {
  /// The choice of this name among its types.
  func union(_ name: String) throws -> UnionType {
    let type = try #require(types.first { $0.name == name })
    guard case .union(let union) = type.kind else { throw Unexpected(value: type) }
    return union
  }
}
