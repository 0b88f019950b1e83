/// A header that an API describes: its name, and how its value is written.
///
/// ```swift
/// let headers: HTTPHeaders = ["X-RateLimit-Remaining": "59"]
/// let left: Int? = headers[HeaderField("X-RateLimit-Remaining")]
/// ```
public struct HeaderField<Value: JSONDecodable>: Sendable {
  private enum Format {
    case simple(explode: Bool)
    case json
  }

  private let name: String
  private let format: Format

  /// A header in the style `simple` (OAS 3.2 §4.20).
  public init(_ name: String, explode: Bool = false) {
    self.name = name
    format = .simple(explode: explode)
  }

  /// A header that holds JSON text (OAS 3.2 §4.20, `content`).
  public init(json name: String) {
    self.name = name
    format = .json
  }

  fileprivate func value(in headers: HTTPHeaders) -> Value? {
    switch format {
    case .simple(let explode): headers.value(name, as: Value.self, explode: explode)
    case .json: headers.value(name, json: Value.self)
    }
  }
}

extension HTTPHeaders {
  /// The value of a header that the API describes; nil where there is none, or where it is of
  /// another type: `headers[name]` has its text.
  public subscript<Value>(field: HeaderField<Value>) -> Value? { field.value(in: self) }
}
