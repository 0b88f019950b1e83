import Foundation

extension URL {
  /// The host and the port, which is that of the scheme where none is said (RFC 9110 §4.2).
  package var authority: String {
    let scheme = scheme?.lowercased()
    return "\((host ?? "").lowercased()):\(port ?? (scheme == "http" ? 80 : 443))"
  }

  /// Whether a request can go there: an http or https URL with a host and without a user. It is asked
  /// for each request, and Foundation's ways to the parts of a URL are dear.
  package var isServer: Bool {
    let text = absoluteString.utf8
    for scheme in ["http://", "https://"] {
      let smallLetters = text.prefix(scheme.utf8.count).map { $0 | 0x20 }
      guard smallLetters == Array(scheme.utf8) else { continue }
      let authority = text.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
      return ![nil, UInt8(ascii: ":")].contains(authority.first)
        && !authority.contains(UInt8(ascii: "@"))
    }
    return false
  }

  /// What is wrong with one where it cannot.
  package static let violation = Violation(
    place: "server", message: "is not an http or https URL without user and query")
}
