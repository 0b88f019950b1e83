import Foundation

extension URL {
  /// The host and the port, which is that of the scheme where none is said (RFC 9110 §4.2).
  package var authority: String {
    let scheme = scheme?.lowercased()
    return "\((host ?? "").lowercased()):\(port ?? (scheme == "http" ? 80 : 443))"
  }

  /// Whether a request can go there.
  package var isServer: Bool {
    ["http", "https"].contains(scheme?.lowercased()) && host?.isEmpty == false && user == nil
  }

  /// What is wrong with one where it cannot.
  package static let violation = Violation(
    place: "server",
    message: "is not an http or https URL in ASCII, without a user, a query or a space")
}
