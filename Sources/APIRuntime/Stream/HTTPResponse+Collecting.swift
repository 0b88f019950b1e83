import Foundation

extension HTTPResponse {
  /// The answer when all of it has come.
  ///
  /// - Throws: `undecodable` with its beginning, if it breaks off or is longer than the client
  ///   takes.
  func collected(for reading: Reading) async throws(SendError<Never>) -> RawResponse {
    var body = Data()
    try await collect(into: &body, for: reading)
    return RawResponse(status: status, headers: headers, body: body)
  }

  /// Puts into `body` what comes of it, which is a part of it after an error.
  func collect(into body: inout Data, for reading: Reading) async throws(SendError<Never>) {
    var pieces = ByteStream(response: self, reading: reading).makeAsyncIterator()
    while body.count <= reading.limit, let piece = try await pieces.nextPiece(after: body) {
      body += piece
    }
    if body.count <= reading.limit { return }
    body = body.prefix(reading.limit)
    throw undecodable(.tooLong(limit: reading.limit), reading, body)
  }

  /// The error of an answer of which no more than `body` was read.
  func undecodable(
    _ cause: Undecodable.Cause, _ reading: Reading, _ body: Data = Data()
  ) -> SendError<Never> {
    let response = RawResponse(status: status, headers: headers, body: body)
    return .undecodable(Undecodable(reading.request, response, cause))
  }
}
