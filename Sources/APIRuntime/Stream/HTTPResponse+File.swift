import Foundation

extension HTTPResponse {
  /// Writes the body beside `file` as it comes, and moves it there when it is complete.
  ///
  /// - Throws: `undecodable` where it cannot be written, or breaks off.
  func write(to file: URL, for reading: Reading) async throws(SendError<Never>) {
    // Not by the name of the file, which may be as long as a name can be.
    let part = file.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: part) }
    do {
      try Data().write(to: part)
      let handle = try FileHandle(forWritingTo: part)
      var pieces = ByteStream(response: self, reading: reading).makeAsyncIterator()
      while let piece = try await pieces.nextPiece() { try handle.write(contentsOf: piece) }
      try handle.close()
      // In one step: the old file is there until the new one is. It refuses to replace a folder.
      if rename(part.path, file.path) != 0 { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    } catch let error as SendError<Never> {
      throw error
    } catch {
      throw undecodable(.file("\(file.path.shownLine): \(error.words)"), reading)
    }
  }
}
