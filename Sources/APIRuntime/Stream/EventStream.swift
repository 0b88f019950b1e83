import Foundation

/// The elements of an answer, each as soon as it has arrived. They can be read once; to stop
/// reading ends the answer.
///
/// Reading throws a `SendError<Never>`: `undecodable` where the answer breaks off, and, with its
/// index, for an element that cannot be read; later ones still can, unless it is longer than
/// `Client.answerLimit`.
public struct EventStream<Element: Sendable>: AsyncSequence, Sendable {
  /// Makes an element of a record; nil where it makes none. It may keep what it has read.
  typealias Read = ([UInt8]) throws -> Element?

  let bytes: ByteStream
  let framing: RecordCutter.Framing
  let makeRead: @Sendable (Reading) -> Read

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Reads the elements in order.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let stream: EventStream
    private let read: Read
    private var pieces: ByteStream.AsyncIterator
    /// The piece that is being cut, from `position` on: an array is faster to walk than `Data`.
    private var piece: [UInt8] = []
    private var position = 0
    private var cutter: RecordCutter
    /// The index of the next element.
    private var index = 0
    /// Whether an element was too long: what is left of it may look like one.
    private var isOver = false

    fileprivate init(_ stream: EventStream) {
      self.stream = stream
      read = stream.makeRead(stream.bytes.reading)
      pieces = stream.bytes.makeAsyncIterator()
      cutter = RecordCutter(stream.framing)
    }

    public mutating func next() async throws -> Element? {
      if isOver { return nil }
      defer { index += 1 }
      let reading = stream.bytes.reading
      var length = 0
      while true {
        length += piece.count - position
        while position < piece.count {
          position += 1
          guard let record = cutter.append(piece[position - 1]) else { continue }
          if let element = try element(record) { return element }
          // A blank line ends what came before it, and a comment is no part of it.
          if record.isEmpty { length = piece.count - position }
          if record.first == UInt8(ascii: ":") { length -= record.count }
        }
        isOver = length > reading.limit
        if isOver { throw undecodable(cutter.take(), .tooLong(limit: reading.limit)) }
        if let next = try await pieces.nextPiece() {
          (piece, position) = (Array(next), 0)
        } else {
          let rest = cutter.take()
          return rest.isEmpty ? nil : try element(rest)
        }
      }
    }

    private func element(_ record: [UInt8]) throws(SendError<Never>) -> Element? {
      do {
        return try stream.bytes.reading.observing { try read(record) }
      } catch {
        throw undecodable(record, .unexpected(JSONDecodingError(error).under("\(index)")))
      }
    }

    private func undecodable(_ record: [UInt8], _ cause: Undecodable.Cause) -> SendError<Never> {
      stream.bytes.response.undecodable(cause, stream.bytes.reading, Data(record))
    }
  }
}
