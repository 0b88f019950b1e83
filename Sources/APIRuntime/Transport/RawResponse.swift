import Foundation

/// An answer as it came.
public struct RawResponse: Sendable, Redacted {
  /// The status: 201.
  public let status: Int

  /// The headers.
  public let headers: HTTPHeaders

  /// The body; empty where there is none.
  public let body: Data

  /// An answer, as a transport gives it.
  public init(status: Int, headers: HTTPHeaders, body: Data) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var description: String { "RawResponse(\(status), \(body.count) bytes)" }
}
