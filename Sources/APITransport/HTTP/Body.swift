import Foundation

/// The body of a request: bytes and files, one after the other.
public struct Body: Sendable, Redacted {
  /// A piece of a body.
  public typealias Segment = File.Content

  /// The pieces, in order.
  public let segments: [Segment]

  /// The length in bytes, as `Content-Length` has it.
  public let length: Int

  /// - Throws: `NotSent.Cause.file` for a file that is missing or may not be read.
  package init(_ segments: [Segment]) throws(NotSent.Cause) {
    self.segments = segments
    var length = 0
    for segment in segments {
      switch segment {
      case .bytes(let data): length += data.count
      case .file(let url): length += try fileLength(url)
      }
    }
    self.length = length
  }

  /// Bytes.
  public init(_ data: Data) {
    segments = [.bytes(data)]
    length = data.count
  }

  public var description: String { "Body of \(length) bytes" }
}

extension Body {
  /// All of its bytes; nil where a piece of it is a file, to be read while it is sent.
  public var data: Data? {
    var all = Data()
    for segment in segments {
      guard case .bytes(let data) = segment else { return nil }
      all += data
    }
    return all
  }
}

/// The length of a plain file, in bytes. (Anything else, a pipe for one, might never end.)
private func fileLength(_ url: URL) throws(NotSent.Cause) -> Int {
  let file = url.resolvingSymlinksInPath()
  guard FileManager.default.isReadableFile(atPath: file.path),
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]),
    values.isRegularFile == true, let size = values.fileSize
  else { throw .file("the file \(url.path.shownLine) cannot be read") }
  return size
}
