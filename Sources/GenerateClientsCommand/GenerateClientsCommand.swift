import Foundation
import PackagePlugin

/// `swift package generate-clients`: writes Swift for the OpenAPI descriptions in the folders of a
/// package's targets, into the folder Generated of each, for packages that commit it. Options that
/// it does not know are passed to apigen: `--check`.
@main
struct GenerateClientsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let targets =
      try names.isEmpty ? context.package.targets : context.package.targets(named: names)
    let apigen = try context.tool(named: "apigen").url
    for target in targets {
      let descriptions = DescriptionFiles(among: files(in: target.directoryURL)).descriptions
      if descriptions.isEmpty { continue }
      let output = target.directoryURL.appending(path: "Generated")
      let process = try Process.run(
        apigen,
        arguments: ["generate"] + descriptions.map { $0.path(percentEncoded: false) }
          + ["--output", output.path(percentEncoded: false)] + extractor.remainingArguments)
      process.waitUntilExit()
      if process.terminationStatus != 0 {
        Diagnostics.error("apigen has not generated the clients of \(target.name)")
      }
    }
  }

  /// All of them, also those that the target excludes, as it has to where no plugin takes them.
  private func files(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return files?.compactMap { $0 as? URL } ?? []
  }
}
