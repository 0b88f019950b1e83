/// U+0085, U+2028 and U+2029 in a file of YAML: to libyaml, which knows YAML 1.1, each begins a
/// line, and to YAML 1.2 none does (YAML 1.2.2 §5.4). So it is shown other characters, as long as
/// they are, which the file does not have.
struct LineSeparators {
  /// The second bytes of what stands for them: of U+E000 to U+EFFF, which is for private use, and
  /// of U+0780 to U+07BF, of which the last are nothing yet.
  private let wide, narrow: UInt8

  /// Nil where the file has none.
  init?(in source: SourceText) {
    var isFound = false
    var used = [UInt8: Set<UInt8>]()
    var start = 0
    while let offset = source.nonASCIIOffset(from: start) {
      let (first, second) = (source.bytes[offset], source.bytes[offset + 1])
      if first == 0xEE || first == 0xDE { used[first, default: []].insert(second) }
      isFound = isFound || Self.isSeparator(at: offset, of: source.bytes)
      start = offset + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
    }
    if !isFound { return nil }
    for (first, second) in Self.escaped(in: source) { used[first, default: []].insert(second) }
    guard let wide = (0x80...0xBF).first(where: { used[0xEE]?.contains($0) != true }),
      let narrow = (0xB2...0xBF).first(where: { used[0xDE]?.contains($0) != true })
    else { return nil }
    (self.wide, self.narrow) = (wide, narrow)
  }

  /// The first two bytes of the characters that escapes name (YAML 1.2.2 §5.7), which the text has
  /// once it is read.
  private static func escaped(in source: SourceText) -> [(UInt8, UInt8)] {
    var found: [(UInt8, UInt8)] = []
    for start in source.bytes.indices where source.bytes[start] == UInt8(ascii: "\\") {
      let escape = source.text(start..<min(start + 10, source.bytes.count)).dropFirst()
      let digits = escape.dropFirst().prefix(escape.hasPrefix("u") ? 4 : 8)
      guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { continue }
      let utf8 = Array(String(scalar).utf8)
      if utf8.count > 1 { found.append((utf8[0], utf8[1])) }
    }
    return found
  }

  /// The bytes of the file as libyaml is shown them.
  func hidden(in source: SourceText) -> [UInt8] {
    var bytes = Array(source.bytes)
    for offset in bytes.indices where Self.isSeparator(at: offset, of: source.bytes) {
      let isNarrow = bytes[offset] == 0xC2
      bytes[offset] = isNarrow ? 0xDE : 0xEE
      bytes[offset + 1] = isNarrow ? narrow : wide
    }
    return bytes
  }

  /// A text of the file as it was.
  func restored(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for offset in bytes.indices.dropLast() {
      switch (bytes[offset], bytes[offset + 1]) {
      case (0xEE, wide): (bytes[offset], bytes[offset + 1]) = (0xE2, 0x80)
      case (0xDE, narrow): (bytes[offset], bytes[offset + 1]) = (0xC2, 0x85)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSeparator(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[offset] {
    case 0xC2: bytes[offset + 1] == 0x85
    case 0xE2: bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8
    default: false
    }
  }
}
