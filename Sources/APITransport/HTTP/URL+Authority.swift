import Foundation

extension URL {
  /// The host and the port, which is that of the scheme where none is said (RFC 9110 §4.2).
  package var authority: String {
    let scheme = scheme?.lowercased()
    return "\((host ?? "").lowercased()):\(port ?? (scheme == "http" ? 80 : 443))"
  }

  /// Whether it is the address of a server. That of `https://https://a.io`, as it comes of a host
  /// that is given with a scheme, is `https`, and what is left of it a path.
  package var isServer: Bool {
    canBeSentTo && !(path.hasPrefix("//") && ["http", "https"].contains(host?.lowercased()))
  }

  /// Whether a request can go there.
  var canBeSentTo: Bool {
    ["http", "https"].contains(scheme?.lowercased()) && host?.isEmpty == false && user == nil
      && port ?? 0 <= UInt16.max
  }

  /// What is wrong with one where it cannot, or where it is no server's.
  package static let violation = Violation(
    place: "server",
    message: "is not an http or https URL in ASCII, without a user, a query or a space, "
      + "with one scheme and no port past 65535")
}
