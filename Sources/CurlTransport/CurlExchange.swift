import APITransport
import Foundation

/// A transfer as seen from outside of its thread. It ends when nobody holds the exchange.
final class CurlExchange: Sendable {
  private let loop: CurlLoop

  private var id: ObjectIdentifier { ObjectIdentifier(self) }

  /// Begins to send `request`.
  init(_ request: HTTPRequest, _ loop: CurlLoop) {
    self.loop = loop
    loop.run { [id] in $0.start(id, request) }
  }

  deinit { loop.run { [id] in $0.remove(id) } }

  /// The status and the headers, when they have come.
  func head() async throws(TransportError) -> AnswerHead {
    try await value { $0.wait(forHead: $1) }
  }

  /// What has come of the body since the last piece; nil at the end.
  func nextPiece() async throws(TransportError) -> Data? {
    try await value { $0.wait(forPiece: $1) }
  }

  /// What the transfer hands to the task that waits for it. Cancelling the task ends the transfer,
  /// which then hands it an error.
  private func value<Value: Sendable>(
    _ wait: @escaping @Sendable (CurlTransfer, CurlTransfer.Waiting<Value>) -> Void
  ) async throws(TransportError) -> Value {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        loop.run { [id] transfers in
          if let transfer = transfers[id] { wait(transfer, waiting) }
        }
      }
    } onCancel: {
      loop.run { [id] in $0.cancel(id) }
    }
    return try result.get()
  }
}
