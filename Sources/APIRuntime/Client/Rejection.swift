import Foundation

/// A request that was delivered, and that the server refused.
public struct Rejection<Problem: Sendable>: Sendable, Redacted {
  /// The method and the path, without the query.
  public let request: String

  /// The answer as it came.
  public let response: RawResponse

  /// The body, as the API documents it for this refusal, or else for all others; nil where it
  /// documents none, or where the server sent another.
  public let problem: Problem?

  /// Why it was not sent again with another credential, after a 401 to one that was fetched; nil
  /// where it was, or where none was fetched.
  public internal(set) var renewal: NotSent.Cause?

  /// The status: 401.
  public var status: Int { response.status }

  /// The headers of the answer.
  public var headers: HTTPHeaders { response.headers }

  /// The body of the answer, as it came.
  public var body: Data { response.body }

  public var description: String {
    "\(request) was delivered, and refused with status \(status). "
      + (problem == nil ? "`body` holds" : "`problem` and `body` hold")
      + " what the server says of it."
      + (renewal.map { " It was not sent again: \($0.reason)" } ?? "")
  }
}
