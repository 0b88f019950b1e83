import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Passes on the answers to the requests of one session as they come, and answers what the session
/// asks about them. (On Linux the delegate of a single request is not asked, and neither is this
/// one about a request with a completion handler.)
final class SessionDelegate: NSObject, URLSessionDataDelegate {
  /// How a request ended, or an answer to it began.
  typealias Outcome = Result<HTTPResponse, TransportError>

  private struct Head {
    let waiting: CheckedContinuation<Outcome, Never>
    let stream: AsyncThrowingStream<Data, any Error>
  }

  private struct Exchange {
    /// The task that waits for the answer, and the body that it gets; nil once the answer has
    /// begun. Only the reader holds the body then, so that it ends when nobody reads it.
    var head: Head?

    /// Holds what is not read yet, however much: `URLSession` on Linux cannot be told to wait.
    let body: AsyncThrowingStream<Data, any Error>.Continuation

    /// A file to remove at the end.
    let copy: URL?

    /// What is held until the end.
    let place: HostQueue.Place

    let request: HTTPRequest
    var received = 0
  }

  private let exchanges = Locked<[Int: Exchange]>([:])

  /// Begins `task`, calls `head` once when it has an answer or has failed, and removes `copy` and
  /// lets `place` go when it has ended. If the Swift task is cancelled already it does not begin:
  /// the end of `task` may have been reported before it was awaited here.
  func begin(
    _ task: URLSessionTask, _ request: HTTPRequest, copy: URL?, _ place: HostQueue.Place,
    _ head: CheckedContinuation<Outcome, Never>
  ) {
    let (stream, body) = AsyncThrowingStream.makeStream(of: Data.self)
    body.onTermination = { end in
      // Nobody reads any more.
      if case .cancelled = end { task.cancel() }
    }
    exchanges.withLock {
      $0[task.taskIdentifier] = Exchange(
        head: Head(waiting: head, stream: stream), body: body, copy: copy, place: place,
        request: request)
    }
    if Task.isCancelled {
      end(task, .notSent(.cancelled))
    } else {
      task.resume()
    }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    // On Linux an interim answer (RFC 9110 §15.2) comes first, as if it were all.
    if !response.isInterim { answer(dataTask, response) }
    completionHandler(.allow)
  }

  /// A redirect is an answer like any other: following it would take the headers, and the keys in
  /// them, to wherever it says.
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let exchange = exchanges.withLock { exchanges in
      exchanges[dataTask.taskIdentifier]?.received += data.count
      return exchanges[dataTask.taskIdentifier]
    }
    guard let exchange else { return }
    exchange.request.report(
      received: exchange.received,
      with: (dataTask.response as? HTTPURLResponse).map(HTTPHeaders.init) ?? HTTPHeaders())
    exchange.body.yield(data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didSendBodyData count: Int64,
    totalBytesSent total: Int64, totalBytesExpectedToSend: Int64
  ) {
    let request = exchanges.withLock { $0[task.taskIdentifier]?.request }
    request?.report(sent: Int(total))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    end(task, error.map { TransportError($0) })
  }

  #if canImport(FoundationNetworking)
    /// On Linux a 401 with `WWW-Authenticate` asks for a credential once its body is there, and
    /// neither giving none nor refusing yields the answer: the one waits for ever, the other
    /// cancels. So the request ends here, with its answer.
    func urlSession(
      _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
      completionHandler:
        @escaping @Sendable (
          URLSession.AuthChallengeDisposition, URLCredential?
        ) -> Void
    ) {
      end(task, nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    }
  #endif

  /// The answer begins, where it has not yet.
  private func answer(_ task: URLSessionTask, _ response: URLResponse?) {
    let head = exchanges.withLock { exchanges in
      defer { exchanges[task.taskIdentifier]?.head = nil }
      return exchanges[task.taskIdentifier]?.head
    }
    guard let head else { return }
    if let response = response as? HTTPURLResponse, !response.isInterim {
      head.waiting.resume(
        returning: .success(
          HTTPResponse(
            status: response.statusCode, headers: HTTPHeaders(response), body: head.stream)))
    } else {
      let cause = OutcomeUnknown.Cause.connectionLost("there was no answer")
      head.waiting.resume(returning: .failure(.interrupted(cause)))
    }
  }

  /// Ends a request; only the first end of a request counts.
  private func end(_ task: URLSessionTask, _ failure: TransportError?) {
    if failure == nil { answer(task, task.response) }
    guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else {
      return
    }
    if let copy = exchange.copy { try? FileManager.default.removeItem(at: copy) }
    exchange.body.finish(throwing: failure)
    if let failure { exchange.head?.waiting.resume(returning: .failure(failure)) }
  }
}

extension URLResponse {
  /// Whether the server has more to say.
  fileprivate var isInterim: Bool {
    (self as? HTTPURLResponse).map { $0.statusCode < 200 } ?? false
  }
}

extension HTTPHeaders {
  /// Foundation keeps no order of headers: they are sorted by name.
  fileprivate init(_ response: HTTPURLResponse) {
    self.init()
    let fields = response.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
    for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) {
      append(HTTPHeaders.Field(name: name, value: value))
    }
  }
}
