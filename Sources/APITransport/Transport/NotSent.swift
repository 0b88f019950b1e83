/// A request that was certainly not delivered.
public struct NotSent: Sendable, Redacted {
  /// Why nothing went out.
  public enum Cause: Error, Sendable, Hashable {
    /// The request breaks rules of the description, or cannot be written.
    case invalid([Violation])

    /// A file to upload is missing or may not be read. In words, with its path.
    case file(String)

    /// A credential could not be fetched. In words.
    case noCredentials(String)

    /// A middleware refused to send it. In words.
    case refused(String)

    /// There is no way to the server: no such host, a refused connection, failed TLS. In words.
    case noConnection(String)

    /// The task was cancelled before anything went out.
    case cancelled

    /// Time ran out before anything went out.
    case timedOut
  }

  /// The method and the path, without the query.
  public let request: String

  /// Why.
  public package(set) var cause: Cause

  package init(request: String, cause: Cause) {
    self.request = request
    self.cause = cause
  }

  public var description: String {
    "\(request) was not sent: \(cause.reason)"
  }
}

extension NotSent.Cause {
  /// The cause and what to do, for a person.
  package var reason: String {
    switch self {
    case .invalid(let violations):
      violations.map(\.description).joined(separator: "; ") + ". Correct it and send it again."
    case .file(let reason): "\(reason)."
    case .noCredentials(let reason): "a credential could not be fetched (\(reason))."
    case .refused(let reason): "a middleware refused it (\(reason))."
    case .noConnection(let reason):
      "there is no connection to the server (\(reason)). It can be sent again."
    case .cancelled: "it was cancelled before anything went out."
    case .timedOut: "time ran out before anything went out. It can be sent again."
    }
  }
}
