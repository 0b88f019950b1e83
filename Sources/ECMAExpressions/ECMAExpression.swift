import Foundation

/// An ECMA 262 regular expression, as JSON Schema has them (Validation §6.3.3).
package struct ECMAExpression: Sendable {
  private let expression: NSRegularExpression

  /// Nil where Foundation does not understand it.
  package init?(_ pattern: String) {
    var translation = PatternTranslation()
    for character in pattern.unicodeScalars { translation.append(character) }
    guard let expression = try? NSRegularExpression(pattern: translation.pattern) else {
      return nil
    }
    self.expression = expression
  }

  /// Whether it matches somewhere in a text. One that takes too long is taken for a match, since
  /// the API will judge.
  ///
  /// - Parameter patience: How long that is, in some hundreds of microseconds. They are counted by
  ///   what was tried and not by a clock, so that the answer is always the same.
  package func matches(in text: String, patience: Int = 1_000) -> Bool {
    let whole = NSRange(text.startIndex..., in: text)
    var callsLeft = whole.length + patience
    var isMatch = false
    // Called for a match, and without one wherever one may begin, and now and then while it
    // searches there: for ever, where an expression backtracks without end.
    expression.enumerateMatches(in: text, options: .reportProgress, range: whole) {
      match, _, stop in
      callsLeft -= 1
      isMatch = match != nil || callsLeft < 0
      stop.pointee = ObjCBool(isMatch)
    }
    return isMatch
  }
}

/// Turns an ECMA 262 expression into one of ICU, which Foundation uses, where they read the same
/// text differently: `$` also matches before a last line break in ICU, `.` stops at other line
/// breaks, `\d`, `\w`, `\b` and their opposites mean all of Unicode, `\s` other spaces, `[`, `&`
/// and `--` are operators in a class, which cannot be empty, `\0` begins an octal number, and
/// `\u{…}` is `\x{…}`. The anchors `\A`, `\Z` and `\z`, which ECMA 262 does not have, are left to
/// ICU: they are meant so.
private struct PatternTranslation {
  /// WhiteSpace and LineTerminator (ECMA 262 §12.2, §12.3).
  private static let spaces =
    #"\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"#

  /// What `\w` means (ECMA 262 §22.2.2.9.3).
  private let word = "[A-Za-z0-9_]"

  private(set) var pattern = ""
  private var isEscaped = false
  private var isInClass = false
  /// How long the pattern was where the class began.
  private var classStart = 0
  private var isAfterU = false
  /// What stands before the next character of a class.
  private var preceding: ClassPart = .range

  /// A part of a class. A hyphen makes a range of the characters on both its sides, but no range
  /// with a shorthand (ECMA 262 §B.1.2.8.1).
  private enum ClassPart {
    /// A whole range, or nothing: what comes is on its own.
    case range
    case character
    case shorthand
    /// It may begin the second half of a range, and is not written yet.
    case hyphen
  }

  mutating func append(_ character: Unicode.Scalar) {
    let isAfterU = isAfterU
    self.isAfterU = false
    switch (character, isEscaped, isInClass) {
    case (_, true, _): appendEscape(character)
    case ("\\", _, _): isEscaped = true
    case ("$", _, false): pattern += #"\z"#
    case (".", _, false): pattern += #"[^\n\r\u2028\u2029]"#
    case ("[", _, false):
      isInClass = true
      classStart = pattern.utf8.count
      preceding = .range
      pattern += "["
    case ("]", _, true): endClass()
    case ("{", _, _) where isAfterU:
      pattern.removeLast()
      pattern += "x{"
    case ("^", _, true) where pattern.utf8.count == classStart + 1: pattern += "^"
    case ("-", _, true): appendHyphen()
    case ("[", _, true), ("&", _, true): appendToClass("\\\(character)")
    case (_, _, true): appendToClass(String(character))
    default: pattern.unicodeScalars.append(character)
    }
  }

  /// What is no character in ICU is written as one: two hyphens would subtract.
  private mutating func appendHyphen() {
    switch preceding {
    case .character: preceding = .hyphen
    case .range, .hyphen: appendToClass(#"\-"#)
    case .shorthand:
      pattern += #"\-"#
      preceding = .range
    }
  }

  private mutating func appendToClass(_ character: String) {
    pattern += preceding == .hyphen ? "-" + character : character
    preceding = preceding == .hyphen ? .range : .character
  }

  /// ICU has no class of nothing, nor one of anything else than nothing.
  private mutating func endClass() {
    isInClass = false
    if preceding == .hyphen { pattern += #"\-"# }
    switch String(pattern.utf8.dropFirst(classStart)) {
    case "[":
      pattern.removeLast()
      pattern += "(?:(?!))"
    case "[^":
      pattern.removeLast(2)
      pattern += #"[\s\S]"#
    default: pattern += "]"
    }
  }

  /// `character` follows a backslash.
  private mutating func appendEscape(_ character: Unicode.Scalar) {
    isEscaped = false
    isAfterU = character == "u"
    guard let members = Self.members(of: character) else {
      switch (character, isInClass) {
      case ("b", true): appendToClass(#"\u0008"#)
      case ("0", true): appendToClass(#"\u0000"#)
      case ("0", false): pattern += #"\u0000"#
      case (_, true): appendToClass("\\\(character)")
      case ("b", false): pattern += "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
      case ("B", false): pattern += "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
      default: pattern += "\\\(character)"
      }
      return
    }
    guard isInClass else {
      pattern += "[\(members)]"
      return
    }
    if preceding == .hyphen { pattern += #"\-"# }
    // What is not in a set is a set of its own, which ICU takes inside another.
    pattern += members.hasPrefix("^") ? "[\(members)]" : members
    preceding = .shorthand
  }

  /// What a shorthand such as `\d` stands for in a class.
  private static func members(of shorthand: Unicode.Scalar) -> String? {
    switch shorthand {
    case "d": "0-9"
    case "D": "^0-9"
    case "w": "A-Za-z0-9_"
    case "W": "^A-Za-z0-9_"
    case "s": spaces
    case "S": "^" + spaces
    default: nil
    }
  }
}
