import Foundation

extension RawResponse {
  /// The body as JSON, whatever its media type says, which is wrong on many servers.
  ///
  /// - Throws: `JSONDecodingError`, which says so where the body is of another type, such as a page
  ///   of a proxy's.
  package func json(accept: String) throws -> JSONValue {
    if body.isEmpty { throw JSONDecodingError(expected: "JSON", found: "no body") }
    do {
      return try JSONValue(parsing: isInUTF8 ? body : Data(text().utf8))
    } catch {
      if headers["Content-Type"].map(isJSONType) ?? true { throw error }
      throw headers.mismatch(accept.contains("*") ? "application/json" : accept) ?? error
    }
  }

  /// The string that an answer in JSON is; nil for any other answer.
  package var stringInJSON: String? {
    guard headers["Content-Type"].map(isJSONType) == true else { return nil }
    return try? json(accept: "application/json").string
  }
}

extension RawResponse {
  /// Whether the body is JSON as it has to be (RFC 8259 §8.1), which many servers write whatever
  /// they call it. In no other encoding does it look so: UTF-16 has bytes that are zero.
  fileprivate var isInUTF8: Bool {
    headers.charset == nil || !body.contains(0) && String(data: body, encoding: .utf8) != nil
  }
}
