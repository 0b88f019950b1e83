/// How far a request or its answer has come.
public enum TransferProgress: Sendable, Hashable {
  /// So many bytes of the request's body have been taken to go out.
  case sent(Int, of: Int)

  /// So many bytes of the answer's body have come; `of` is nil where the server does not say how
  /// many there will be.
  case received(Int, of: Int?)
}

extension HTTPRequest {
  /// Tells who wants to know how much of the body is on its way.
  public func report(sent count: Int) {
    progress?(.sent(count, of: body?.length ?? 0))
  }

  /// Tells who wants to know how much of the answer's body has come. What is packed has another
  /// length than `Content-Length`.
  public func report(received count: Int, with headers: @autoclosure () -> HTTPHeaders) {
    guard let progress else { return }
    let headers = headers()
    let length = headers["Content-Encoding"] == nil ? headers["Content-Length"] : nil
    progress(.received(count, of: length.flatMap { Int($0) }))
  }
}
