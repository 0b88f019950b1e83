import Syntax

/// The Security Scheme Object (OAS 3.1 §4.8.27), by the name that it has in the components.
package struct SecurityScheme: Sendable {
  package enum Kind: Hashable, Sendable {
    /// A key in the header with this name.
    case header(String)
  }

  package var name: String
  package var kind: Kind
  package var description: String?
  package var place: Place
}

/// A Security Requirement Object (OAS 3.1 §4.8.30): all of these schemes at once.
package struct SecurityRequirement: Sendable {
  package var schemes: [String]
  package var place: Place
}
