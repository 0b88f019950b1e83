import Syntax

/// The Server Object (OAS 3.1 §4.8.5).
package struct Server: Sendable {
  /// A Server Variable Object (OAS 3.1 §4.8.6).
  package struct Variable: Sendable {
    package var name: String
    /// Nil where the description does not say what it is at all.
    package var defaultValue: String?
    /// The values that it may have; empty where it may have any.
    package var enumValues: [String]
    package var description: String?
    package var place: Place
  }

  /// The address, with variables as `{name}`; it may be relative to that of the description.
  package var url: String
  /// OAS 3.2 §4.6.
  package var name: String?
  package var description: String?
  package var variables: [Variable]
  package var place: Place
}
