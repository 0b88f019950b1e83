extension JSONParser {
  /// A string (RFC 8259 §7); `position` is at its opening quote.
  mutating func string() throws(JSONDecodingError) -> String {
    position += 1
    let start = position
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if byte == UInt8(ascii: "\"") {
      defer { position += 1 }
      return text(bytes[start..<position])
    }
    return try escapedString(from: start)
  }

  /// A string with an escape at `position`, or one that is broken there.
  private mutating func escapedString(from start: Int) throws(JSONDecodingError) -> String {
    var unescaped = Array(bytes[start..<position])
    while let byte, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return text(unescaped[...])
      case UInt8(ascii: "\\"): unescaped += String(try escape()).utf8
      default: unescaped.append(byte)
      }
    }
    throw unexpected("a closing quote")
  }

  /// What follows a backslash.
  private mutating func escape() throws(JSONDecodingError) -> Unicode.Scalar {
    guard let byte else { throw unexpected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      position -= 1
      throw unexpected("an escape")
    }
  }

  /// What follows `\u`: one UTF-16 unit, or the two of a surrogate pair. Half a pair alone, which
  /// servers write where they have cut a text in an emoji, gives U+FFFD.
  private mutating func unicodeEscape() throws(JSONDecodingError) -> Unicode.Scalar {
    let unit = try hexadecimalUnit()
    let afterUnit = position
    if UTF16.isLeadSurrogate(unit), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
      let pair = [unit, try hexadecimalUnit()]
      if UTF16.isTrailSurrogate(pair[1]) {
        return String(decoding: pair, as: UTF16.self).unicodeScalars.first ?? "\u{FFFD}"
      }
    }
    position = afterUnit
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private mutating func hexadecimalUnit() throws(JSONDecodingError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("a hexadecimal digit")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// The bytes of a string as text. Decoding mends what is not UTF-8.
  private func text(_ utf8: ArraySlice<UInt8>) -> String {
    let text = String(decoding: utf8, as: UTF8.self)
    if deviations != nil, !text.utf8.elementsEqual(utf8) {
      note("UTF-8", found: "other bytes")
    }
    return text
  }
}
