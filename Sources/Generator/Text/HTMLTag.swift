import Foundation

/// A tag of HTML: `<a href="…">`, `<br/>`, `</p>`.
struct HTMLTag {
  /// In small letters.
  let name: String
  let isEnd: Bool
  /// How many bytes it takes.
  let length: Int
  private let attributes: Substring

  private static let longest = 2_000

  /// The tag that a text in UTF-8 begins with. Nil for what only looks like one: `<b and c>`.
  init?(at text: ArraySlice<UInt8>) {
    let inner = text.dropFirst().prefix(Self.longest).prefix { $0 != UInt8(ascii: "<") }
    guard text.first == UInt8(ascii: "<"), let end = inner.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    var rest = inner[..<end]
    isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest.removeFirst() }
    let name = rest.prefix { Self.isLetter($0) || $0 &- 0x30 < 10 }
    rest = rest.dropFirst(name.count)
    attributes = Substring(decoding: rest, as: UTF8.self)
    let isPlain = rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "/") }
    guard let first = name.first, Self.isLetter(first),
      isPlain || attributes.first?.isWhitespace == true && attributes.contains("=")
    else { return nil }
    self.name = String(decoding: name, as: UTF8.self).lowercased()
    length = end - text.startIndex + 1
  }

  /// Whether what begins here with `<` may be a tag to Markdown (CommonMark 0.31.2 §6.6).
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    let inner = text.dropFirst().prefix(longest).prefix { $0 != UInt8(ascii: "<") }
    let named = inner.first == UInt8(ascii: "/") ? inner.dropFirst() : inner
    guard let first = named.first, isLetter(first) else { return false }
    let end = named.first { !isLetter($0) && !($0 &- 0x30 < 10) && $0 != UInt8(ascii: "-") }
    return end.map { "> \t\r\n/".utf8.contains($0) } ?? false && inner.contains(UInt8(ascii: ">"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The value of an attribute.
  func attribute(_ name: String) -> String? {
    var rest = attributes[...]
    while let found = rest.range(of: name + "=", options: .caseInsensitive) {
      rest = attributes[found.upperBound...]
      // Not the end of another one's name, such as `data-href`.
      if attributes[..<found.lowerBound].last?.isWhitespace == true { return Self.value(rest) }
    }
    return nil
  }

  /// What a value holds that a text begins with, with or without quotes.
  private static func value(_ text: Substring) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return String(text.prefix { !$0.isWhitespace })
    }
    return String(text.dropFirst().prefix { $0 != quote })
  }
}
