/// The method of a request (RFC 9110 §9). The name of a method of one's own is checked when the
/// request is sent.
public struct HTTPMethod: Sendable, Hashable, CustomStringConvertible {
  /// The method as it goes out: `POST`.
  public let name: String

  /// A method by its name, of which the case counts.
  public init(_ name: String) { self.name = name }

  public static let get = HTTPMethod("GET")
  public static let post = HTTPMethod("POST")
  public static let put = HTTPMethod("PUT")
  public static let patch = HTTPMethod("PATCH")
  public static let delete = HTTPMethod("DELETE")
  public static let head = HTTPMethod("HEAD")
  public static let options = HTTPMethod("OPTIONS")
  public static let trace = HTTPMethod("TRACE")

  public var description: String { name }

  /// What is wrong with its name.
  package var violation: Violation? {
    name.isToken ? nil : Violation(place: "method", message: "is not the name of a method")
  }

  /// Whether it changes nothing (RFC 9110 §9.2.1).
  package var isSafe: Bool { [.get, .head, .options, .trace, HTTPMethod("QUERY")].contains(self) }

  /// Whether doing it twice is as good as once (RFC 9110 §9.2.2).
  package var isIdempotent: Bool { isSafe || self == .put || self == .delete }
}
