import Foundation

extension RawResponse {
  /// The body as text, in the encoding that its type names, or else UTF-8, where bytes that are
  /// none become U+FFFD.
  ///
  /// - Throws: `JSONDecodingError` where it is in none that is known, nor in the one that it names.
  package func text() throws -> String {
    guard let charset = headers.charset else {
      return String(
        decoding: body.starts(with: byteOrderMark) ? body.dropFirst(3) : body, as: UTF8.self)
    }
    guard let text = String(body, charset: charset) else {
      let type = headers["Content-Type"] ?? ""
      throw JSONDecodingError(expected: "text in UTF-8", found: "an answer of type \(type)")
    }
    return text
  }
}

/// That of UTF-8, which says nothing (RFC 3629 §6).
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
