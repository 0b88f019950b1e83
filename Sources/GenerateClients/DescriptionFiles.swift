import Foundation

/// Those of a target's files that are OpenAPI, and those that may belong to them.
struct DescriptionFiles {
  /// Those that say which OpenAPI they are, by name.
  let descriptions: [URL]

  /// The other YAML and JSON files: overlays, and what descriptions may refer to.
  private let others: [URL]

  init(among files: some Sequence<URL>) {
    let extensions = ["json", "yaml", "yml"]
    let candidates = files.filter { extensions.contains($0.pathExtension.lowercased()) }
      .sorted { $0.path() < $1.path() }
    descriptions = candidates.filter { !Self.isOverlay($0) && Self.isDescription($0) }
    let own = Set(descriptions)
    others = candidates.filter { !own.contains($0) }
  }

  /// What has to be read again when it changes: its overlay, and whatever it may refer to.
  func parts(of description: URL) -> [URL] {
    let overlay = description.deletingPathExtension().lastPathComponent + ".overlay"
    return others.filter {
      !Self.isOverlay($0) || $0.deletingPathExtension().lastPathComponent == overlay
    }
  }

  /// In bytes, with all that it may refer to.
  func size(of description: URL) -> Int {
    ([description] + parts(of: description))
      .reduce(0) { $0 + ((try? $1.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0) }
  }

  private static func isOverlay(_ file: URL) -> Bool {
    file.deletingPathExtension().pathExtension == "overlay"
  }

  /// Whether a field `openapi` or `swagger` with a version stands where one may stand at the root.
  /// Their spelling and encoding matter no more than to apigen, which may warn of them.
  private static func isDescription(_ file: URL) -> Bool {
    guard let data = try? Data(contentsOf: file) else { return false }
    let isUTF16 = data.starts(with: [0xFE, 0xFF]) || data.starts(with: [0xFF, 0xFE])
    let text =
      isUTF16 ? String(data: data, encoding: .utf16) : String(decoding: data, as: UTF8.self)
    let inYAML =
      /(?mi)^(?:\uFEFF|[ \t]*[{,])?[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?v?[0-9]/
    let inJSON = /(?i)[{,]\s*"(?:openapi|swagger)"\s*:\s*["']?v?[0-9]/
    return text?.firstMatch(of: inYAML) != nil || text?.firstMatch(of: inJSON) != nil
  }
}
