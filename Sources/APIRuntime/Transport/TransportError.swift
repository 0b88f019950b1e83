/// Why there is no answer.
public enum TransportError: Error, Sendable {
  /// Nothing has gone out, for certain.
  case notSent(NotSent.Cause)

  /// Something may have gone out.
  case interrupted(OutcomeUnknown.Cause)
}
