/// An answer to a request that was accepted.
public struct Answer<Body: Sendable>: Sendable, Redacted {
  /// The status: 201.
  public let status: Int

  /// The headers.
  public let headers: HTTPHeaders

  /// The body, as the request says that it is read.
  public let body: Body

  public var description: String { "Answer(\(status))" }
}
