/// One try of a request: what came of it, and what the transport knows.
struct Attempt<Value: Sendable, Problem: Sendable>: Sendable {
  private(set) var result: Result<Value, SendError<Problem>>
  let delivery: Delivery

  /// The credentials that were fetched for it.
  var credentials: [FetchedCredential] = []

  /// Whether what was sent changes nothing (RFC 9110 §9.2.1).
  var isSafe: Bool { delivery.sent?.method.isSafe ?? true }

  /// Whether the server itself did not take the credentials.
  var isUnauthorized: Bool {
    guard case .failure(.rejected(let refusal)) = result else { return false }
    return refusal.status == 401 && delivery.status == 401
  }

  /// The same, of a request that was not sent again with other credentials, and why.
  func unrenewed(_ error: NotSent) -> Attempt {
    guard case .failure(.rejected(var refusal)) = result else { return self }
    var attempt = self
    refusal.renewal = error.cause
    attempt.result = .failure(.rejected(refusal))
    return attempt
  }

  /// How long the server asks to wait before the request is sent again, zero where it does not say;
  /// nil where sending it again is of no use, or may deliver it twice.
  var pause: Duration? {
    let isRepeatable = delivery.sent?.isRepeatable ?? true
    switch result {
    case .failure(.notSent(let error)):
      if case .noConnection = error.cause { return .zero }
      return nil
    case .failure(.outcomeUnknown(let error)):
      return isRepeatable && error.cause != .cancelled ? .zero : nil
    case .failure(.undecodable(let error)):
      guard case .incomplete(let cause) = error.cause else { return nil }
      return isRepeatable && cause != .cancelled ? .zero : nil
    case .failure(.rejected(let refusal)):
      // Not for a status that a middleware has made of another.
      guard refusal.status == delivery.status else { return nil }
      let asked = refusal.headers.retryAfter
      if [429, 503].contains(refusal.status), let asked { return asked }
      let isPassing = [408, 429, 500, 502, 503, 504].contains(refusal.status)
      return isRepeatable && isPassing ? asked ?? .zero : nil
    case .success: return nil
    }
  }
}

extension SendError {
  /// The error of a request of which an earlier try ended with `earlier`: what that has or may have
  /// delivered, and that the server refused it, stays true.
  func after(_ earlier: SendError?, isSafe: Bool) -> SendError {
    switch (earlier, self) {
    case (.outcomeUnknown, .notSent), (.rejected, .notSent), (.undecodable, .notSent),
      (.undecodable, .outcomeUnknown):
      return earlier ?? self
    case (.undecodable, .rejected) where !isSafe: return earlier ?? self
    case (.outcomeUnknown(var lost), .rejected(let refusal)) where !isSafe:
      lost.refusal = refusal.response
      return .outcomeUnknown(lost)
    default: return self
    }
  }

  /// The error of a request that was cancelled when its time was up.
  var timedOut: SendError {
    switch self {
    case .notSent(var error) where error.cause == .cancelled:
      error.cause = .timedOut
      return .notSent(error)
    case .outcomeUnknown(var error) where error.cause == .cancelled:
      error.cause = .timedOut
      return .outcomeUnknown(error)
    case .undecodable(var error):
      if case .incomplete(.cancelled) = error.cause { error.cause = .incomplete(.timedOut) }
      return .undecodable(error)
    case .rejected, .notSent, .outcomeUnknown: return self
    }
  }
}
