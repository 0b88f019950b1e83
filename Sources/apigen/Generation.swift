import Foundation
import Generator
import OpenAPI
import Syntax

/// One run: reads the descriptions, and writes or checks what they give.
struct Generation {
  private let arguments: Arguments
  private var diagnostics = Diagnostics()
  /// What has decided the APIs: to free it takes longer than most of the deciding.
  private var builders: [APIBuilder] = []

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// Runs, tells the user what came of it, and ends the process: freeing first what it has made
  /// would be for nothing.
  mutating func run() throws(Output.Failure) -> Never {
    let inputs = Input.find(
      arguments.descriptions, writtenTo: arguments.output, into: &diagnostics)
    let progress = Console.isTerminal ? Progress(of: inputs.count) : nil
    let apis = inputs.compactMap { input in
      progress?.begin(input.description)
      return api(of: input).map { (input, $0) }
    }
    var output = Output(
      folder: arguments.output, files: apis.map { files(of: $1, from: $0) },
      others: arguments.descriptions.isEmpty
        ? .removed : arguments.descriptions.allSatisfy(Input.isFolder) ? .told : .kept)
    output.compare(into: &diagnostics)
    progress?.end()
    for text in diagnostics.report(paths: Input.paths) { Console.complain(text) }
    if diagnostics.hasErrors { exit(1) }
    if arguments.isCheck { exit(Report.check(output)) }
    try output.write()
    // A build says by itself what it runs.
    if arguments.schemaFiles == nil { Report.written(apis.map(\.1), output) }
    exit(0)
  }

  /// The files of an API, and the folder that they are in.
  private func files(of api: API, from input: Input) -> (provider: String, files: [GeneratedFile]) {
    guard let number = arguments.schemaFiles else {
      return (api.name, GeneratedFile.files(of: api))
    }
    return (input.stem, GeneratedFile.files(of: api, named: input.stem, schemaFiles: number))
  }

  /// Bytes to API: each stage stops at what the one before could not make anything of.
  private mutating func api(of input: Input) -> API? {
    guard let root = input.read(into: &diagnostics) else { return nil }
    let name = (input.description as NSString).lastPathComponent
    // Given away, like the document: what has been read is not kept while the next is made of it.
    let document = DescriptionReader.read(
      consume root, named: name, into: &diagnostics, files: input.readReferenced)
    guard let document else { return nil }
    var builder = APIBuilder(consume document)
    defer { builders.append(builder) }
    return builder.build(name: input.stem, sources: input.fileNames, into: &diagnostics)
  }
}
