/// A value that is written as JSON.
public protocol JSONEncodable: Sendable {
  /// The value as JSON. What breaks a rule is recorded in `context`, and the request is then not
  /// sent.
  func json(in context: inout EncodingContext) -> JSONValue
}
