extension String {
  /// The text without any of `secrets`, escaped for a URL or for JSON or not. In one pass, the
  /// longest first: one secret may begin with another, and what stands for one must not be searched
  /// for the next. A short one is hidden where it stands as a word: it is in the middle of many
  /// others.
  ///
  /// By bytes, so that a mark after a secret does not make another character of its end, and
  /// without regard to case, as the digits of an escape have any.
  package func redacting(_ secrets: [String]) -> String {
    let spellings = secrets.flatMap { secret in
      let encoded = secret.percentEncoded()
      return [secret, encoded, encoded.replacing("%20", with: "+")]
    }
    let hidden = spellings.filter { !$0.isEmpty }.map { $0.utf8.map(\.inLowerCase) }
      .sorted { $0.count > $1.count }
    if hidden.isEmpty { return self }
    let text = Array(utf8)
    let lowered = text.map(\.inLowerCase)
    var redacted: [UInt8] = []
    var index = 0
    while index < text.count {
      let end = hidden.lazy.compactMap { secret -> Int? in
        let end = lowered.end(of: secret, from: index)
        let isShort = secret.count <= Self.longestWord
        return end.flatMap { isShort && !lowered.isWord(index..<$0) ? nil : $0 }
      }.first
      if let end {
        redacted += "(redacted)".utf8
        index = end
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
  /// Where a text ends that begins at an index, as it is or with characters escaped as JSON allows
  /// for any (RFC 8259 §7): which ones are differs from server to server. Nil where it is another.
  fileprivate func end(of text: [UInt8], from start: Int) -> Int? {
    guard self[start] == text[0] || self[start] == UInt8(ascii: "\\") else { return nil }
    if self[start...].starts(with: text) { return start + text.count }
    var (end, rest) = (start, text[...])
    while let byte = rest.first {
      guard end < count else { return nil }
      if self[end] == UInt8(ascii: "\\"), let escape = escape(at: end) {
        guard rest.starts(with: escape.bytes) else { return nil }
        end += escape.length
        rest = rest.dropFirst(escape.bytes.count)
      } else {
        guard self[end] == byte else { return nil }
        end += 1
        rest = rest.dropFirst()
      }
    }
    return end
  }

  /// What an escape of JSON stands for, in lower case, and how long it is; nil where it is none.
  private func escape(at index: Int) -> (bytes: [UInt8], length: Int)? {
    let rest = self[index...].dropFirst()
    if rest.first == UInt8(ascii: "t") { return ([0x09], 2) }
    guard let unit = codeUnit(at: index) else {
      return rest.first.flatMap { #""\/"#.utf8.contains($0) ? ([$0], 2) : nil }
    }
    // A character outside of the basic plane is two.
    let second = UTF16.isLeadSurrogate(unit) ? codeUnit(at: index + 6) : nil
    let units = [unit, second].compactMap(\.self)
    let character = String(decoding: units, as: UTF16.self)
    return (character.utf8.map(\.inLowerCase), 6 * units.count)
  }

  /// The code unit of UTF-16 that `\uXXXX` stands for; nil where there is none.
  private func codeUnit(at index: Int) -> UInt16? {
    let escape = self[Swift.min(index, count)...].prefix(6)
    guard escape.count == 6, escape.starts(with: #"\u"#.utf8) else { return nil }
    return UInt16(String(decoding: escape.dropFirst(2), as: UTF8.self), radix: 16)
  }

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
