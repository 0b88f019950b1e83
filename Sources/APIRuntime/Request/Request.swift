import Foundation

/// A request that knows where it goes, with which credentials, and how its answer is read. It is a
/// value: a `Client` sends it.
///
/// `Problem` is the body that the API documents for refusals, `Never` where it documents none.
/// Whatever keeps it from being sent, such as a broken rule or a header with a line break, is
/// remembered, and sending throws it.
public struct Request<Response: Sendable, Problem: Sendable>: Sendable, Redacted {
  let method: HTTPMethod
  let server: String

  /// The path, encoded, as it follows the server.
  let path: String

  /// The parameters of the query, encoded, in order.
  var query: [String] = []
  var headers = HTTPHeaders()

  /// The cookies, `name=value`, in order.
  var cookies: [String] = []

  /// The texts of the credentials, wherever they stand.
  var secrets: [String] = []

  /// The credentials that are not known before the request is sent, and what writes each.
  var fetches: [(source: CredentialSource, write: @Sendable (inout Request, String) -> Void)] = []

  /// How often it is tried; nil for as often as the client says.
  public var retries: Retries?

  /// Called, on any thread, as the body is sent and that of the answer arrives; other requests may
  /// wait until it returns. Another try begins anew.
  public var progress: (@Sendable (TransferProgress) -> Void)?

  /// The header of the idempotency key.
  var idempotencyHeader = "Idempotency-Key"

  /// nil for a request without a body.
  var body: [Body.Segment]?
  var violations: [Violation]
  var successes: [(pattern: StatusPattern, reader: BodyReader<Response>)] = []
  var refusals: [(pattern: StatusPattern, reader: BodyReader<Problem>)] = []

  /// A request to `server`, an http or https URL, and `path`, joined by one slash. `base`, the
  /// relative address of an operation's own server, is resolved against `server` (RFC 3986 §5.2).
  public init(
    _ method: HTTPMethod, _ server: String, _ path: RequestPath, base: String? = nil
  ) {
    self.method = method
    let server = base.map { resolved($0, against: server) } ?? server
    self.server = server.hasSuffix("/") ? String(server.dropLast()) : server
    self.path = path.text.hasPrefix("/") ? path.text : "/" + path.text
    violations = path.violations
  }

  /// The method and the path, the server's too, without the query.
  public var description: String {
    let whole = url?.path(percentEncoded: true)
    return "\(method) \(whole ?? String(path.prefix { $0 != "?" }))".redacting(secrets)
  }
}

/// Nothing, which is no server, where either is no reference.
private func resolved(_ reference: String, against server: String) -> String {
  URL(string: server).flatMap { URL(string: reference, relativeTo: $0)?.absoluteString } ?? ""
}
