import Foundation
import Syntax

/// `host`, `basePath` and `schemes` (Swagger 2.0, "Swagger Object") as addresses.
extension Swagger2 {
  mutating func servers(of owner: Node) -> Node? {
    if let host = root["x-ms-parameterized-host"], let template = host["hostTemplate"]?.text {
      return servers(of: owner, template: template, host)
    }
    guard root["host"] != nil || root["basePath"] != nil else { return nil }
    let place = (root["host"] ?? root["basePath"] ?? root).place
    let (scheme, host, path) = address(at: place)
    if host.isEmpty { return serverList([path], at: place) }
    let isLocal = DescriptionReader.isLocal(host: host)
    let schemes = schemes(of: owner, inAddress: scheme, isLocal: isLocal, at: place)
    return serverList(
      schemes.map { "\($0)://\(self.host(host, by: $0, at: place))\(path)" }, at: place)
  }

  /// AutoRest's address, a template whose parameters are those of the client.
  private mutating func servers(of owner: Node, template: String, _ host: Node) -> Node {
    let isWhole = host["useSchemePrefix"]?.bool == false
    let schemes = isWhole ? [] : schemes(of: owner, at: host.place)
    let steps = (root["basePath"]?.text ?? "").split(separator: "/")
    let path = steps.map { "/" + $0 }.joined()
    let parameters = (host["parameters"]?.sequence ?? []).map(described)
    let variables = parameters.compactMap { node in node["name"]?.text.map { ($0, node) } }
    return serverList(
      (isWhole ? [""] : schemes.map { $0 + "://" }).map { $0 + template + path }, at: host.place,
      variables: .mapping(variables, at: host.place))
  }

  private mutating func schemes(
    of owner: Node, inAddress written: String? = nil, isLocal: Bool = false, at place: Place
  ) -> [String] {
    let schemes = strings("schemes", of: owner["schemes"] == nil ? root : owner)
    // The order of `schemes` means nothing, and a key must not go out in clear for it.
    let known = ["https", "http"].filter(schemes.contains)
    if !known.isEmpty { return known }
    if let written { return [written] }
    let used = isLocal ? "http" : "https"
    let list = owner["schemes"] ?? root["schemes"]
    let problem =
      list == nil
      ? "`schemes` is missing, expected https or http"
      : "found no https or http among `schemes`, expected one of them"
    diagnostics.warning("\(problem); \(used) is used", at: list?.place ?? place)
    return [used]
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

  private func serverList(
    _ addresses: [String], at place: Place, variables: Node? = nil
  ) -> Node {
    let servers = addresses.map { address in
      Node.mapping([("url", .string(address, at: place)), ("variables", variables)], at: place)
    }
    return Node(.sequence(servers), at: place)
  }
}
