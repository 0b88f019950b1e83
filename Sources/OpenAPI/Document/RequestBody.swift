import Syntax

/// The Request Body Object (OAS 3.1 §4.8.13).
package struct RequestBody: Sendable {
  package var description: String?
  package var isRequired: Bool
  package var content: [MediaType]
  package var place: Place
}
