import Foundation

extension RawResponse {
  /// The body as text, in the encoding that its type names (RFC 9110 §8.3.2), or else UTF-8, where
  /// bytes that are none become U+FFFD.
  ///
  /// - Throws: `JSONDecodingError` where it is in none that is known, nor in the one that it names.
  func text() throws -> String {
    let type = headers["Content-Type"] ?? ""
    guard let charset = type.charset, !["utf-8", "utf8"].contains(charset) else {
      return String(
        decoding: body.starts(with: byteOrderMark) ? body.dropFirst(3) : body, as: UTF8.self)
    }
    // What is not known may be like UTF-8 in all that is used of it.
    guard let text = String(data: body, encoding: .named(charset) ?? .utf8) else {
      throw JSONDecodingError(expected: "text in UTF-8", found: "an answer of type \(type)")
    }
    return text
  }
}

/// That of UTF-8, which says nothing (RFC 3629 §6).
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension String {
  /// The value of the parameter `charset` of a media type, in lower case.
  fileprivate var charset: String? {
    let parameters = lowercased().split(separator: ";").dropFirst()
    let values = parameters.lazy.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("charset=") }
    return values.first.map { $0.dropFirst(8).trimmingCharacters(in: ["\""]) }
  }
}

extension String.Encoding {
  /// The encoding of a name that IANA has registered, in lower case; nil where Foundation has none.
  fileprivate static func named(_ charset: String) -> String.Encoding? {
    switch charset {
    case "us-ascii", "ascii", "iso-8859-1", "latin1": .isoLatin1
    case "iso-8859-2": .isoLatin2
    case "windows-1250": .windowsCP1250
    case "windows-1251": .windowsCP1251
    case "windows-1252", "cp1252": .windowsCP1252
    case "windows-1253": .windowsCP1253
    case "windows-1254": .windowsCP1254
    case "utf-16": .utf16
    case "utf-16be": .utf16BigEndian
    case "utf-16le": .utf16LittleEndian
    case "euc-jp": .japaneseEUC
    case "shift_jis": .shiftJIS
    case "iso-2022-jp": .iso2022JP
    default: nil
    }
  }
}
