import Syntax

/// The Security Scheme Object (OAS 3.1 §4.8.27), by the name that it has in the components.
package struct SecurityScheme: Sendable {
  package enum Kind: Hashable, Sendable {
    /// A key with this name in a header, the query or a cookie.
    case apiKey(Parameter.Location, String)
    /// A name and a password (RFC 7617).
    case basic
    /// A token (RFC 6750), wherever it comes from: `http` bearer, OAuth 2 or OpenID Connect.
    case bearer
    /// Another scheme of `Authorization`, as it is written (RFC 9110 §11.1).
    case http(String)
    /// A certificate of the client's, in TLS.
    case mutualTLS
  }

  package var name: String
  /// What `x-apigen` says that it is called in Swift.
  package var swiftName: String?
  package var kind: Kind
  package var description: String?
  package var isDeprecated: Bool
  package var place: Place
}

/// A Security Requirement Object (OAS 3.1 §4.8.30): all of these schemes at once; none of them says
/// that no credentials are needed.
package struct SecurityRequirement: Sendable {
  package var schemes: [String]
  package var place: Place
}
