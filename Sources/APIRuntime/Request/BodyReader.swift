import Foundation

/// How the body of an answer is read.
public struct BodyReader<Value: Sendable>: Sendable {
  /// The media type that it reads, for `Accept`; nil for any.
  let accept: String?

  /// Reads an answer, or throws a `JSONDecodingError`.
  let read: @Sendable (RawResponse) throws -> Value
}

extension BodyReader where Value: JSONDecodable {
  /// A JSON document.
  public static var json: BodyReader {
    BodyReader(accept: "application/json") { try Value(json: JSONValue(parsing: $0.body)) }
  }
}

extension BodyReader where Value == RawResponse {
  /// The whole answer, as it is.
  public static var raw: BodyReader { BodyReader(accept: nil) { $0 } }
}

extension BodyReader where Value == Void {
  /// No body; one that is sent all the same is ignored.
  public static var none: BodyReader { BodyReader(accept: nil) { _ in } }
}

extension BodyReader where Value == String {
  /// Text in UTF-8; bytes that are not become U+FFFD.
  public static var text: BodyReader {
    BodyReader(accept: "text/plain") { String(decoding: $0.body, as: UTF8.self) }
  }
}

extension BodyReader where Value == Data {
  /// The bytes of the body.
  public static var data: BodyReader { BodyReader(accept: nil) { $0.body } }
}
