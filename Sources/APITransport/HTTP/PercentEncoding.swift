extension String {
  /// The text with every byte but the unreserved characters (RFC 3986 §2.3) and those of `kept`
  /// percent-encoded. Of percent signs only those are kept that begin an encoded byte.
  package func percentEncoded(keeping kept: StaticString = "") -> String {
    let kept = "\(kept)".utf8
    let bytes = Array(utf8)
    var encoded: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      case _ where kept.contains(byte) && !bytes.isStrayPercent(at: index): encoded.append(byte)
      default:
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        encoded += "%\(byte < 0x10 ? "0" : "")\(hexadecimal)".utf8
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether a percent sign stands at `index` that no two hexadecimal digits follow.
  fileprivate func isStrayPercent(at index: Int) -> Bool {
    guard self[index] == UInt8(ascii: "%") else { return false }
    let digits = self[(index + 1)...].prefix(2)
    return digits.count < 2
      || !digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
