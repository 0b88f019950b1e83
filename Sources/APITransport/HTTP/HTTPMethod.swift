/// The method of a request (RFC 9110 §9). Any other name is checked when the request is sent.
public struct HTTPMethod: Sendable, Hashable, CustomStringConvertible {
  /// The method as it goes out: `POST`.
  public let name: String

  /// A method by its name, which is case-sensitive.
  public init(_ name: String) { self.name = name }

  /// Asks for what the path names (RFC 9110 §9.3.1).
  public static let get = HTTPMethod("GET")

  /// Makes the server process the body (RFC 9110 §9.3.3).
  public static let post = HTTPMethod("POST")

  /// Replaces what the path names by the body (RFC 9110 §9.3.4).
  public static let put = HTTPMethod("PUT")

  /// Changes a part of what the path names (RFC 5789).
  public static let patch = HTTPMethod("PATCH")

  /// Removes what the path names (RFC 9110 §9.3.5).
  public static let delete = HTTPMethod("DELETE")

  /// Asks for the headers that a GET would have (RFC 9110 §9.3.2).
  public static let head = HTTPMethod("HEAD")

  /// Asks what can be done with what the path names (RFC 9110 §9.3.7).
  public static let options = HTTPMethod("OPTIONS")

  /// Makes the server send the request back (RFC 9110 §9.3.8).
  public static let trace = HTTPMethod("TRACE")

  /// Asks a question that is the body (OAS 3.2 §4.9, draft-ietf-httpbis-safe-method-w-body).
  public static let query = HTTPMethod("QUERY")

  public var description: String { name }

  /// What is wrong with its name.
  package var violation: Violation? {
    name.isToken ? nil : Violation(place: "method", message: "is not the name of a method")
  }

  /// Whether it changes nothing (RFC 9110 §9.2.1).
  package var isSafe: Bool { [.get, .head, .options, .trace, .query].contains(self) }

  /// Whether doing it twice is as good as once (RFC 9110 §9.2.2).
  package var isIdempotent: Bool { isSafe || self == .put || self == .delete }
}
