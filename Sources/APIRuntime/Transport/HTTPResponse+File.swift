import Foundation

extension HTTPResponse {
  /// Writes the body beside `file` as it comes, and moves it there when it is complete.
  ///
  /// - Throws: `undecodable` where it cannot be written, or `outcomeUnknown` where it breaks off.
  func write(to file: URL, for request: HTTPRequest) async throws(SendError<Never>) {
    let part = file.appendingPathExtension(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: part) }
    do {
      try Data().write(to: part)
      let handle = try FileHandle(forWritingTo: part)
      var pieces = ByteStream(response: self, request: request).makeAsyncIterator()
      while let piece = try await pieces.nextPiece() { try handle.write(contentsOf: piece) }
      try handle.close()
      if FileManager.default.fileExists(atPath: file.path) {
        try FileManager.default.removeItem(at: file)
      }
      try FileManager.default.moveItem(at: part, to: file)
    } catch let error as SendError<Never> {
      throw error
    } catch {
      let response = RawResponse(status: status, headers: headers, body: Data())
      let error = JSONDecodingError(
        expected: "to write \(file.path)", found: error.localizedDescription)
      throw .undecodable(Undecodable(request: request, response: response, error: error))
    }
  }
}
