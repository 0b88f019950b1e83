/// A request that was delivered and accepted, with an answer that could not be read.
public struct Undecodable: Sendable, Redacted {
  /// Why the answer could not be read.
  public enum Cause: Sendable {
    /// It differs from its description: what was expected, where, and what was found.
    case unexpected(JSONDecodingError)

    /// It breaks off: `response` has what was read of it before.
    case incomplete(OutcomeUnknown.Cause)

    /// It, or an element of a stream, is longer than `Client.answerLimit`.
    case tooLong(limit: Int)

    /// It could not be written to a file. In words, with its path.
    case file(String)

    /// A middleware did not pass it on. In words.
    case middleware(String)
  }

  /// The method and the path, without the query.
  public let request: String

  /// The answer as far as it was read: of a download or a stream, its status and headers.
  public let response: RawResponse

  /// Whether sending the request again is as good as once.
  private let isRepeatable: Bool

  /// Why.
  public package(set) var cause: Cause

  package init(_ request: HTTPRequest, _ response: RawResponse, _ cause: Cause) {
    self.request = request.description
    self.response = response
    isRepeatable = request.isRepeatable
    switch cause {
    case .unexpected(var error):
      // Names and media types are the server's choice, and it may repeat what it was sent.
      error.path = error.path.map(request.redact)
      error.found = request.redact(error.found)
      self.cause = .unexpected(error)
    case .incomplete(.connectionLost(let words)):
      self.cause = .incomplete(.connectionLost(request.redact(words)))
    case .middleware(let words): self.cause = .middleware(request.redact(words))
    case .incomplete, .tooLong, .file: self.cause = cause
    }
  }

  public var description: String {
    "\(request) was delivered and accepted with status \(response.status), but \(reason). "
      + (isRepeatable ? "" : "Do not send it again; ")
      + "`response` holds \(response.body.isEmpty ? "its status and headers" : "the answer")."
  }

  /// The cause, for a person.
  package var reason: String {
    switch cause {
    case .unexpected(let error): "the answer cannot be read: \(error)"
    case .incomplete(let cause): "the answer breaks off: \(cause.words)"
    case .tooLong(let limit):
      "the answer is longer than \(limit) bytes: raise `Client.answerLimit`, or use `download` or "
        + "`stream`"
    case .file(let words): "the answer cannot be written to \(words)"
    case .middleware(let words): "a middleware did not pass the answer on: \(words)"
    }
  }
}
