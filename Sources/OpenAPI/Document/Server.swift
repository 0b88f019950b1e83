import Syntax

/// The Server Object (OAS 3.1 §4.8.5).
package struct Server: Sendable {
  /// A Server Variable Object (OAS 3.1 §4.8.6).
  package struct Variable: Sendable {
    package var name: String
    package var defaultValue: String
    package var description: String?
    package var place: Place
  }

  /// The address, with variables as `{name}`.
  package var url: String
  package var description: String?
  package var variables: [Variable]
  package var place: Place
}
