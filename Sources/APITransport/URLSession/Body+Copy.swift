import Foundation
import SystemThreads

extension Body {
  /// A copy on disk of a body with files, nil for one of only bytes. `URLSession` on Linux has no
  /// other way to send more than memory holds and say its length: from a stream it sends chunks.
  ///
  /// It is written on a thread of its own: those of tasks are few, and a disk may be slow.
  ///
  /// - Throws: `notSent`, if a file cannot be read or the copy not be written, or the task is
  ///   cancelled.
  func temporaryFile() async throws(TransportError) -> URL? {
    if data != nil { return nil }
    let isCancelled = Locked(false)
    let copy: Result<URL, TransportError> = await withTaskCancellationHandler {
      await withCheckedContinuation { done in
        do {
          try detachThread {
            done.resume(
              returning: Result { () throws(TransportError) in
                try copied { isCancelled.withLock { $0 } }
              })
          }
        } catch {
          let reason = "a copy of the body cannot be written (there is no thread for it)"
          done.resume(returning: .failure(.notSent(.file(reason))))
        }
      }
    } onCancel: {
      isCancelled.withLock { $0 = true }
    }
    return try copy.get()
  }

  private func copied(_ isCancelled: () -> Bool) throws(TransportError) -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let manager = FileManager.default
    guard
      manager.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let copy = try? FileHandle(forWritingTo: url)
    else { throw .notSent(.file("a copy of the body cannot be written to \(url.path)")) }
    do throws(TransportError) {
      for segment in segments { try segment.append(to: copy, isCancelled) }
    } catch {
      try? manager.removeItem(at: url)
      throw error
    }
    return url
  }
}

extension Body.Segment {
  /// Writes the segment to `copy`, a piece at a time.
  fileprivate func append(
    to copy: FileHandle, _ isCancelled: () -> Bool
  ) throws(TransportError) {
    do {
      switch self {
      case .bytes(let data): try copy.write(contentsOf: data)
      case .file(let url):
        let file = try FileHandle(forReadingFrom: url)
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
          if isCancelled() { throw CancellationError() }
          try copy.write(contentsOf: piece)
        }
      }
    } catch is CancellationError {
      throw .notSent(.cancelled)
    } catch {
      throw .notSent(.file("\(name) cannot be copied (\(error.words))"))
    }
  }

  private var name: String {
    switch self {
    case .bytes: "the body"
    case .file(let url): "the file \(url.path.shownLine)"
    }
  }
}
