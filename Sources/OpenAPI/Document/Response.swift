import Syntax

/// The Response Object (OAS 3.1 §4.8.17), and the statuses that it is for.
package struct Response: Sendable {
  /// A key of the Responses Object (OAS 3.1 §4.8.16).
  package enum Status: Hashable, Sendable {
    /// A status code, such as 201.
    case code(Int)
    /// All codes of a class: 2 for `2XX`.
    case range(Int)
    /// Every status that is not listed.
    case `default`
  }

  package var status: Status
  package var description: String?
  package var headers: [Parameter]
  package var content: [MediaType]
  package var place: Place
}
