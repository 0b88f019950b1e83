import Foundation
import Testing

@testable import Generator

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
    let description = Self.folder.appendingPathComponent("\(name).yaml")
    let text = try String(contentsOf: description, encoding: .utf8)
    let (api, diagnostics) = try decided(text, named: name)
    let files = GeneratedFile.files(of: api)
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
}
