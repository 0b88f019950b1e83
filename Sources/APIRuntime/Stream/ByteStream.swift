import Foundation

/// The bytes of an answer, in pieces as they arrive. They can be read once; to stop reading ends
/// the answer.
///
/// Reading throws a `SendError<Never>`: `outcomeUnknown` where the answer breaks off.
public struct ByteStream: AsyncSequence, Sendable {
  let response: HTTPResponse
  let reading: Reading

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Reads the pieces in order.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let request: HTTPRequest
    private var pieces: AsyncThrowingStream<Data, any Error>.Iterator
    private var received = 0

    fileprivate init(_ stream: ByteStream) {
      request = stream.reading.request
      pieces = stream.response.body.makeAsyncIterator()
    }

    public mutating func next() async throws -> Data? { try await nextPiece() }

    /// The same, with the type of its error.
    mutating func nextPiece() async throws(SendError<Never>) -> Data? {
      let next: Data?
      do {
        next = try await pieces.next()
      } catch {
        throw SendError(TransportError(interruption: error, after: received), for: request)
      }
      // A stream just ends when its task is cancelled.
      if next == nil, Task.isCancelled {
        throw SendError(.interrupted(.cancelled), for: request)
      }
      received += next?.count ?? 0
      return next
    }
  }
}
