import Syntax

/// The Parameter Object (OAS 3.1 §4.8.12).
package struct Parameter: Sendable {
  package enum Location: String, CaseIterable, Sendable {
    case path, query, header, cookie
  }

  package var name: String
  package var location: Location
  package var description: String?
  package var isRequired: Bool
  package var isDeprecated: Bool
  package var schema: Schema.ID
  package var place: Place
}
