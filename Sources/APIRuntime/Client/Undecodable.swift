/// A request that was delivered and accepted, with an answer that could not be read.
public struct Undecodable: Sendable, Redacted {
  /// Why the answer could not be read.
  public enum Cause: Sendable {
    /// It differs from its description: what was expected, where, and what was found.
    case unexpected(JSONDecodingError)

    /// It, or an element of a stream, is longer than `Client.answerLimit`.
    case tooLong(limit: Int)

    /// It could not be written to a file. In words, with its path.
    case file(String)

    /// A middleware did not pass it on. In words.
    case middleware(String)
  }

  /// The method and the path, without the query.
  public let request: String

  /// The answer as it came.
  public let response: RawResponse

  /// Why.
  public let cause: Cause

  init(_ request: HTTPRequest, _ response: RawResponse, _ cause: Cause) {
    self.request = request.description
    self.response = response
    switch cause {
    case .unexpected(var error):
      // Names and media types are the server's choice, and it may repeat what it was sent.
      error.path = error.path.map(request.redact)
      error.found = request.redact(error.found)
      self.cause = .unexpected(error)
    case .middleware(let words): self.cause = .middleware(request.redact(words))
    case .tooLong, .file: self.cause = cause
    }
  }

  public var description: String {
    "\(request) was delivered and accepted with status \(response.status), but \(reason). "
      + "Do not send it again; `response` holds the answer."
  }

  /// The cause, for a person.
  var reason: String {
    switch cause {
    case .unexpected(let error): "the answer cannot be read: \(error)"
    case .tooLong(let limit):
      "the answer is longer than \(limit) bytes: raise `Client.answerLimit`, or use `download` or "
        + "`stream`"
    case .file(let words): "the answer cannot be written to \(words)"
    case .middleware(let words): "a middleware did not pass the answer on: \(words)"
    }
  }
}
