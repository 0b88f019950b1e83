import Foundation

extension HTTPHeaders {
  /// The encoding that the type of a body names (RFC 9110 §8.3.2), in lower case; nil for UTF-8,
  /// which is the one of what names none.
  package var charset: String? {
    // Most name none, and are asked for with each answer.
    guard let type = self["Content-Type"], type.utf8.contains(UInt8(ascii: ";")) else { return nil }
    let parameters = type.lowercased().split(separator: ";").dropFirst()
    let value = parameters.lazy.map { $0.trimmingCharacters(in: .whitespaces) }
      .first { $0.hasPrefix("charset=") }?
      .dropFirst(8).trimmingCharacters(in: ["\""])
    return value.flatMap { ["utf-8", "utf8"].contains($0) ? nil : $0 }
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
