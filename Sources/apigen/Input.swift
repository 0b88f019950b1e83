import Foundation
import Syntax

/// A description to generate from, and the overlay that stands beside it.
struct Input {
  private static let extensions = ["json", "yaml", "yml"]
  /// More than the largest description that is published; a larger file is not one.
  private static let largestFile = 256 << 20

  var description: String
  var overlay: String?

  /// The file's name without its extension: the provider's name.
  var stem: String {
    ((description as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  var fileNames: [String] {
    [description, overlay].compactMap { ($0 as NSString?)?.lastPathComponent }
  }

  private init(description: String) {
    self.description = description
    let base = (description as NSString).deletingPathExtension
    overlay = Self.extensions.map { "\(base).overlay.\($0)" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The descriptions that were named, or those of `specs`; a folder stands for those in it.
  static func find(_ paths: [String], into diagnostics: inout Diagnostics) -> [Input] {
    let paths = paths.isEmpty ? ["specs"] : paths
    let inputs = paths.flatMap { path -> [Input] in
      guard isFolder(path) else { return [Input(description: path)] }
      return inFolder(path, into: &diagnostics)
    }
    return withoutDuplicates(inputs, into: &diagnostics)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func inFolder(_ path: String, into diagnostics: inout Diagnostics) -> [Input] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let descriptions = names.sorted().filter { name in
      extensions.contains((name as NSString).pathExtension) && !name.hasPrefix(".")
        && !(name as NSString).deletingPathExtension.hasSuffix(".overlay")
    }
    if descriptions.isEmpty {
      diagnostics.error(
        "the folder holds no description; expected .yaml or .json files with OpenAPI",
        at: .start(ofFile: diagnostics.addFile(path)))
    }
    return descriptions.map { Input(description: (path as NSString).appendingPathComponent($0)) }
  }

  /// Two files with one stem would be written to one folder.
  private static func withoutDuplicates(
    _ inputs: [Input], into diagnostics: inout Diagnostics
  ) -> [Input] {
    var seen: [String: String] = [:]
    return inputs.filter { input in
      guard let other = seen.updateValue(input.description, forKey: input.stem) else { return true }
      diagnostics.error(
        "\(other) is called \(input.stem) as well; give one of them another name",
        at: .start(ofFile: diagnostics.addFile(input.description)))
      return false
    }
  }

  /// The bytes of a file, or nil after an error at its first place.
  static func bytes(of path: String, into diagnostics: inout Diagnostics) -> [UInt8]? {
    let manager = FileManager.default
    let size = (try? manager.attributesOfItem(atPath: path))?[.size] as? Int
    if let size, size <= largestFile, let data = manager.contents(atPath: path) {
      return [UInt8](data)
    }
    let problem =
      size.map { $0 > largestFile ? "the file is larger than 256 MB" : "the file cannot be read" }
      ?? "there is no such file"
    diagnostics.error(
      "\(problem); expected an OpenAPI description in YAML or JSON",
      at: .start(ofFile: diagnostics.addFile(path)))
    return nil
  }
}
