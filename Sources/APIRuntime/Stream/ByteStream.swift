import Foundation

/// The bytes of an answer, in pieces as they arrive. They can be read once; to stop reading ends
/// the answer.
///
/// Reading throws a `SendError<Never>`: `undecodable` where the answer breaks off.
public struct ByteStream: AsyncSequence, Sendable {
  let response: HTTPResponse
  let reading: Reading

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Reads the pieces in order.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let stream: ByteStream
    private var pieces: AsyncThrowingStream<Data, any Error>.Iterator
    private var received = 0

    fileprivate init(_ stream: ByteStream) {
      self.stream = stream
      pieces = stream.response.body.makeAsyncIterator()
    }

    public mutating func next() async throws -> Data? { try await nextPiece() }

    /// The same, with the type of its error, which has what was read before.
    mutating func nextPiece(after body: Data = Data()) async throws(SendError<Never>) -> Data? {
      do {
        let next = try await pieces.next()
        // A stream just ends when its task is cancelled.
        if next == nil { try Task.checkCancellation() }
        received += next?.count ?? 0
        return next
      } catch {
        let cause = OutcomeUnknown.Cause(interruption: error, after: received)
        throw stream.response.undecodable(.incomplete(cause), stream.reading, body)
      }
    }
  }
}
