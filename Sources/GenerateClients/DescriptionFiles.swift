import Foundation

// GenerateClientsCommand and apigen have this file too, by links: a plugin can import nothing that
// all might share.

/// Those of a target's files that are OpenAPI, and those that may belong to them.
struct DescriptionFiles {
  /// Those that say which OpenAPI they are, and those that have an overlay, or cannot be read: what
  /// is wrong with these is for apigen to tell. By name.
  let descriptions: [URL]

  /// The other YAML and JSON files: overlays, and what descriptions may refer to.
  private let others: [URL]

  init(among files: some Sequence<URL>) {
    let extensions = ["json", "yaml", "yml"]
    let candidates = files.filter { extensions.contains($0.pathExtension.lowercased()) }
      .sorted { $0.path() < $1.path() }
    let overlaid = Set(candidates.filter(Self.isOverlay).map(Self.base))
    descriptions = candidates.filter { file in
      !Self.isOverlay(file)
        && (Self.isDescription(file)
          || overlaid.contains(Self.base(of: file)) && !Self.isPart(file, among: candidates))
    }
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

  /// What a description and its overlay have in common.
  private static func base(of file: URL) -> URL {
    let file = file.deletingPathExtension()
    return file.pathExtension == "overlay" ? file.deletingPathExtension() : file
  }

  /// Whether another file names it, as one does that refers to a part of itself.
  private static func isPart(_ file: URL, among files: [URL]) -> Bool {
    let name = Data(file.lastPathComponent.utf8)
    return files.contains { other in
      base(of: other) != base(of: file)
        && (try? Data(contentsOf: other))?.range(of: name) != nil
    }
  }

  /// Whether the root of a file has a field `openapi` or `swagger` with a version. Their spelling
  /// and encoding matter no more than to apigen, which may warn of them.
  private static func isDescription(_ file: URL) -> Bool {
    guard let data = try? Data(contentsOf: file) else {
      return (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true
    }
    // What is looked for is ASCII, of which every other byte is zero in UTF-16.
    let bytes = [UInt8](data.prefix(4).contains(0) ? data.filter { $0 != 0 } : data)
    return bytes.withUnsafeBufferPointer { RootFields(bytes: $0).haveVersion }
  }
}

/// The fields at the root of a file in YAML or JSON, as far as they can be told without reading it.
/// A plugin is never optimized: what it looks at byte by byte takes long.
private struct RootFields {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether one of them is the version of a description.
  var haveVersion: Bool {
    var start = bytes.firstIndex { $0 < 0x80 } ?? bytes.endIndex
    var indentation: Int?
    while start < bytes.endIndex {
      let content = skippingSpaces(from: start)
      if indentation == nil, content < bytes.endIndex, !isPrelude(content) {
        if bytes[content] == UInt8(ascii: "{") { return hasVersion(inBracesAt: content) }
        indentation = content - start
      }
      if content - start == indentation, isVersion(at: content) { return true }
      start = endOfLine(from: start) + 1
    }
    return false
  }

  /// Whether a line that begins there is none of the fields: a comment, a directive, or nothing.
  private func isPrelude(_ index: Int) -> Bool {
    "#%\r\n".utf8.contains(bytes[index]) || bytes[index...].starts(with: "---".utf8)
  }

  /// Whether one of the fields of the outermost braces is the version.
  private func hasVersion(inBracesAt start: Int) -> Bool {
    var depth = 0
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): index = endOfString(from: index)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","):
        if byte != UInt8(ascii: ",") { depth += 1 }
        if depth == 1, isVersion(at: skippingSpaces(from: index, andLines: true)) { return true }
      default: break
      }
    }
    return false
  }

  private func endOfString(from start: Int) -> Int {
    var index = start
    while true {
      index = self.index(of: UInt8(ascii: "\""), from: index) + 1
      let escapes = bytes[..<min(index - 1, bytes.endIndex)].reversed()
        .prefix { $0 == UInt8(ascii: "\\") }
      if escapes.count.isMultiple(of: 2) || index > bytes.endIndex { return index }
    }
  }

  /// Whether the field begins there, with the first digit of its value.
  private func isVersion(at start: Int) -> Bool {
    let name = skippingQuote(from: start)
    let word = bytes[name...].prefix(7).map { $0 | 0x20 }
    guard word == Array("openapi".utf8) || word == Array("swagger".utf8) else { return false }
    let colon = skippingSpaces(from: skippingQuote(from: name + 7), andLines: true)
    guard colon < bytes.endIndex, bytes[colon] == UInt8(ascii: ":") else { return false }
    var value = skippingQuote(from: skippingSpaces(from: colon + 1, andLines: true))
    if value < bytes.endIndex, bytes[value] | 0x20 == UInt8(ascii: "v") { value += 1 }
    return value < bytes.endIndex && "0123456789".utf8.contains(bytes[value])
  }

  private func skippingQuote(from index: Int) -> Int {
    index < bytes.endIndex && "\"'".utf8.contains(bytes[index]) ? index + 1 : index
  }

  private func skippingSpaces(from start: Int, andLines: Bool = false) -> Int {
    var index = start
    let spaces = andLines ? " \t\r\n" : " \t"
    while index < bytes.endIndex, spaces.utf8.contains(bytes[index]) { index += 1 }
    return index
  }

  private func endOfLine(from start: Int) -> Int { index(of: UInt8(ascii: "\n"), from: start) }

  /// The end where it is nowhere.
  private func index(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.endIndex,
      let found = memchr(bytes.baseAddress! + start, Int32(byte), bytes.count - start)
    else { return bytes.endIndex }
    return UnsafeRawPointer(bytes.baseAddress!).distance(to: UnsafeRawPointer(found))
  }
}
