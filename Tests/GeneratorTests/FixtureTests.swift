import Foundation
import Generator
import OpenAPI
import Syntax
import Testing

/// Each description in `Tests/Fixtures` stands beside the Swift that it has to give, which the test
/// build compiles. `swift run apigen generate Tests/Fixtures --output Tests/Fixtures` writes that anew:
/// read it before you believe it.
struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
  }

  @Test(arguments: try names)
  func `a description gives the Swift beside it`(_ name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).yaml"))
    var diagnostics = Diagnostics()
    let files = try generate([UInt8](bytes), name: name, into: &diagnostics)
    // What a fixture is warned of on purpose stands beside it, with a line for each warning and note.
    let warnings = Self.folder.appendingPathComponent("\(name).warnings.txt")
    let expected = (try? String(contentsOf: warnings, encoding: .utf8)) ?? ""
    #expect(diagnostics.all.map { diagnostics.rendered($0) + "\n" }.joined() == expected)
    for file in files {
      let expected = Self.folder.appendingPathComponent(file.path)
      #expect(try String(contentsOf: expected, encoding: .utf8) == file.text)
    }
    let folder = Self.folder.appendingPathComponent(name).path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == files.count)
  }

  private func generate(
    _ bytes: [UInt8], name: String, into diagnostics: inout Diagnostics
  ) throws -> [GeneratedFile] {
    let root = try #require(readDocument(bytes, named: "\(name).yaml", into: &diagnostics))
    let document = try #require(
      DescriptionReader.read(
        root, named: "\(name).yaml", into: &diagnostics, files: { _, _ in nil }))
    var builder = APIBuilder(document)
    let api = builder.build(name: name, sources: ["\(name).yaml"], into: &diagnostics)
    return GeneratedFile.files(of: api)
  }
}
