import Foundation
import Generator
import OpenAPI
import Syntax

/// One run: reads the descriptions, and writes or checks what they give.
struct Generation {
  private let arguments: Arguments
  private var diagnostics = Diagnostics()

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// Runs, tells the user what came of it, and returns the exit code.
  mutating func run() throws -> Int32 {
    let inputs = Input.find(arguments.descriptions, into: &diagnostics)
    let apis = inputs.compactMap { api(of: $0) }
    var output = Output(
      folder: arguments.output, files: apis.map { ($0.name, GeneratedFile.files(of: $0)) },
      ownsFolder: arguments.descriptions.isEmpty)
    if !diagnostics.hasErrors { try output.compare(into: &diagnostics) }
    for diagnostic in diagnostics.all { Console.complain(diagnostics.rendered(diagnostic)) }
    if diagnostics.hasErrors { return 1 }
    if arguments.isCheck { return Report.check(output) }
    try output.write()
    Report.written(apis, output)
    return 0
  }

  /// Bytes to API: each stage stops at what the one before could not make anything of.
  private mutating func api(of input: Input) -> API? {
    guard var root = read(input.description) else { return nil }
    if let overlay = input.overlay {
      guard let node = read(overlay), let overlay = Overlay(node, into: &diagnostics) else {
        return nil
      }
      overlay.apply(to: &root, into: &diagnostics)
    }
    guard let document = DescriptionReader.read(root, into: &diagnostics) else { return nil }
    return APIBuilder.build(
      document, name: input.stem, sources: input.fileNames, into: &diagnostics)
  }

  private mutating func read(_ path: String) -> Node? {
    guard let bytes = Input.bytes(of: path, into: &diagnostics) else { return nil }
    return readDocument(bytes, named: path, into: &diagnostics)
  }
}
