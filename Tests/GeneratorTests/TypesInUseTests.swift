import Foundation
import Testing

@testable import Generator

/// The names that the fixtures use for types that they do not declare: a schema that took one of
/// them would be found in its place.
struct TypesInUseTests {
  @Test(arguments: try Fixture.all)
  func `no schema can take a name that emitters write`(_ fixture: Fixture) throws {
    let code = try fixture.files.map { file in
      let written = Fixture.written.appendingPathComponent(file)
      return withoutText(try String(contentsOf: written, encoding: .utf8))
    }.joined()
    let types = code.matches(of: /(?:struct|enum|typealias) (\w+)/).map { String($0.1) }
    let parameters = code.matches(of: /func \w+<(\w+), (\w+)>/)
    let declared = types + parameters.flatMap { [String($0.1), String($0.2)] }
    let used = code.matches(of: /(^|[^.\w])([A-Z]\w*)/).map { String($0.2) }
    let borrowed = Set(used).subtracting(declared).subtracting(["APIRuntime", "Foundation"])
    #expect(borrowed.filter { !NameScope.typesInUse.contains($0) } == [])
    #expect(borrowed.contains("Sendable"))
  }

  @Test func `no provider takes the name of a type that its users write`() throws {
    let sources = try FileManager.default.subpathsOfDirectory(atPath: Fixture.sources.path)
      .filter { $0.hasPrefix("API") && $0.hasSuffix(".swift") || $0.hasPrefix("CurlTransport/") }
    let types = try sources.flatMap { path in
      let file = Fixture.sources.appendingPathComponent(path)
      return try String(contentsOf: file, encoding: .utf8)
        .matches(of: /(?m)^public (?:final )?(?:struct|enum|class|protocol|typealias) (\w+)/)
        .map { String($0.1) }
    }
    #expect(types.contains("Client"))
    let modules = ["APIRuntime", "APITransport", "APICoding", "CurlTransport", "Foundation", "URL"]
    let names = types + modules + ["Swift"]
    for name in names { #expect(APIBuilder.typeName(of: name) == name + "API") }
  }

  /// Swift without its comments and literals.
  private func withoutText(_ code: String) -> String {
    code.replacing(/(?m)^ *\/\/.*$/, with: "")
      .replacing(/(?s)(#*)""".*?"""\1/, with: "")
      .replacing(/(#+)".*?"\1/, with: "")
      .replacing(/"(?:\\.|[^"\\])*"/, with: "")
  }
}
