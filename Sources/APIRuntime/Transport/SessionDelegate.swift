import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Gathers the answers to the requests of one session, and answers what the session asks about them. (On Linux the delegate
/// of a single request is not asked, and neither is this one about a request with a completion handler.)
final class SessionDelegate: NSObject, URLSessionDataDelegate {
  /// How a request ended.
  typealias Outcome = Result<RawResponse, TransportError>

  private struct Exchange {
    let continuation: CheckedContinuation<Outcome, Never>
    var body = Data()
  }

  private let exchanges = Locked<[Int: Exchange]>([:])

  /// Begins `task`, and calls `continuation` once when it has ended. If the Swift task is cancelled already it does not
  /// begin: the end of `task` may have been reported before it was awaited here.
  func begin(_ task: URLSessionTask, _ continuation: CheckedContinuation<Outcome, Never>) {
    exchanges.withLock { $0[task.taskIdentifier] = Exchange(continuation: continuation) }
    if Task.isCancelled {
      end(task, .failure(.notSent(.cancelled)))
    } else {
      task.resume()
    }
  }

  /// A redirect is an answer like any other: following it would take the headers, and the keys in them, to wherever it
  /// says.
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    exchanges.withLock { $0[dataTask.taskIdentifier]?.body.append(data) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    end(task, error.map { .failure(TransportError($0)) })
  }

  #if canImport(FoundationNetworking)
    /// On Linux a 401 with `WWW-Authenticate` asks for a credential once its body is there, and neither giving none nor
    /// refusing yields the answer: the one waits for ever, the other cancels. So the request ends here, with its answer.
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

  /// Ends a request, with its answer where there is no error; only the first end of a request counts.
  private func end(_ task: URLSessionTask, _ failure: Outcome?) {
    guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else {
      return
    }
    if let failure {
      exchange.continuation.resume(returning: failure)
    } else if let response = task.response as? HTTPURLResponse {
      exchange.continuation.resume(returning: .success(RawResponse(response, exchange.body)))
    } else {
      let cause = OutcomeUnknown.Cause.connectionLost("there was no answer")
      exchange.continuation.resume(returning: .failure(.interrupted(cause)))
    }
  }
}

extension RawResponse {
  /// Foundation keeps no order of headers: they are sorted by name.
  fileprivate init(_ response: HTTPURLResponse, _ body: Data) {
    var headers = HTTPHeaders()
    let fields = response.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
    for (name, value) in fields.sorted(by: { $0.0 < $1.0 }) {
      headers.append(HTTPHeaders.Field(name: name, value: value))
    }
    self.init(status: response.statusCode, headers: headers, body: body)
  }
}
