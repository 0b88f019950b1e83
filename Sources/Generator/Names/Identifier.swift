/// How a name of a description is spelled in Swift: its words, and the case that they are joined in.
enum Identifier {
  /// Words that are written in capitals, or, at the start of a member, in small letters.
  private static let initialisms: Set<String> = [
    "id", "url", "uri", "uuid", "api", "http", "https", "json", "html", "sms", "qr", "pdf", "csv",
    "ip", "utc",
  ]

  /// `contact_id` as a property, function or case: `contactID`.
  static func member(_ name: String) -> String {
    let words = spelledWords(of: name)
    let text =
      words.prefix(1).joined().lowercased() + words.dropFirst().map(capitalized).joined()
    return startsWithDigit(text) ? "_" + text : text
  }

  /// `send_message` as a type: `SendMessage`. A name that is a type's already stays as it is.
  static func type(_ name: String) -> String {
    if isTypeName(name) { return name }
    let text = spelledWords(of: name).map(capitalized).joined()
    // `_400` would be a property of that name too, and Swift cannot tell the two apart.
    return startsWithDigit(text) ? "Model" + text : text
  }

  /// The words of a name, or of what stands for its signs where it has none.
  private static func spelledWords(of name: String) -> [String] {
    let words = words(of: name)
    if !words.isEmpty { return [Spelling.sign(before: name)].compactMap { $0 } + words }
    return name.isEmpty ? ["empty"] : Spelling.words(forSigns: name)
  }

  /// A value that is a sentence is named after its first words.
  static func shortened(_ name: String) -> String {
    if name.utf8.count <= 60 { return name }
    let words = words(of: name).prefix(8).joined(separator: " ")
    return String((words.isEmpty ? name : words).prefix(60))
  }

  private static func isTypeName(_ name: String) -> Bool {
    name.utf8.first.map { (65...90).contains($0) } == true
      && name.utf8.allSatisfy { isLetterOrDigit($0) }
  }

  private static func capitalized(_ word: String) -> String {
    let lower = word.lowercased()
    if initialisms.contains(lower) { return lower.uppercased() }
    if lower.utf8.last == UInt8(ascii: "s"), initialisms.contains(String(lower.dropLast())) {
      return lower.dropLast().uppercased() + "s"
    }
    let isShouted = word.utf8.count > 1 && !word.utf8.contains(where: isSmall)
    return word.prefix(1).uppercased() + (isShouted ? lower : word).dropFirst()
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map { (48...57).contains($0) } == true
  }

  /// The words of a name: divided at what is neither a letter nor a digit, at `aB`, and before the
  /// last capital of `ABc`.
  static func words(of name: String) -> [String] {
    let bytes = Array(Spelling.latin(name).utf8)
    var words: [String] = []
    var start = 0
    func endWord(at end: Int) {
      if start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
    }
    for (index, byte) in bytes.enumerated() {
      if !isLetterOrDigit(byte) {
        endWord(at: index)
        start = index + 1
      } else if isCapital(byte), start < index {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        guard startsWord(after: bytes[index - 1], before: next) else { continue }
        endWord(at: index)
        start = index
      }
    }
    endWord(at: bytes.count)
    return words
  }

  /// Whether a capital starts a word: `aB`, `1B`, and the `S` of `HTTPServer`, but not of `URLs`.
  private static func startsWord(after last: UInt8, before next: UInt8) -> Bool {
    !isCapital(last) || (isSmall(next) && next != UInt8(ascii: "s"))
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isCapital(byte) || isSmall(byte) || (48...57).contains(byte)
  }
}
