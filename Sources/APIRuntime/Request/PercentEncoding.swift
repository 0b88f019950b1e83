extension String {
  /// The text with every byte but the unreserved characters (RFC 3986 §2.3) and those of `kept` percent-encoded.
  func percentEncoded(keeping kept: StaticString = "") -> String {
    let kept = "\(kept)".utf8
    var encoded: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      case _ where kept.contains(byte): encoded.append(byte)
      default:
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        encoded += "%\(byte < 0x10 ? "0" : "")\(hexadecimal)".utf8
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
