/// Files that are not in UTF-8, which their readers cannot save anew.
enum Encoding {
  /// The bytes of a file in UTF-8; nil where they are that already.
  ///
  /// UTF-16 is one of the encodings of YAML (YAML 1.2.2 §5.2). A byte that is no part of UTF-8 is
  /// one of Windows-1252, of which Latin-1 is a part: with a warning, since it may be another.
  static func utf8(
    of bytes: UnsafeBufferPointer<UInt8>, file: Int32, _ found: inout [Diagnostic]
  ) -> [UInt8]? {
    if let units = utf16(bytes) { return Array(String(decoding: units, as: UTF16.self).utf8) }
    let source = SourceText(bytes, file: file)
    guard let first = source.invalidOffset(from: 0) else { return nil }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(source.bytes.count * 2)
    var start = 0
    var count = 0
    while let offset = source.invalidOffset(from: start) {
      utf8 += source.bytes[start..<offset]
      utf8 += String(scalar(source.bytes[offset])).utf8
      start = offset + 1
      count += 1
    }
    let byte = source.bytes[first]
    found.append(
      Diagnostic(
        "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 here; it is read as "
          + "'\(scalar(byte))', which it is in Windows-1252"
          + (count == 1 ? "" : ", as \(count - 1) more such bytes are"),
        severity: .warning, at: source.place(atOffset: first)))
    return utf8 + source.bytes[start...]
  }

  /// The code units of UTF-16, by the mark at its start; or else by one of its first two bytes,
  /// which is zero, as JSON and OpenAPI begin with ASCII (RFC 4627 §3).
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt16]? {
    guard bytes.count > 1, bytes.count.isMultiple(of: 2) else { return nil }
    let isBig: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0, 1...): isBig = true
    case (0xFF, 0xFE), (1..., 0): isBig = false
    default: return nil
    }
    let units = stride(from: 0, to: bytes.count, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return units.first == 0xFEFF ? Array(units.dropFirst()) : units
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What 0x80 to 0x9F stand for, where Latin-1 has control characters.
  private static let windows1252 = Array(
    ("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}" + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ").unicodeScalars)
}
