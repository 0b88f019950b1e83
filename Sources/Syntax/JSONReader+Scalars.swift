extension JSONReader {
  /// Reads a number (RFC 8259 §6) as its text.
  mutating func readNumber() throws(Diagnostic) -> String {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      try readLeadingZero()
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    return source.text(start..<offset)
  }

  private mutating func readLeadingZero() throws(Diagnostic) {
    let place = place
    offset += 1
    guard isAtDigit else { return }
    throw Diagnostic(
      "found a number that starts with 0; remove the 0, or put a text in double quotes", at: place)
  }

  private mutating func skipDigits() throws(Diagnostic) {
    guard isAtDigit else { throw unexpected(expected: "a digit of the number") }
    while isAtDigit { offset += 1 }
  }

  private var isAtDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= current }

  /// Reads a string (RFC 8259 §7), whose opening quote stands at `offset`.
  mutating func readString() throws(Diagnostic) -> String {
    let opening = place
    offset += 1
    let start = offset
    skipUnescaped()
    if current == UInt8(ascii: "\"") {
      offset += 1
      return source.text(start..<(offset - 1))
    }
    var text = Array(source.bytes[start..<offset])
    while current != UInt8(ascii: "\"") {
      guard offset < source.bytes.count else {
        throw Diagnostic("the string is never closed; add the closing '\"'", at: opening)
      }
      text.append(contentsOf: try readEscape().utf8)
      let start = offset
      skipUnescaped()
      text.append(contentsOf: source.bytes[start..<offset])
    }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Skips what stands for itself: all but the quote, the backslash and control characters.
  private mutating func skipUnescaped() {
    offset = source.plainEnd(from: offset)
    while current >= 0x80 {
      if current.isContinuation { lineOrigin += 1 }
      offset += 1
      if current < 0x80 { offset = source.plainEnd(from: offset) }
    }
  }

  private mutating func readEscape() throws(Diagnostic) -> Unicode.Scalar {
    let place = place
    guard current == UInt8(ascii: "\\") else { throw controlCharacter }
    offset += 1
    let letter = current
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(at: place)
    default:
      throw Diagnostic(
        "found a backslash that starts no escape; write '\\\\' for a backslash", at: place)
    }
  }

  private var controlCharacter: Diagnostic {
    let isLineEnd = current == UInt8(ascii: "\n")
    let code = String(current, radix: 16, uppercase: true)
    let escape = isLineEnd ? "\\n" : "\\u" + String(repeating: "0", count: 4 - code.count) + code
    return Diagnostic(
      "found \(isLineEnd ? "a line end" : "a control character") in a string, "
        + "expected an escape; write '\(escape)'", at: place)
  }

  /// Reads what follows `\u`: a code unit, or two that make a pair of surrogates.
  private mutating func readUnicodeEscape(at place: Place) throws(Diagnostic) -> Unicode.Scalar {
    let unit = try readCodeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(unit), source.bytes[offset...].starts(with: "\\u".utf8) {
      let end = offset
      offset += 2
      let trail = try readCodeUnit()
      // What is no second half stands for itself.
      defer { if !UTF16.isTrailSurrogate(trail) { offset = end } }
      let value = 0x1_0000 + UInt32(unit & 0x3FF) << 10 + UInt32(trail & 0x3FF)
      if UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(value) { return scalar }
    }
    // RFC 8259 (§8.2) allows it, and what it stands for was lost before.
    warn(
      "found half of a surrogate pair, expected both '\\uD800'–'\\uDBFF' and "
        + "'\\uDC00'–'\\uDFFF'; it is read as U+FFFD", at: place)
    return "\u{FFFD}"
  }

  private mutating func readCodeUnit() throws(Diagnostic) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
        throw unexpected(expected: "four hexadecimal digits after '\\u'")
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}
