import Syntax

/// The Operation Object (OAS 3.1 §4.8.10), with what its Path Item says taken in.
package struct Operation: Sendable {
  /// The method in upper case, as it goes out; one of `additionalOperations` (OAS 3.2) as written.
  package var method: String
  /// The path template, such as `/conversations/{id}/messages/`; the name of a webhook.
  package var path: String
  package var operationID: String?
  package var tags: [String]
  package var summary: String?
  package var description: String?
  package var isDeprecated: Bool
  /// The operation's servers, or else those of its path, or of the description; none means `/`.
  package var servers: [Server]
  package var parameters: [Parameter]
  package var requestBody: RequestBody?
  package var responses: [Response]
  /// What the operation needs: any one of these; empty where it needs nothing.
  package var security: [SecurityRequirement]
  /// The header by which the server knows a request that it has seen, as `x-apigen` says.
  package var idempotencyKey: String?
  package var place: Place
}
