import Foundation
import Generator

/// The folder that Swift is written into, and what of it is apigen's.
struct OutputFolder {
  let path: String

  /// Where a path under it is.
  func location(of path: String) -> String {
    (self.path as NSString).appendingPathComponent(path)
  }

  /// What apigen has written for a provider.
  func ours(in provider: String) -> [String] {
    let folder = location(of: provider)
    guard !isLink(folder) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".swift") }
      .map { "\(provider)/\($0)" }.filter { isOurs(location(of: $0)) }
  }

  func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  func isLink(_ path: String) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type]
    return type as? FileAttributeType == .typeSymbolicLink
  }

  /// Whether a file, and not a link to one elsewhere, begins with the marker.
  func isOurs(_ path: String) -> Bool {
    guard !isLink(path), let file = FileHandle(forReadingAtPath: path) else { return false }
    let marker = Data(GeneratedFile.marker.utf8)
    return (try? file.read(upToCount: marker.count)) == marker
  }
}
