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
/// text differently: `$` also matches before a last line break in ICU, `\d`, `\w` and their
/// opposites mean all of Unicode, and `[` and `&` are operators in a class.
private struct PatternTranslation {
  private(set) var pattern = ""
  private var isEscaped = false
  private var isInClass = false
  private var isAfterShorthand = false

  mutating func append(_ character: Unicode.Scalar) {
    let isAfterShorthand = isAfterShorthand
    self.isAfterShorthand = false
    switch (character, isEscaped, isInClass) {
    case (_, true, _): appendEscape(character)
    case ("\\", _, _): isEscaped = true
    case ("$", _, false): pattern += #"\z"#
    case ("[", _, false):
      isInClass = true
      pattern += "["
    case ("]", _, true):
      isInClass = false
      pattern += "]"
    case ("[", _, true), ("&", _, true): pattern += "\\\(character)"
    case ("-", _, true) where isAfterShorthand: pattern += #"\-"#
    default: pattern.unicodeScalars.append(character)
    }
  }

  /// `character` follows a backslash.
  private mutating func appendEscape(_ character: Unicode.Scalar) {
    isEscaped = false
    let members: String? =
      switch character {
      case "d": "0-9"
      case "w": "A-Za-z0-9_"
      case "D": "^0-9"
      case "W": "^A-Za-z0-9_"
      default: nil
      }
    guard let members else {
      pattern += "\\\(character)"
      return
    }
    // What is not in a set is a set of its own, which ICU takes inside another.
    pattern += isInClass && !members.hasPrefix("^") ? members : "[\(members)]"
    isAfterShorthand = isInClass
  }
}
