import Foundation

/// A request as a transport takes it: complete and checked. A middleware may change it.
public struct HTTPRequest: Sendable, Redacted {
  /// The method.
  public var method: HTTPMethod

  /// Where it goes, an http or https URL; its query may hold a credential.
  public var url: URL

  /// The headers, `Content-Type` among them; the transport adds `Host` and `Content-Length`.
  public var headers: HTTPHeaders

  /// The body; nil for none.
  public var body: Body?

  /// What of the path and the query follows the server; nil where that is not known.
  let path: String?

  /// The texts of the credentials, wherever they stand.
  let secrets: [String]

  /// The header of the idempotency key.
  let idempotencyHeader: String

  /// What `report` calls.
  let progress: (@Sendable (TransferProgress) -> Void)?

  /// A request for a test of a middleware or a transport. A client makes its own from a `Request`.
  public init(method: HTTPMethod, url: URL, headers: HTTPHeaders = [:], body: Body? = nil) {
    self.init(method: method, url: url, headers: headers, body: body, path: nil)
  }

  package init(
    method: HTTPMethod, url: URL, headers: HTTPHeaders, body: Body?, path: String?,
    secrets: [String] = [], idempotencyHeader: String = "Idempotency-Key",
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.path = path
    self.secrets = secrets
    self.idempotencyHeader = idempotencyHeader
    self.progress = progress
  }

  /// What is wrong with it, which a middleware may have changed.
  package var violations: [Violation] {
    let server = url.canBeSentTo ? nil : URL.violation
    return [method.violation, server].compactMap(\.self) + headers.compactMap(\.violation)
  }

  /// Whether sending it twice is as good as once.
  package var isRepeatable: Bool { method.isIdempotent || headers[idempotencyHeader] != nil }

  /// The method and the path, without the query.
  public var description: String { redact("\(method) \(url.path(percentEncoded: true))") }

  /// `text` without the credentials of this request, should it hold any.
  package func redact(_ text: String) -> String {
    text.redacting(secrets + headers.filter(\.isSecret).map(\.value))
  }
}
