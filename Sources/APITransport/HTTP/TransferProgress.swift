/// How much of a request or its answer has been transferred.
public enum TransferProgress: Sendable, Hashable {
  /// The number of bytes of the request's body that were taken to be sent.
  case sent(Int, of: Int)

  /// The number of bytes of the answer's body that have arrived; `of` is nil where the server does
  /// not say how many there will be.
  case received(Int, of: Int?)
}

extension HTTPRequest {
  /// Reports how much of the body was taken to be sent, to whoever asked for it.
  public func report(sent count: Int) {
    progress?(.sent(count, of: body?.length ?? 0))
  }

  /// Reports how much of the answer's body has arrived, to whoever asked for it. A compressed body
  /// has another length than `Content-Length`.
  public func report(received count: Int, with headers: @autoclosure () -> HTTPHeaders) {
    guard let progress else { return }
    let headers = headers()
    let length = headers["Content-Encoding"] == nil ? headers["Content-Length"] : nil
    progress(.received(count, of: length.flatMap { Int($0) }))
  }
}
