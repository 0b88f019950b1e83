import Foundation
import Syntax

/// `host`, `basePath` and `schemes` (Swagger 2.0, "Swagger Object") as addresses.
extension Swagger2 {
  mutating func servers(of owner: Node) -> Node? {
    guard root["host"] != nil || root["basePath"] != nil else { return nil }
    let place = (root["host"] ?? root["basePath"] ?? root).place
    let (scheme, host, path) = address(at: place)
    if host.isEmpty { return serverList([path], at: place) }
    let schemes = strings("schemes", of: owner["schemes"] == nil ? root : owner)
    // The order of `schemes` means nothing, and a key must not go out in clear for it.
    var known = ["https", "http"].filter(schemes.contains)
    if known.isEmpty, let scheme { known = [scheme] }
    if known.isEmpty {
      known = [DescriptionReader.isLocal(host: host) ? "http" : "https"]
      let list = owner["schemes"] ?? root["schemes"]
      let problem =
        list == nil
        ? "`schemes` is missing, expected https or http"
        : "found no https or http among `schemes`, expected one of them"
      diagnostics.warning(
        "\(problem); \(known[0]) is used", at: list?.place ?? place)
    }
    return serverList(
      known.map { "\($0)://\(self.host(host, by: $0, at: place))\(path)" }, at: place)
  }

  /// A host without the port that is the other scheme's, on which nobody speaks this one (RFC 9110
  /// §4.2): it is of one of those listed, or that on which a server behind a proxy was asked.
  private mutating func host(_ host: String, by scheme: String, at place: Place) -> String {
    let other = scheme == "https" ? "http" : "https"
    let port = other == "https" ? ":443" : ":80"
    guard host.hasSuffix(port) else { return host }
    diagnostics.warning(
      "found the port of \(other) in `host`, expected none for \(scheme); that is read without it",
      at: place)
    return String(host.dropLast(port.count))
  }

  /// The host and the path to which those of the operations are appended. A host may have been
  /// written with a scheme or a path, and a path without its slash or as a whole address: joined as
  /// they are, they would name a host that nobody has meant.
  private mutating func address(at place: Place) -> (scheme: String?, host: String, path: String) {
    let texts = ["host", "basePath"].map { root[$0]?.text ?? "" }
    var (host, path) = (texts[0].trimmingCharacters(in: .whitespaces), texts[1])
    path = path.trimmingCharacters(in: .whitespaces)
    if host.hasPrefix("//") { host.removeFirst(2) }
    // A path that is a whole address names its host.
    let whole = path.contains("://") ? path : host + "/" + path
    let start = whole.firstRange(of: "://")?.upperBound ?? whole.startIndex
    let scheme = ["https", "http"].first { whole[..<start].lowercased() == $0 + "://" }
    host = String(whole[start...].prefix { $0 != "/" })
    let steps = whole[start...].dropFirst(host.count).split(separator: "/")
    let end = path.hasSuffix("/") && !steps.isEmpty ? "/" : ""
    path = steps.map { "/" + $0 }.joined() + end
    if texts != [host, path], texts != [host, path + "/"] {
      diagnostics.warning(
        // Not as it is written: that may hold a password.
        "found `host` and `basePath` in another form, expected them such as 'example.com' and '/v1'; "
          + "they are read so", at: place)
    }
    return (scheme, host, path)
  }

  private func serverList(_ addresses: [String], at place: Place) -> Node {
    Node(
      .sequence(
        addresses.map { Node.mapping([("url", .string($0, at: place))], at: place) }), at: place)
  }
}
