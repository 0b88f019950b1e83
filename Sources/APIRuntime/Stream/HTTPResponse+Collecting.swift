import Foundation

extension HTTPResponse {
  /// The answer when all of it has come.
  ///
  /// - Throws: `outcomeUnknown`; `undecodable` with its beginning, if it is longer than the client
  ///   takes.
  func collected(for reading: Reading) async throws(SendError<Never>) -> RawResponse {
    var body = Data()
    try await collect(into: &body, for: reading)
    return RawResponse(status: status, headers: headers, body: body)
  }

  /// Puts into `body` what comes of it, which is a part of it after an error.
  func collect(into body: inout Data, for reading: Reading) async throws(SendError<Never>) {
    var pieces = ByteStream(response: self, reading: reading).makeAsyncIterator()
    while body.count <= reading.limit, let piece = try await pieces.nextPiece() { body += piece }
    if body.count <= reading.limit { return }
    body = body.prefix(reading.limit)
    let raw = RawResponse(status: status, headers: headers, body: body)
    throw .undecodable(Undecodable(reading.request, raw, .tooLong(limit: reading.limit)))
  }
}
