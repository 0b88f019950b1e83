import Foundation

extension HTTPResponse {
  /// The answer when all of it has come.
  ///
  /// - Throws: `outcomeUnknown`; `undecodable` with its beginning, if it is longer than the client
  ///   takes.
  func collected(for reading: Reading) async throws(SendError<Never>) -> RawResponse {
    var pieces = ByteStream(response: self, reading: reading).makeAsyncIterator()
    var whole = Data()
    while whole.count <= reading.limit, let piece = try await pieces.nextPiece() {
      whole += piece
    }
    let body = whole.prefix(reading.limit)
    let raw = RawResponse(status: status, headers: headers, body: body)
    if body.count == whole.count { return raw }
    throw .undecodable(Undecodable(reading.request, raw, .tooLong(limit: reading.limit)))
  }
}
