import Foundation
import PackagePlugin

/// Writes Swift for the OpenAPI descriptions among the files of a target, whenever the target is
/// built and one of them has changed.
@main
struct GenerateClients: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = (target as? any SourceModuleTarget)?.sourceFiles.map(\.url) ?? []
    let files = DescriptionFiles(among: sources)
    if files.descriptions.isEmpty {
      Diagnostics.warning(
        "\(target.name) has no OpenAPI description among its files; "
          + "add one, as Petstore.yaml, or take the plugin from the target")
    }
    return try withoutDuplicates(files.descriptions).map { description in
      let stem = stem(of: description)
      let shards = files.size(of: description) / bytesInFile
      // As many as `--schema-files` takes: a plugin can import nothing of apigen.
      let count = max(1, min(64, shards))
      let folder = context.pluginWorkDirectoryURL.appending(path: stem)
      let names = ["", "+Operations"] + (1...count).map { "+Schemas\(count == 1 ? "" : "\($0)")" }
      return .buildCommand(
        displayName: "Generating Swift for \(description.lastPathComponent)",
        executable: try context.tool(named: "apigen").url,
        arguments: [
          "generate", description.path(percentEncoded: false),
          "--output", context.pluginWorkDirectoryURL.path(percentEncoded: false),
          "--schema-files", "\(count)",
        ],
        inputFiles: [description] + files.parts(of: description),
        outputFiles: names.map { folder.appending(path: "\(stem)\($0).swift") })
    }
  }

  /// Those that are written to files of their own; the others are told of. (apigen would tell of
  /// them as well, but sees one at a time.)
  private func withoutDuplicates(_ descriptions: [URL]) -> [URL] {
    var seen: [String: String] = [:]
    return descriptions.filter { description in
      let stem = stem(of: description)
      let path = description.path(percentEncoded: false)
      // As the file system may see it: some do not tell `Vambe` from `vambe`.
      guard let other = seen.updateValue(path, forKey: stem.lowercased()) else { return true }
      Diagnostics.error(
        "\(path) and \(other) both become \(stem) in Swift; give one of them another name")
      return false
    }
  }

  private func stem(of description: URL) -> String {
    description.deletingPathExtension().lastPathComponent
  }

  /// As much of a description as gives types for one file. The outputs are named before it is read.
  private let bytesInFile = 1 << 16
}
