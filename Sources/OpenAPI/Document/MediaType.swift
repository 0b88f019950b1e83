import Syntax

/// A media type of a `content` map (OAS 3.1 §4.8.14), such as `application/json`.
package struct MediaType: Sendable {
  /// The type and subtype in lower case, without parameters.
  package var name: String
  package var schema: Schema.ID?
  package var place: Place

  /// `application/json`, `text/json` and every `+json` (RFC 6839 §3.1).
  package var isJSON: Bool {
    name.hasSuffix("/json") || name.hasSuffix("+json")
  }
}
