extension String {
  /// The text without any of `secrets`, however they are escaped. In one pass, the longest first:
  /// one secret may begin with another, and what stands for one must not be searched for the next.
  /// By bytes, so that a mark after a secret does not make another character of its end, and
  /// without regard to case, as the digits of an escape have any.
  package func redacting(_ secrets: [String]) -> String {
    let spellings = secrets.flatMap { secret in
      let encoded = secret.percentEncoded()
      let quoted = secret.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
      return [secret, encoded, encoded.replacing("%20", with: "+"), quoted]
    }
    let hidden = spellings.filter { !$0.isEmpty }.map { $0.utf8.map(\.inLowerCase) }
      .sorted { $0.count > $1.count }
    if hidden.isEmpty { return self }
    let text = Array(utf8)
    let lowered = text.map(\.inLowerCase)
    var redacted: [UInt8] = []
    var index = 0
    while index < text.count {
      if let secret = hidden.first(where: { lowered[index...].starts(with: $0) }) {
        redacted += "(redacted)".utf8
        index += secret.count
      } else {
        redacted.append(text[index])
        index += 1
      }
    }
    return String(decoding: redacted, as: UTF8.self)
  }
}

extension UInt8 {
  /// A letter of ASCII as a small one.
  fileprivate var inLowerCase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
