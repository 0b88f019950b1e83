import Foundation
import Syntax

/// The addresses of servers, which are written as people type them.
extension DescriptionReader {
  /// The address of a server, as far as one can be sent to; nil where there is none.
  mutating func readAddress(of server: Node) -> String? {
    let node = server.text == nil ? server["url"] : server
    if server.text != nil {
      diagnostics.warning(
        "found an address for a server, expected a mapping with it as `url`; it is read so",
        at: server.place)
    }
    guard let node, let text = string(node, "url") else { return nil }
    let written = text.trimmingCharacters(in: .whitespaces)
    var url = Self.withScheme(Self.withBraces(Self.withoutQuotes(written)))
    if url.hasPrefix("//") { return "https:" + url }
    if Self.beginsWithHost(url) { url = (Self.isLocal(host: url) ? "http://" : "https://") + url }
    url = Self.withoutTrimmings(url)
    if url != written {
      diagnostics.warning(
        // Not as it is written: that may hold a password, or a key.
        "found the address in another form, expected one such as 'https://example.com/v1'; it is read "
          + "as '\(url)'", at: node.place)
    }
    if !Self.canBeSentTo(url) {
      diagnostics.warning(
        "found an address that nothing can be sent to, expected one such as 'https://example.com/v1'; "
          + "an overlay can give it", at: node.place)
    }
    return url
  }

  /// `"https://a.io"` and `https://a.io,` without what belongs to the text around it.
  private static func withoutQuotes(_ url: String) -> String {
    let url = url.hasSuffix(",") ? String(url.dropLast()) : url
    guard let quote = url.first, "'\"".contains(quote), url.last == quote else { return url }
    return String(url.dropFirst().dropLast())
  }

  /// `https:/a.io`, `https//a.io` and `http:a.io` as they are meant, and `https:///api`, which has
  /// no host, as the path that it is.
  private static func withScheme(_ url: String) -> String {
    for scheme in ["https", "http"] where url.lowercased().hasPrefix(scheme) {
      let rest = url.dropFirst(scheme.count)
      let host = rest.drop { ":/".contains($0) }
      let isHost = beginsWithHost(String(host)) || isLocal(host: String(host))
      if rest.hasPrefix(":///"), !isHost, !host.isEmpty, !host.hasPrefix("{") { return "/" + host }
      if host.count < rest.count, !host.isEmpty { return scheme + "://" + host }
    }
    return url
  }

  /// Whether an address that has a scheme is one of HTTP, with a valid host (RFC 3986 §3.2.2).
  private static func canBeSentTo(_ url: String) -> Bool {
    guard let start = url.firstRange(of: "://") else { return true }
    let host = url[start.upperBound...].prefix { $0 != "/" }
    let port = host.drop { $0 != ":" }.dropFirst()
    return (["http", "https"].contains(url[..<start.lowerBound]) || url.hasPrefix("{"))
      && host.contains { $0.isLetter || $0.isNumber }
      && !host.contains { "<>$%\\^`|\" ".contains($0) }
      && (host.hasPrefix("[") || host.contains("{") || port.allSatisfy(\.isNumber))
  }

  /// `{{.Host}}` and `${HOST}`, as templates and shells have variables, as `{Host}` and `{HOST}`.
  private static func withBraces(_ url: String) -> String {
    guard url.contains("{{") || url.contains("${") else { return url }
    let single = url.replacing("{{", with: "{").replacing("}}", with: "}")
    var result = ""
    for piece in URLTemplate(single.replacing("${", with: "{")).pieces {
      switch piece {
      case .text(let text): result += text
      case .name(let name): result += "{\(name.trimmingCharacters(in: [" ", "."]))}"
      }
    }
    return result
  }

  /// Whether an address is one without its scheme, and not a path: `v1.0` is a version, and no host
  /// but an IPv4 address has a number for its last name (RFC 3696 §2).
  private static func beginsWithHost(_ url: String) -> Bool {
    let host = url.prefix { $0 != "/" }
    guard !url.contains("://"), !url.hasPrefix("."), !url.hasPrefix("{"),
      host.contains(where: { ".:".contains($0) })
    else { return false }
    let names = host.prefix { $0 != ":" }.split(separator: ".")
    let areNumbers = names.allSatisfy { $0.allSatisfy(\.isNumber) }
    return areNumbers ? names.count == 4 : names.last?.first?.isNumber != true
  }

  /// Whether a host is the machine itself, or one beside it, where nobody has a certificate.
  static func isLocal(host: String) -> Bool {
    let name = host.lowercased().prefix { $0 != ":" && $0 != "/" }
    return ["localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal"].contains(name)
      || name.hasSuffix(".local") || name.hasSuffix(".localhost") || host.hasPrefix("[::1]")
  }

  /// An address without a user, a query and a fragment, which the requests have of their own, and
  /// with a host (RFC 3490) and a path of any alphabet as the network has them.
  private static func withoutTrimmings(_ url: String) -> String {
    guard let start = url.firstRange(of: "://")?.upperBound else {
      return withEscapes(url[...])
    }
    var rest = url[start...]
    if let end = rest.firstIndex(where: { $0 == "#" || $0 == "?" }) { rest = rest[..<end] }
    var authority = rest.prefix { $0 != "/" }
    let path = rest[authority.endIndex...]
    if let at = authority.lastIndex(of: "@") { authority = authority[at...].dropFirst() }
    var host = String(authority)
    if !host.utf8.allSatisfy({ $0 < 0x80 }), !host.contains("{"),
      let ascii = URLComponents(string: "https://" + host)?.encodedHost
    {
      host = ascii + authority[(authority.lastIndex(of: ":") ?? authority.endIndex)...]
    }
    return url[..<start] + host + withEscapes(path)
  }

  /// A path of what an address may hold (RFC 3986 §2.1), but for the names in it.
  private static func withEscapes(_ path: Substring) -> String {
    let visible = CharacterSet(charactersIn: "!"..."~")
    let allowed = visible.subtracting(CharacterSet(charactersIn: "\"<>\\^`|"))
    return URLTemplate(String(path)).pieces.reduce(into: "") { result, piece in
      switch piece {
      case .text(let text):
        result += text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text
      case .name(let name): result += "{\(name)}"
      }
    }
  }
}
