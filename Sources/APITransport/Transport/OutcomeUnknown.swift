/// A request that may have been delivered.
public struct OutcomeUnknown: Sendable, Redacted {
  /// What happened after it began to go out.
  public enum Cause: Sendable, Hashable {
    /// Nothing came in time.
    case timedOut

    /// The connection broke, or the answer is not HTTP. In words.
    case connectionLost(String)

    /// The task was cancelled.
    case cancelled
  }

  /// The method and the path, without the query.
  public let request: String

  /// What happened.
  public package(set) var cause: Cause

  /// The refusal of a later try, which says nothing of this one; nil where there was none.
  public package(set) var refusal: RawResponse?

  /// Whether sending it again is as good as once.
  private let isRepeatable: Bool

  package init(_ request: HTTPRequest, _ cause: Cause) {
    self.request = request.description
    self.cause = cause
    isRepeatable = request.isRepeatable
  }

  public var description: String {
    let later = refusal.map { "; sent again, it was refused with status \($0.status)" } ?? ""
    // Once more it would be refused as it was.
    let advice =
      isRepeatable && refusal == nil
      ? "It can be sent again." : "Find out from the provider before sending it again."
    return "\(request) may have been delivered: \(cause.words)\(later). \(advice)"
  }
}

extension OutcomeUnknown.Cause {
  /// What happened, for a person.
  package var words: String {
    switch self {
    case .timedOut: "time ran out"
    case .connectionLost(let reason): "the connection broke (\(reason))"
    case .cancelled: "it was cancelled"
    }
  }

  /// Why an answer breaks off, whatever the error says of itself: the request did go out.
  ///
  /// - Parameter count: how much of the body has come before.
  package init(interruption error: any Error, after count: Int) {
    switch error as? TransportError {
    case .interrupted(.connectionLost(let reason))?, .notSent(.noConnection(let reason))?:
      self = .connectionLost("\(reason), after \(count) bytes of the answer")
    case .interrupted(let cause)?: self = cause
    case .notSent(.cancelled)?: self = .cancelled
    case .notSent(.timedOut)?: self = .timedOut
    case nil where error is CancellationError: self = .cancelled
    default: self = .connectionLost("\(error.words), after \(count) bytes of the answer")
    }
  }
}
