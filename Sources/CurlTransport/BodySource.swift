import APITransport
import Foundation

/// The bytes of a body, read while they go out.
final class BodySource {
  /// What is not begun yet, the next one last.
  private var segments: [Body.Segment]

  /// What is left of the bytes that are going out.
  private var bytes = Data()

  /// The file that is going out.
  private var file: FileHandle?

  /// How many bytes are still to come.
  private var remaining: Int

  init(_ body: Body) {
    segments = body.segments.reversed()
    remaining = body.length
  }

  /// The next bytes, `count` at the most; none at the end.
  ///
  /// - Throws: what is wrong with a file; `CocoaError` if one is not as long as it was, for then
  ///   the body is not what its length says that it is, and its last byte must not go out.
  func next(_ count: Int) throws -> Data {
    let piece = try piece(count)
    remaining -= piece.count
    let isWhole = try remaining == 0 && self.piece(1).isEmpty
    guard isWhole || (remaining > 0 && !piece.isEmpty) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return piece
  }

  private func piece(_ count: Int) throws -> Data {
    while true {
      if !bytes.isEmpty {
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
      }
      if let piece = try file?.read(upToCount: count), !piece.isEmpty { return piece }
      file = nil
      switch segments.popLast() {
      case .bytes(let data): bytes = data
      case .file(let url): file = try FileHandle(forReadingFrom: url)
      case nil: return Data()
      }
    }
  }
}
