import Foundation

/// A page of the documentation, in Markdown or in the comments of a source, with its code.
struct Article {
  /// A piece of code between two fences.
  struct Block {
    /// What the fence says that it is: `swift`.
    var language: String
    /// Where its first line stands.
    var line: Int
    var lines: [String]
    /// Whether it is another tool's, by the comment above it.
    var isForeign: Bool
  }

  /// Its path in the package.
  let path: String
  let blocks: [Block]

  init(at path: String) throws {
    let file = Workspace.package.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.path = path
    blocks = Self.blocks(of: path.hasSuffix(".swift") ? lines.map(Self.comment) : lines)
  }

  /// What a line of Swift says to readers of the documentation.
  private static func comment(in line: Substring) -> Substring {
    line.wholeMatch(of: /\s*\/\/\/ ?(.*)/)?.1 ?? ""
  }

  private static func blocks(of lines: [Substring]) -> [Block] {
    var blocks: [Block] = []
    var isInside = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside.toggle()
        guard isInside else { continue }
        let isForeign = index > 0 && lines[index - 1].hasPrefix("<!-- Not ours")
        blocks.append(
          Block(
            language: String(line.dropFirst(3)), line: index + 2, lines: [], isForeign: isForeign))
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }

  /// The README, and all that the documentation of `APIRuntime` and `Generated` is made of.
  static var all: [Article] {
    get throws {
      let folders = ["APICoding", "APITransport", "APIRuntime"].map { "Sources/\($0)" }
      let pages = try (folders + ["Sources/Generated.docc"]).flatMap { folder in
        let location = Workspace.package.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: location.path)
          .filter { $0.hasSuffix(".md") || $0.hasSuffix(".swift") }
          .sorted().map { "\(folder)/\($0)" }
      }
      return try (["README.md"] + pages).map { try Article(at: $0) }
    }
  }
}

extension Article {
  /// What it says in Swift, as one function: a block goes on where the one before it ends, and may
  /// give a name that is taken another meaning. nil where it says nothing.
  var function: String? {
    let blocks = blocks.filter { $0.language == "swift" && !$0.isForeign }
    guard !blocks.isEmpty else { return nil }
    // Who reads of a symbol has imported it.
    let modules = path.hasSuffix(".swift") ? ["APIRuntime", "Foundation"] : []
    let imports = Set(modules + blocks.flatMap(\.lines).compactMap(Self.importedModule)).sorted()
    let bodies = blocks.map { block in
      let lines = block.lines.map { Self.importedModule($0) == nil ? $0 : "" }
      return
        (["do {", "#sourceLocation(file: \"\(path)\", line: \(block.line))"] + lines
        + ["#sourceLocation()"]).joined(separator: "\n")
    }
    let name = path.map { $0.isLetter ? String($0) : "_" }.joined()
    return
      (imports.map { "import \($0)" } + ["func \(name)() async throws {"] + bodies
      + [String(repeating: "}", count: blocks.count + 1), ""]).joined(separator: "\n")
  }

  /// What a line imports. A function cannot, so its file has to.
  private static func importedModule(_ line: String) -> String? {
    line.wholeMatch(of: /\s*import (\w+)/).map { String($0.1) }
  }

  /// The descriptions and overlays that it shows, each with its name in its first line.
  var descriptions: [(name: String, text: String)] {
    blocks.filter { $0.language == "yaml" && !$0.isForeign }.map { block in
      (String(block.lines[0].dropFirst(2)), block.lines.map { $0 + "\n" }.joined())
    }
  }
}
