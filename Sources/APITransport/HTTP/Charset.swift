import Foundation

extension HTTPHeaders {
  /// The encoding that the type of a body names; nil for UTF-8, as for what names none.
  package var charset: String? { self["Content-Type"]?.charset }
}

extension String {
  /// The encoding that a media type names (RFC 9110 §8.3.2), in lower case; nil for UTF-8.
  fileprivate var charset: String? {
    // Most name none, and are asked for with each answer.
    guard utf8.contains(UInt8(ascii: ";")) else { return nil }
    let value = mediaTypeParameters.first { $0.hasPrefix("charset=") }?.dropFirst(8)
    return value.flatMap { ["utf-8", "utf8"].contains($0) ? nil : String($0) }
  }

  /// The text of a body or a part in the encoding that its media type names; in UTF-8 where it
  /// names none that is known. What the encoding has no character for is a violation.
  package func bytes(
    ofType type: String?, at place: String, _ violations: inout [Violation]
  ) -> Data {
    guard let charset = type?.charset, let encoding = String.Encoding.named(charset) else {
      return Data(utf8)
    }
    // The one that stands for it in answers has more.
    let isASCII = charset.hasSuffix("ascii")
    if let bytes = data(using: isASCII ? .ascii : encoding) { return bytes }
    violations.append(
      Violation(place: place, message: "has a character that is not in \(charset.shownLine)"))
    return Data()
  }
}

extension String {
  /// The text of bytes in an encoding, or else in UTF-8: one that is not known may be like it in
  /// all that is used of it. Nil where they are in neither.
  package init?(_ bytes: Data, charset: String) {
    self.init(data: bytes, encoding: .named(charset) ?? .utf8)
  }
}

extension String.Encoding {
  /// The encoding of a name that IANA has registered, in lower case; nil where Foundation has none.
  fileprivate static func named(_ charset: String) -> String.Encoding? {
    if let code = codes[charset] { return String.Encoding(code: code) }
    let part = charset.hasPrefix("iso-8859-") ? Int(charset.dropFirst(9)) : nil
    // There is no twelfth.
    if let part, (1...16).contains(part), part != 12 { return String.Encoding(code: 0x200 + part) }
    switch charset {
    case "utf-16": return .utf16
    case "utf-16be": return .utf16BigEndian
    case "utf-16le": return .utf16LittleEndian
    default: return nil
    }
  }

  /// An encoding by Core Foundation's number for it: Foundation has names for few.
  private init(code: Int) { self.init(rawValue: 0x8000_0000 | UInt(code)) }

  /// Core Foundation's numbers (CFStringEncodingExt.h). What is sent as ASCII, `gbk` or `euc-kr` is
  /// of the larger encoding that it is a part of (WHATWG Encoding §4.2).
  private static let codes = [
    "us-ascii": 0x201, "ascii": 0x201, "latin1": 0x201, "tis-620": 0x20B,
    "windows-1250": 0x501, "windows-1251": 0x502, "windows-1252": 0x500, "cp1252": 0x500,
    "windows-1253": 0x503, "windows-1254": 0x504, "windows-1255": 0x505, "windows-1256": 0x506,
    "windows-1257": 0x507, "windows-1258": 0x508, "windows-874": 0x41D,
    "koi8-r": 0xA02, "koi8-u": 0xA08, "macintosh": 0,
    "gb2312": 0x632, "gbk": 0x632, "gb18030": 0x632, "big5": 0xA03,
    "euc-kr": 0x422, "ks_c_5601-1987": 0x422,
    "shift_jis": 0x420, "windows-31j": 0x420, "iso-2022-jp": 0x820, "euc-jp": 0x920,
  ]
}
