import APITransport
import Foundation

/// The bytes of a body, read while they go out.
final class BodySource {
  /// What is not begun yet, the next one last.
  private var segments: [Body.Segment]

  /// What is left of the bytes that are going out.
  private var bytes = Data()

  /// The file that is going out, and where it is.
  private var file: (handle: FileHandle, url: URL)?

  /// How many bytes are still to come.
  private var remaining: Int

  init(_ body: Body) {
    segments = body.segments.reversed()
    remaining = body.length
  }

  /// The next bytes, `count` at the most; none at the end.
  ///
  /// - Throws: `file`, also if one is not as long as it was: then the body is not what its length
  ///   says that it is, and its last byte must not go out.
  func next(_ count: Int) throws(NotSent.Cause) -> Data {
    let piece = try piece(count)
    remaining -= piece.count
    let isWhole = try remaining == 0 ? self.piece(1).isEmpty : false
    guard isWhole || (remaining > 0 && !piece.isEmpty) else {
      throw .file("a file of the body is not as long as it was")
    }
    return piece
  }

  private func piece(_ count: Int) throws(NotSent.Cause) -> Data {
    while true {
      if !bytes.isEmpty {
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
      }
      if let (handle, url) = file {
        let piece = try reading(url) { try handle.read(upToCount: count) }
        if let piece, !piece.isEmpty { return piece }
        file = nil
      }
      switch segments.popLast() {
      case .bytes(let data): bytes = data
      case .file(let url): file = (try reading(url) { try FileHandle(forReadingFrom: url) }, url)
      case nil: return Data()
      }
    }
  }
}

/// What `work` reads of the file at `url`.
private func reading<Value>(_ url: URL, _ work: () throws -> Value) throws(NotSent.Cause) -> Value {
  do {
    return try work()
  } catch {
    throw .file("the file \(url.path.shownLine) cannot be read (\(error.words))")
  }
}
