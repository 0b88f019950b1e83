extension String {
  /// The text without any of `secrets`, however they are escaped. In one pass, the longest first:
  /// one secret may begin with another, and what stands for one must not be searched for the next.
  /// A short one is hidden where it stands as a word: it is in the middle of many others.
  ///
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
      let secret = hidden.first { secret in
        lowered[index...].starts(with: secret)
          && (secret.count > Self.longestWord || lowered.isWord(index..<(index + secret.count)))
      }
      if let secret {
        redacted += "(redacted)".utf8
        index += secret.count
      } else {
        redacted.append(text[index])
        index += 1
      }
    }
    return String(decoding: redacted, as: UTF8.self)
  }

  /// How long a secret is at most that stands in other words by chance.
  private static let longestWord = 3
}

extension [UInt8] {
  /// Whether no letter or digit stands beside what is in a range.
  fileprivate func isWord(_ range: Range<Int>) -> Bool {
    let isBegun = range.lowerBound > 0 && self[range.lowerBound - 1].isInWord
    return !isBegun && (range.upperBound == count || !self[range.upperBound].isInWord)
  }
}

extension UInt8 {
  /// Whether it is a digit or a small letter of ASCII.
  fileprivate var isInWord: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self)
  }

  /// A letter of ASCII as a small one.
  fileprivate var inLowerCase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
