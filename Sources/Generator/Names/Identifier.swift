import Syntax

/// How a name of a description is spelled in Swift: its words and their case.
enum Identifier {
  /// Words that are written in capitals, or, at the start of a member, in small letters.
  private static let initialisms = [
    "id", "url", "uri", "uuid", "api", "http", "https", "json", "html", "sms", "qr", "pdf", "csv",
    "ip", "utc",
  ].map { packed($0.utf8) }

  /// `contact_id` as a property, function or case: `contactID`.
  static func member(_ name: String) -> String {
    // Most are one word.
    if name.utf8.allSatisfy(isSmall), !name.isEmpty { return name }
    let text = joinedWords(of: name, startsSmall: true)
    return startsWithDigit(text) ? "_" + text : text
  }

  /// The name of a member of a type, less the words of the type's own, which are said already: in a
  /// `RequestMessage` the `requestSystemMessage` is `system`.
  static func member(_ name: String, inside type: String) -> String {
    let words = words(of: name)
    let (small, own) = (words.map { $0.lowercased() }, Self.words(of: type).map { $0.lowercased() })
    let front = zip(small, own).prefix { $0 == $1 }.count
    let back = own.count - front
    guard words.count > own.count, small.suffix(back).elementsEqual(own.suffix(back)) else {
      return name
    }
    let rest = words.dropFirst(front).dropLast(back)
    return rest.first?.first?.isLetter == true ? member(rest.joined(separator: " ")) : name
  }

  /// `send_message` as a type: `SendMessage`. A name that is a type's already stays as it is.
  static func type(_ name: String) -> String {
    if isTypeName(name) { return name }
    let text = joinedWords(of: name, startsSmall: false)
    // `_400` would be a property of that name too, and Swift cannot tell the two apart.
    return startsWithDigit(text) ? "Model" + text : text
  }

  /// A value that is a sentence is named after its first words.
  static func shortened(_ name: String) -> String {
    if name.utf8.count <= 60 { return name }
    let words = words(of: name).prefix(8).joined(separator: " ")
    return String((words.isEmpty ? name : words).prefix(60))
  }

  /// Whether a text in words is nothing but a name: `Send Message` is `SendMessage`, and
  /// `SendMessageModel` too.
  static func isSpelled(_ text: String, as name: String) -> Bool {
    let words = text.utf8.lazy.filter { !" _-.".utf8.contains($0) }.map(small)
    let plain = name.hasSuffix("Model") ? name.dropLast(5) : name[...]
    return words.elementsEqual(plain.utf8.lazy.map(small))
      || words.elementsEqual(name.utf8.lazy.map(small))
  }

  private static func isTypeName(_ name: String) -> Bool {
    name.utf8.first.map(isCapital) == true && name.utf8.allSatisfy(isLetterOrDigit)
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map(isDigit) == true
  }

  /// The words of a name, or of what stands for its signs where it has none, in camel case.
  private static func joinedWords(of name: String, startsSmall: Bool) -> String {
    if hasOnlyWords(name) { return joined(name, startsSmall) }
    let latin = latin(name)
    guard latin.utf8.contains(where: isLetterOrDigit) else {
      let signs = name.isEmpty ? ["empty"] : Spelling.words(forSigns: name)
      return joined(signs.joined(separator: " "), startsSmall)
    }
    let before = Spelling.words(before: name)
    let after = Spelling.words(after: name)
    if before.isEmpty, after.isEmpty { return joined(latin, startsSmall) }
    let text = (before + [latin] + after).joined(separator: " ")
    return joined(text, startsSmall, wordsBefore: before.count)
  }

  /// Whether a name is words in Latin letters without a sign that has a meaning, as most are.
  private static func hasOnlyWords(_ name: String) -> Bool {
    name.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.first != UInt8(ascii: "-") && bytes.contains(where: isLetterOrDigit)
        && bytes.allSatisfy { $0 < 0x80 && !isMeaningful($0) }
    } ?? false
  }

  /// Whether it is one of the signs that there are words for, at some places of a name.
  private static func isMeaningful(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "!"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// - Parameter wordsBefore: How many of the words are ours, before those of the description.
  private static func joined(
    _ text: String, _ startsSmall: Bool, wordsBefore: Int = 0
  ) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { output in
        var (length, count) = (0, 0)
        // The capitals are meant in `has_SSL`, unlike in `HAS_SSL`.
        var keepsCapitals = false
        forEachWord(of: bytes) { word in
          if count == wordsBefore { keepsCapitals = word.contains(where: isSmall) }
          count += 1
          length += write(
            word, isSmall: startsSmall && length == 0, keepsCapitals, to: output, at: length)
        }
        return length
      }
    }
  }

  /// Writes a word in small letters, or with a capital before the rest, and returns its length.
  private static func write(
    _ word: UnsafeBufferPointer<UInt8>, isSmall: Bool, _ keepsCapitals: Bool,
    to output: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    let capitals = isSmall ? 0 : max(1, capitalsOfInitialism(word))
    let isShouted = !keepsCapitals && word.count > 1 && !word.contains(where: Self.isSmall)
    let keepsRest = capitals == 1 && !isShouted
    for (index, byte) in word.enumerated() {
      output[start + index] =
        index < capitals ? capital(byte) : keepsRest ? byte : small(byte)
    }
    return word.count
  }

  /// How many letters of a word are an initialism: all of them, or all but the `s` of several.
  private static func capitalsOfInitialism(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    // None is longer than `https`, and the `s` of several.
    guard (2...6).contains(word.count) else { return 0 }
    let packed = packed(word)
    if initialisms.contains(packed) { return word.count }
    let isSeveral = packed & 0xFF == UInt64(UInt8(ascii: "s"))
    return isSeveral && initialisms.contains(packed >> 8) ? word.count - 1 : 0
  }

  /// A word of at most eight letters, in small ones, as a number.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64(small($1)) }
  }
}

/// Words.
extension Identifier {
  static func words(of name: String) -> [String] {
    var latin = latin(name)
    var words: [String] = []
    latin.withUTF8 { bytes in
      forEachWord(of: bytes) { words.append(String(decoding: $0, as: UTF8.self)) }
    }
    return words
  }

  /// A name in Latin letters. `GMT+1` is not `GMT-1`, nor is `v1.0` `v10`; before a name the sign
  /// is for `Spelling`.
  private static func latin(_ name: String) -> String {
    let latin = Spelling.latin(name)
    guard latin.contains(UInt8(ascii: "+")) || latin.contains(UInt8(ascii: ".")) else {
      return latin
    }
    let bytes = Array(latin.utf8)
    var spelled = bytes[..<1]
    for (index, byte) in bytes.enumerated().dropFirst() {
      let isBeforeDigit = index + 1 < bytes.count && isDigit(bytes[index + 1])
      switch byte {
      case UInt8(ascii: "+") where isBeforeDigit: spelled += " plus ".utf8
      case UInt8(ascii: ".") where isBeforeDigit && isDigit(bytes[index - 1]):
        spelled += " point ".utf8
      default: spelled.append(byte)
      }
    }
    return String(decoding: spelled, as: UTF8.self)
  }

  /// The words of a name: divided at what is neither a letter nor a digit, at `aB`, and before the
  /// last capital of `ABc`.
  private static func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    func endWord(at end: Int) {
      if start < end { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
    }
    for (index, byte) in bytes.enumerated() {
      if !isLetterOrDigit(byte) {
        endWord(at: index)
        start = index + 1
      } else if isCapital(byte), start < index {
        guard startsWord(after: bytes[index - 1], before: bytes[(index + 1)...]) else { continue }
        endWord(at: index)
        start = index
      }
    }
    endWord(at: bytes.count)
  }

  /// Whether a capital starts a word: `aB`, `1B`, and the `S` of `HTTPServer`, but neither that of
  /// `URLs` nor the `P` of `IPv6`, nor the `A` of `OAuth`.
  private static func startsWord(
    after last: UInt8, before rest: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard isCapital(last), let next = rest.first else { return !isCapital(last) }
    if last == UInt8(ascii: "O"), rest.starts(with: "uth".utf8) { return false }
    let isVersion = next == UInt8(ascii: "v") && rest.dropFirst().first.map(isDigit) == true
    return isSmall(next) && next != UInt8(ascii: "s") && !isVersion
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isCapital(byte) || isSmall(byte) || isDigit(byte)
  }

  private static func capital(_ byte: UInt8) -> UInt8 { isSmall(byte) ? byte - 32 : byte }
  private static func small(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte + 32 : byte }
}
