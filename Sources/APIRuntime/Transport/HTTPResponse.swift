import Foundation

extension HTTPResponse {
  /// An answer that is all there.
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
  init(_ response: RawResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }

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
