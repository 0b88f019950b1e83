import Foundation

/// A request that knows where it goes, as whom, and how its answer is read. It is only a value: a
/// `Client` sends it.
///
/// `Problem` is the body that the API documents for refusals, `Never` where it documents none. What
/// cannot be sent, a broken rule or a header with a line break, is remembered, and sending throws
/// it.
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

  /// nil for a request without a body.
  var body: [Body.Segment]?
  var violations: [Violation]
  var successes: [(pattern: StatusPattern, reader: BodyReader<Response>)] = []
  var refusals: [(pattern: StatusPattern, reader: BodyReader<Problem>)] = []

  /// A request to `server`, an http or https URL, and `path`, joined by one slash.
  public init(_ method: HTTPMethod, _ server: String, _ path: RequestPath) {
    self.method = method
    self.server = server.hasSuffix("/") ? String(server.dropLast()) : server
    self.path = path.text.hasPrefix("/") ? path.text : "/" + path.text
    violations = path.violations
  }

  /// The method and the path, without the query.
  public var description: String {
    "\(method) \(path.prefix { $0 != "?" })".redacting(secrets)
  }
}
