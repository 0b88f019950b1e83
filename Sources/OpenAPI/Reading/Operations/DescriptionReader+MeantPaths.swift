import Foundation
import Syntax

/// Paths that are written as no path is, and have only one meaning.
extension DescriptionReader {
  /// The path that a key of `paths` is, where it is written with a method, as a whole address, with
  /// spaces around it or without its slash; and where to send it if the description does not say.
  /// With a warning.
  mutating func meantPath(of entry: Located.Entry) -> (path: String, server: Server?) {
    let written = entry.key
    let isSpaced = written.first?.isWhitespace == true || written.last?.isWhitespace == true
    // Nearly all are.
    if written.hasPrefix("/"), !isSpaced { return (written, nil) }
    let key = withoutMethod(written.trimmed, of: entry.value.node)
    guard let origin = Self.origin(of: key) else {
      let path = key.hasPrefix("/") ? key : "/" + key
      diagnostics.warning(
        "found the path '\(written)', expected '\(path)'; it is read so", at: entry.keyPlace)
      return (path, nil)
    }
    // A server that is where the description is says nothing of the host.
    let servers = document.servers.map(\.url).filter { $0 != "/" }
    let base = servers.filter { key.continues($0) }.max { $0.count < $1.count }
    let rest = key.dropFirst(base?.count ?? origin.count)
    let path = rest.hasPrefix("/") ? String(rest) : "/" + rest
    diagnostics.warning(
      // Not as it is written: that may hold a password.
      "found a whole address for a path, expected '\(path)'; it is read so"
        + (base == nil && !servers.isEmpty ? ", at the `servers` of the description" : ""),
      at: entry.keyPlace)
    if !servers.isEmpty { return (path, nil) }
    let server = Node.string(origin, at: entry.keyPlace)
    let fields = Node.mapping([("url", server)], at: entry.keyPlace)
    return (path, readServer(Located(node: fields, resource: 0)))
  }

  /// What comes after a method, where the path has an operation with that.
  private func withoutMethod(_ key: String, of item: Node) -> String {
    let method = key.prefix { $0.isLetter }.lowercased()
    let rest = key.dropFirst(method.count)
    guard rest.first?.isWhitespace == true || rest.hasPrefix(": "), Self.methods.contains(method),
      item.entries?.contains(where: { $0.key.lowercased() == method }) == true
    else { return key }
    return String(rest.dropFirst()).trimmed
  }

  /// The scheme and the host of an address; nil where the text is none.
  private static func origin(of text: String) -> String? {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard ["http", "https"].contains(scheme), text.dropFirst(scheme.count).hasPrefix("://")
    else { return nil }
    let host = text.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
    return host.isEmpty ? nil : String(text[..<host.endIndex])
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

  /// Whether it is an address, or one below it.
  fileprivate func continues(_ address: String) -> Bool {
    guard hasPrefix(address) else { return false }
    return address.hasSuffix("/") || count == address.count
      || "/?".contains(self[index(startIndex, offsetBy: address.count)])
  }
}
