import Foundation

/// The response of a server: as it arrives, when all of it has arrived, or as it is read.
public struct Answer<Body: Sendable>: Sendable, Redacted {
  /// The status: 201.
  public let status: Int

  /// The headers.
  public let headers: HTTPHeaders

  /// The body.
  public let body: Body

  /// An answer, as a transport or a middleware gives it.
  public init(status: Int, headers: HTTPHeaders, body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var description: String { "Answer(\(status))" }
}

/// An answer with its bytes, which are empty where there is no body.
public typealias RawResponse = Answer<Data>

/// An answer that begins to arrive. Its body arrives piece by piece, can be read once, and breaks
/// off with a `TransportError`.
public typealias HTTPResponse = Answer<AsyncThrowingStream<Data, any Error>>

extension RawResponse {
  /// An answer without a body.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders()) {
    self.init(status: status, headers: headers, body: Data())
  }
}

extension HTTPResponse {
  /// An answer that has arrived as a whole.
  public init(status: Int, headers: HTTPHeaders, body: Data) {
    let rest = Locked<Data?>(body)
    let stream = AsyncThrowingStream<Data, any Error> {
      rest.withLock { rest in
        defer { rest = nil }
        return rest
      }
    }
    self.init(status: status, headers: headers, body: stream)
  }

  /// An answer that was collected.
  package init(_ response: RawResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }
}
