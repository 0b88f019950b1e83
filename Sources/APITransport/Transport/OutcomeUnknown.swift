/// A request that may have been delivered.
public struct OutcomeUnknown: Sendable, Redacted {
  /// What happened after it began to go out.
  public enum Cause: Sendable, Hashable {
    /// There was no answer in time.
    case timedOut

    /// The connection broke, or the answer is not HTTP. In words.
    case connectionLost(String)

    /// The task was cancelled.
    case cancelled
  }

  /// The method and the path, without the query.
  public let request: String

  /// What happened.
  public let cause: Cause

  /// The refusal of a later try, which says nothing of this one; nil where there was none.
  public let refusal: RawResponse?

  package init(request: String, cause: Cause, refusal: RawResponse? = nil) {
    self.request = request
    self.cause = cause
    self.refusal = refusal
  }

  public var description: String {
    let happened =
      switch cause {
      case .timedOut: "there was no answer in time"
      case .connectionLost(let reason): "the connection broke (\(reason))"
      case .cancelled: "it was cancelled after it began to go out"
      }
    let later = refusal.map { "; sent again, it was refused with status \($0.status)" } ?? ""
    return "\(request) may have been delivered: \(happened)\(later). "
      + "Find out from the provider before sending it again."
  }
}
