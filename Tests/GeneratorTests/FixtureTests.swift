import Foundation
import Testing

@testable import Generator

/// The test build compiles `Tests/Fixtures`, which
/// `swift run apigen generate Tests/Descriptions --output Tests/Fixtures` writes anew: read what it
/// wrote before you believe it.
struct FixtureTests {
  @Test(arguments: try Fixture.all)
  func `a description gives the Swift that was written for it`(_ fixture: Fixture) throws {
    let (api, diagnostics) = try decided(fixture.text, named: fixture.name)
    let files = GeneratedFile.files(of: api)
    #expect(diagnostics.all.map { diagnostics.rendered($0) + "\n" }.joined() == fixture.warnings)
    for file in files {
      let written = Fixture.written.appendingPathComponent(file.path)
      #expect(try String(contentsOf: written, encoding: .utf8) == file.text)
    }
    #expect(try fixture.files.sorted() == files.map(\.path).sorted())
  }
}
