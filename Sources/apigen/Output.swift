import Foundation
import Generator
import Syntax

/// The files of a run against those of the output folder. Only what apigen wrote is ever changed or
/// removed, and a file that is as it should be is not touched.
struct Output {
  enum Change: String {
    case new, changed, removed
  }

  let folder: String
  let files: [(provider: String, files: [GeneratedFile])]
  /// Whether the folder is all apigen's to keep: a provider whose description is gone goes as well.
  let ownsFolder: Bool
  /// What is to be done, by path under the folder, in order.
  private(set) var changes: [(path: String, change: Change)] = []

  init(
    folder: String, files: [(provider: String, files: [GeneratedFile])], ownsFolder: Bool
  ) {
    self.folder = folder
    self.files = files
    self.ownsFolder = ownsFolder
  }

  func location(of path: String) -> String {
    (folder as NSString).appendingPathComponent(path)
  }

  /// Finds what has to change. A file that apigen did not write, where it has to write one, is an error.
  mutating func compare(into diagnostics: inout Diagnostics) {
    for provider in files.map(\.provider) where isLink(location(of: provider)) {
      diagnostics.error(
        "this is a link to another folder, and apigen writes in none but its own; "
          + "remove it, or choose another folder with --output",
        at: .start(ofFile: diagnostics.addFile(location(of: provider))))
    }
    for file in files.flatMap(\.files) {
      let location = location(of: file.path)
      if !exists(location) {
        changes.append((file.path, .new))
      } else if !isOurs(location) {
        diagnostics.error(
          "apigen did not write this file, and has to write one here; "
            + "move it, or choose another folder with --output",
          at: .start(ofFile: diagnostics.addFile(location)))
      } else if FileManager.default.contents(atPath: location) != Data(file.bytes) {
        changes.append((file.path, .changed))
      }
    }
    changes += stale().map { ($0, .removed) }
  }

  func write() throws {
    let contents = Dictionary(
      files.flatMap(\.files).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for (path, change) in changes {
      let location = location(of: path)
      let parent = (location as NSString).deletingLastPathComponent
      if let bytes = contents[path], change != .removed {
        try FileManager.default.createDirectory(
          atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: location), options: .atomic)
      } else {
        try FileManager.default.removeItem(atPath: location)
        // Fails, as it should, where something else is left in the folder.
        rmdir(parent)
      }
    }
  }

  /// What apigen wrote in an earlier run, and would not write now.
  private func stale() -> [String] {
    let wanted = Set(files.flatMap(\.files).map(\.path))
    // The folder itself may be a link: it is what the user named. What is inside it may not.
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let providers = ownsFolder ? all : files.map(\.provider)
    return providers.sorted().flatMap { provider in
      contents(of: location(of: provider)).sorted()
        .filter { $0.hasSuffix(".swift") }
        .map { "\(provider)/\($0)" }
        .filter { !wanted.contains($0) && isOurs(location(of: $0)) }
    }
  }

  private func contents(of folder: String) -> [String] {
    guard !isLink(folder) else { return [] }
    return (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  private func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  private func isLink(_ path: String) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type]
    return type as? FileAttributeType == .typeSymbolicLink
  }

  /// Whether a file, and not a link to one elsewhere, begins with the marker.
  private func isOurs(_ path: String) -> Bool {
    guard !isLink(path), let file = FileHandle(forReadingAtPath: path) else { return false }
    let marker = Data(GeneratedFile.marker.utf8)
    return (try? file.read(upToCount: marker.count)) == marker
  }
}
