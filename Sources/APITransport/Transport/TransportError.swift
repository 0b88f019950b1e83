/// Why there is no answer, or not all of one.
public enum TransportError: Error, Sendable {
  /// Nothing has gone out, for certain.
  case notSent(NotSent.Cause)

  /// Something may have gone out.
  case interrupted(OutcomeUnknown.Cause)

  /// The same without the credentials of `request`, should its words hold any.
  package func redacted(for request: HTTPRequest) -> TransportError {
    switch self {
    case .notSent(.noConnection(let words)): .notSent(.noConnection(request.redact(words)))
    case .notSent(.refused(let words)): .notSent(.refused(request.redact(words)))
    case .interrupted(.connectionLost(let words)):
      .interrupted(.connectionLost(request.redact(words)))
    default: self
    }
  }

  /// An error after the answer has begun, whatever it says of itself: the request did go out.
  ///
  /// - Parameter count: how much of the body has come before.
  package init(interruption error: any Error, after count: Int) {
    switch error as? TransportError {
    case .interrupted(.connectionLost(let reason))?, .notSent(.noConnection(let reason))?:
      self = .interrupted(.connectionLost("\(reason), after \(count) bytes of the answer"))
    case .interrupted(let cause)?: self = .interrupted(cause)
    case .notSent(.cancelled)?: self = .interrupted(.cancelled)
    case .notSent(.timedOut)?: self = .interrupted(.timedOut)
    case nil where error is CancellationError: self = .interrupted(.cancelled)
    default:
      let reason = "\(error.words), after \(count) bytes of the answer"
      self = .interrupted(.connectionLost(reason))
    }
  }
}
