/// How a name of a description is spelled in Swift: its words, and the case that they are joined in.
enum Identifier {
  /// Words that are written in capitals, or, at the start of a member, in small letters.
  private static let initialisms: Set<String> = [
    "id", "url", "uri", "uuid", "api", "http", "https", "json", "html", "sms", "qr", "pdf", "csv",
    "ip", "utc",
  ]

  /// `contact_id` as a property, function or case: `contactID`.
  static func member(_ name: String) -> String {
    var text = ""
    for word in spelledWords(of: name) {
      text += text.isEmpty ? word.lowercased() : capitalized(word)
    }
    return startsWithDigit(text) ? "_" + text : text
  }

  /// `send_message` as a type: `SendMessage`. A name that is a type's already stays as it is.
  static func type(_ name: String) -> String {
    if isTypeName(name) { return name }
    var text = ""
    for word in spelledWords(of: name) { text += capitalized(word) }
    // `_400` would be a property of that name too, and Swift cannot tell the two apart.
    return startsWithDigit(text) ? "Model" + text : text
  }

  /// The words of a name, or of what stands for its signs where it has none.
  private static func spelledWords(of name: String) -> [String] {
    let words = words(of: name)
    if words.isEmpty { return name.isEmpty ? ["empty"] : Spelling.words(forSigns: name) }
    return Spelling.words(before: name) + words + Spelling.words(after: name)
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

  /// A word in ASCII, which is what `words` and `Spelling` give, with a capital before the rest.
  private static func capitalized(_ word: String) -> String {
    if let spelled = initialism(word) { return spelled }
    let isShouted = word.utf8.count > 1 && !word.utf8.contains(where: isSmall)
    var bytes = Array((isShouted ? word.lowercased() : word).utf8)
    if let first = bytes.first, isSmall(first) { bytes[0] -= 32 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A word that is an initialism, or several of them, as it is written.
  private static func initialism(_ word: String) -> String? {
    // None is longer than `https`, and the `s` of several.
    guard word.utf8.count <= 6 else { return nil }
    let lower = word.lowercased()
    if initialisms.contains(lower) { return lower.uppercased() }
    guard lower.utf8.last == UInt8(ascii: "s"), initialisms.contains(String(lower.dropLast()))
    else { return nil }
    return lower.dropLast().uppercased() + "s"
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map(isDigit) == true
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
        // `GMT+1` is not `GMT-1`; before a name it is for `Spelling`.
        if byte == UInt8(ascii: "+"), index > 0, start < bytes.count, isDigit(bytes[start]) {
          words.append("plus")
        }
      } else if isCapital(byte), start < index {
        guard startsWord(after: bytes[index - 1], before: bytes[(index + 1)...]) else { continue }
        endWord(at: index)
        start = index
      }
    }
    endWord(at: bytes.count)
    return words
  }

  /// Whether a capital starts a word: `aB`, `1B`, and the `S` of `HTTPServer`, but neither that of
  /// `URLs` nor the `P` of `IPv6`.
  private static func startsWord(after last: UInt8, before rest: ArraySlice<UInt8>) -> Bool {
    guard isCapital(last), let next = rest.first else { return !isCapital(last) }
    let isVersion = next == UInt8(ascii: "v") && rest.dropFirst().first.map(isDigit) == true
    return isSmall(next) && next != UInt8(ascii: "s") && !isVersion
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isCapital(byte) || isSmall(byte) || isDigit(byte)
  }
}
