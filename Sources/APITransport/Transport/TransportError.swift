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
