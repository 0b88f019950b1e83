import Foundation

/// How characters that no identifier of the output has are spelled with those that it has: ASCII
/// letters and digits (swift-format, `IdentifiersMustBeASCII`).
enum Spelling {
  /// Letters and digits of other scripts in Latin (Unicode CLDR, "Transliteration"), so that names
  /// stay apart and can be read: `größe` is `grosse`, `имя` is `ima`, `名前` is `ming qian`.
  static func latin(_ text: String) -> String {
    if text.isASCII { return text }
    var latin = ""
    var foreign = ""
    let scalars = Array(text.unicodeScalars).filter { $0.properties.generalCategory != .format }
    for (scalar, next) in zip(scalars, scalars.dropFirst() + ["\0"]) {
      if foreign.isEmpty, let unit = unit(scalar, before: next) {
        latin += unit
      } else if scalar.isForeignLetter {
        foreign.unicodeScalars.append(scalar)
      } else {
        latin += transliterated(foreign)
        foreign = ""
        latin.unicodeScalars.append(scalar)
      }
    }
    return latin + transliterated(foreign)
  }

  /// What stands for the sign of a unit, which is no letter of a word: `µg` is not `mg`.
  private static func unit(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{B5}": "u"
    // The Greek letter, where it begins no Greek word.
    case "\u{3BC}" where next.isASCII && next.properties.isAlphabetic: "u"
    case "\u{B0}": " degrees "
    case "\u{2126}": "ohm"
    default: nil
    }
  }

  private static func transliterated(_ foreign: String) -> String {
    if foreign.isEmpty { return "" }
    let transform = StringTransform("NFKC; Any-Latin; Latin-ASCII")
    let latin = foreign.applyingTransform(transform, reverse: false) ?? ""
    // What it makes of soft signs and glottal stops is no letter.
    return latin.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
  }

  /// What stands for the characters of a name that has neither letters nor digits: `>=`, `😀`.
  static func words(forSigns name: String) -> [String] {
    if let operation = operators[name] { return words(operation) }
    let scalars = name.unicodeScalars.filter { !$0.properties.isVariationSelector }
    return scalars.prefix(4).flatMap { words(signs[Character($0)] ?? unicodeName(of: $0)) }
  }

  /// A name with its signs in words, for one that would come out like another: `-name` is
  /// ` minus name`. What stands between letters to divide words goes on to divide them.
  static func signsInWords(_ name: String) -> String {
    let characters = Array(name)
    return characters.indices.map { index in
      guard let sign = signs[characters[index]] else { return String(characters[index]) }
      let isInside = index > 0 && index < characters.count - 1
      return isInside && "_-./: ".contains(characters[index]) ? " " : " \(sign) "
    }.joined()
  }

  /// What stands for the signs before the words of a name, where they say something: `-name` is the
  /// other way round, `>1y` another time than `1y`. Brackets, as in `<none>`, and `--` do not.
  static func words(before name: String) -> [String] {
    guard let first = name.utf8.first, meaningful.utf8.contains(first) else { return [] }
    let signs = name.prefix(while: meaningful.contains)
    let next = name.dropFirst(signs.count).first
    if "+-".contains(signs), next == nil || next == " " { return [] }
    return words(forOperator: signs, of: name)
  }

  /// The same of those behind: `StartTime<`, `18+`, `C++`.
  static func words(after name: String) -> [String] {
    guard let last = name.utf8.last, last != UInt8(ascii: "-"), last != UInt8(ascii: "!"),
      meaningful.utf8.contains(last)
    else { return [] }
    let signs = String(name.reversed().prefix(while: meaningful.contains).reversed())
    if signs.allSatisfy({ $0 == "+" }) { return signs.map { _ in "plus" } }
    return words(forOperator: signs[...], of: name)
  }

  private static let meaningful = "+-<>=!"

  private static func words(forOperator text: Substring, of name: String) -> [String] {
    let isBracket =
      text.contains("<") && name.contains(">") || text.contains(">") && name.contains("<")
    let sign = text.count == 1 ? text.first.flatMap { signs[$0] } : nil
    guard !isBracket, let operation = operators[String(text)] ?? sign else { return [] }
    return words(operation)
  }

  private static let operators = [
    "<=": "less than or equal", ">=": "greater than or equal", "==": "equals", "!=": "not equal",
    "<>": "not equal",
  ]

  private static let signs: [Character: String] = [
    "+": "plus", "-": "minus", "*": "asterisk", "/": "slash", "=": "equals", "<": "less than",
    ">": "greater than", "!": "not", "~": "tilde", "&": "and", "|": "or", "^": "caret",
    "%": "percent", "$": "dollar", "#": "number", "@": "at", ".": "dot", ",": "comma",
    ":": "colon", ";": "semicolon", "?": "question", "_": "underscore", " ": "space",
    "\\": "backslash",
  ]

  /// `GRINNING FACE`, `EURO SIGN`; controls have no name.
  private static func unicodeName(of scalar: Unicode.Scalar) -> String {
    let text = scalar.properties.name ?? "u" + String(scalar.value, radix: 16)
    return text.hasSuffix(" SIGN") ? String(text.dropLast(5)) : text
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
  }
}

extension Unicode.Scalar {
  /// A letter or digit that is not ASCII, or a mark on one.
  fileprivate var isForeignLetter: Bool {
    if isASCII { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: !properties.isVariationSelector
    default: properties.isAlphabetic || [.decimal, .digit].contains(properties.numericType)
    }
  }
}
