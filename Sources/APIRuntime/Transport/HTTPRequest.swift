import Foundation

/// A request as a transport takes it: complete and checked.
public struct HTTPRequest: Sendable, Redacted {
  /// The method.
  public let method: HTTPMethod

  /// Where it goes, an http or https URL; its query may hold a credential.
  public let url: URL

  /// The headers, `Content-Type` among them; `Host` and `Content-Length` are the transport's.
  public let headers: HTTPHeaders

  /// The body; nil for none.
  public let body: Body?

  /// The texts of the credentials, wherever they stand.
  let secrets: [String]

  /// The method and the path, without the query.
  public var description: String { redact("\(method) \(url.path(percentEncoded: true))") }

  /// `text` without the credentials of this request, should it hold any.
  func redact(_ text: String) -> String { text.redacting(secrets) }
}
