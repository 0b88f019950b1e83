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

    /// Whether an answer with this status never has a body (RFC 9110 §15.3.5, §15.3.6, §15.4.5).
    package var hasNoBody: Bool { [.code(204), .code(205), .code(304)].contains(self) }
  }

  package var status: Status
  package var description: String?
  package var headers: [Parameter]
  package var content: [MediaType]
  package var place: Place
}
