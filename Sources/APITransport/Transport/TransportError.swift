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
}

extension TransportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notSent(let cause): "nothing went out: \(cause.reason)"
    case .interrupted(let cause): "something may have gone out: \(cause.words)"
    }
  }
}
