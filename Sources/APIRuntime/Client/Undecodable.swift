/// A request that was delivered and accepted, with an answer that could not be read.
public struct Undecodable: Sendable, Redacted {
  /// The method and the path, without the query.
  public let request: String

  /// The answer as it came.
  public let response: RawResponse

  /// What is wrong with it, and where.
  public let error: JSONDecodingError

  init(_ request: HTTPRequest, response: RawResponse, error: any Error) {
    self.request = request.description
    self.response = response
    var error = JSONDecodingError(error)
    // Names and media types are the server's choice, and it may repeat what it was sent.
    error.path = error.path.map(request.redact)
    error.found = request.redact(error.found)
    self.error = error
  }

  public var description: String {
    "\(request) was delivered and accepted with status \(response.status), but the answer cannot "
      + "be read: \(error). Do not send it again; `response` holds the answer."
  }
}
