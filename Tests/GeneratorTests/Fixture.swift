import Foundation

/// A description in `Tests/Descriptions`, and the Swift in `Tests/Fixtures` that it has to give.
struct Fixture: CustomStringConvertible {
  let name: String

  var description: String { name }

  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Where what apigen writes for all descriptions is.
  static let written = tests.appendingPathComponent("Fixtures")

  /// The sources of the package.
  static let sources = tests.deletingLastPathComponent().appendingPathComponent("Sources")

  private static let descriptions = tests.appendingPathComponent("Descriptions")

  static var all: [Fixture] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: descriptions.path).sorted()
        .filter { $0.hasSuffix(".yaml") }.map { Fixture(name: String($0.dropLast(5))) }
    }
  }

  /// The text of the description.
  var text: String {
    get throws {
      try String(
        contentsOf: Self.descriptions.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }
  }

  /// What it is warned of on purpose, with a line for each warning and note.
  var warnings: String {
    let file = Self.descriptions.appendingPathComponent("\(name).warnings.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// The paths of the files that were written for it, below `written`.
  var files: [String] {
    get throws {
      let folder = Self.written.appendingPathComponent(name).path
      return try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(name)/\($0)" }
    }
  }
}
