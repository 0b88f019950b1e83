import Foundation
import Testing

/// The README and the articles say what is so: every piece of code in them compiles, against the
/// clients that apigen writes for the descriptions in them.
struct DocumentationTests {
  @Test func `the code of the documentation compiles`() throws {
    let articles = try Article.all
    let workspace = try Workspace()
    let descriptions = articles.flatMap(\.descriptions)
    #expect(Set(descriptions.map(\.name)).count == descriptions.count, "each has its own name")
    for (name, text) in descriptions { try workspace.write(text, to: "specs/\(name)") }
    let generation = try workspace.run("--output", "Clients")
    #expect(generation.errors == [])

    var sources: [String] = []
    for article in articles {
      guard let function = article.function else { continue }
      sources.append("\(sources.count).swift")
      try workspace.write(function, to: sources[sources.count - 1])
    }
    #expect(sources.count > 5)
    let clients = try FileManager.default.subpathsOfDirectory(
      atPath: workspace.folder.appendingPathComponent("Clients").path)
    sources += clients.filter { $0.hasSuffix(".swift") }.map { "Clients/\($0)" }
    let compilation = try workspace.compile(sources)
    #expect(compilation.exitCode == 0, "\(compilation.errors.joined(separator: "\n"))")
  }

  /// What is in no language that is looked at here, or in none at all, is looked at by nobody.
  @Test func `every piece of code says what it is`() throws {
    let languages = ["swift", "yaml", "sh", "text", "mermaid"]
    for article in try Article.all {
      for block in article.blocks {
        #expect(languages.contains(block.language), "\(article.path):\(block.line)")
        #expect(!block.isForeign || article.path.contains("/Migrating"), "\(article.path)")
      }
    }
  }

  @Test func `the links of the README lead somewhere`() throws {
    let readme = Workspace.package.appendingPathComponent("README.md")
    let links = try String(contentsOf: readme, encoding: .utf8).matches(of: /\]\(([^)#:]+)\)/)
    #expect(links.count > 5)
    for link in links {
      let file = Workspace.package.appendingPathComponent(String(link.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link.1)")
    }
  }
}

extension Workspace {
  /// Compiles files of one module, as far as the compiler looks for errors, against those of this
  /// build and what manifests are made of. (What only type-checks may crash the compiler after.)
  fileprivate func compile(_ sources: [String]) throws -> Run {
    let modules = Self.command.deletingLastPathComponent().appendingPathComponent("Modules")
    let libcurl = Self.package.appendingPathComponent("Sources/CCurl")
    let target = try run(["swiftc", "-print-target-info"], by: Self.env).output
    let toolchain = try #require(target.firstMatch(of: /"runtimeResourcePath": "(.*)"/)).1
    return try run(
      [
        "swiftc", "-emit-sil", "-wmo", "-o", "/dev/null", "-parse-as-library",
        "-diagnostic-style", "llvm", "-swift-version", "6",
        "-package-description-version", "6.2", "-module-name", "Documentation",
        // Nothing is done with what most examples make.
        "-suppress-warnings",
        "-I", modules.path, "-I", libcurl.path, "-I", "\(toolchain)/pm/ManifestAPI",
      ] + sources, by: Self.env)
  }

  private static var env: URL { URL(fileURLWithPath: "/usr/bin/env") }
}
