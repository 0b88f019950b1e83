import Foundation

/// An answer as it begins to come: its body is still on the way.
public struct HTTPResponse: Sendable, Redacted {
  /// The status: 201.
  public let status: Int

  /// The headers.
  public let headers: HTTPHeaders

  /// The body, piece by piece as it comes; it can be read once, and breaks off with a
  /// `TransportError`.
  public let body: AsyncThrowingStream<Data, any Error>

  /// An answer whose body is to come.
  public init(
    status: Int, headers: HTTPHeaders, body: AsyncThrowingStream<Data, any Error>
  ) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer that is all there.
  public init(status: Int, headers: HTTPHeaders, body: Data) {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
    continuation.yield(body)
    continuation.finish()
    self.init(status: status, headers: headers, body: stream)
  }

  /// An answer that was collected.
  init(_ response: RawResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }

  public var description: String { "HTTPResponse(\(status))" }

  /// The answer when all of it has come.
  ///
  /// - Throws: `outcomeUnknown`; `undecodable` with its beginning, if it is longer than the client
  ///   takes.
  func collected(for request: HTTPRequest) async throws(SendError<Never>) -> RawResponse {
    var pieces = ByteStream(response: self, request: request).makeAsyncIterator()
    var whole = Data()
    while whole.count <= request.answerLimit, let piece = try await pieces.nextPiece() {
      whole += piece
    }
    let body = whole.prefix(request.answerLimit)
    let raw = RawResponse(status: status, headers: headers, body: body)
    if body.count == whole.count { return raw }
    throw .undecodable(Undecodable(request: request, response: raw, error: request.tooLong))
  }
}
