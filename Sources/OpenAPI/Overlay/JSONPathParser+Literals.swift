extension JSONPathParser {
  /// A string in single or double quotes (RFC 9535 §2.3.1.1).
  mutating func string() throws(JSONPath.SyntaxError) -> String {
    let start = position
    let quote = next()
    var text = String.UnicodeScalarView()
    while let scalar = next() {
      switch scalar {
      case quote: return String(text)
      case "\\": text.append(try escaped(in: quote))
      case ..<" ":
        throw failure("a control character in a string needs an escape", at: position - 1)
      default: text.append(scalar)
      }
    }
    throw failure("the string that begins here has no closing quote", at: start)
  }

  private mutating func escaped(
    in quote: Unicode.Scalar?
  ) throws(JSONPath.SyntaxError) -> Unicode.Scalar {
    let start = position - 1
    switch next() {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try escapedCodePoint(from: start)
    case let scalar? where scalar == "/" || scalar == "\\" || scalar == quote: return scalar
    default:
      throw failure("unknown escape; a string takes \\b \\f \\n \\r \\t \\u \\/ \\\\", at: start)
    }
  }

  /// What follows `\u`: four hexadecimal digits, or two such escapes that make a surrogate pair.
  private mutating func escapedCodePoint(
    from start: Int
  ) throws(JSONPath.SyntaxError) -> Unicode.Scalar {
    let high = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, take("\\u") else { throw loneSurrogate(at: start) }
    let low = try codeUnit(from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw loneSurrogate(at: start) }
    return scalar
  }

  private func loneSurrogate(at start: Int) -> JSONPath.SyntaxError {
    failure("half of a surrogate pair; write both halves, or the character itself", at: start)
  }

  private mutating func codeUnit(from start: Int) throws(JSONPath.SyntaxError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next(), digit.isASCII, let value = Character(digit).hexDigitValue else {
        throw failure("expected four hexadecimal digits after \\u", at: start)
      }
      unit = (unit << 4) + UInt32(value)
    }
    return unit
  }

  /// An index, within the integers that a double holds exactly (RFC 9535 §2.1).
  mutating func index() throws(JSONPath.SyntaxError) -> Int {
    let start = position
    let text = try integer()
    guard text != "-0", let index = Int(text), index.magnitude < 1 << 53 else {
      throw failure("'\(text)' is no index; expected 0, 1, … or -1, the last, …", at: start)
    }
    return index
  }

  /// A number as JSON writes it (RFC 8259 §6).
  mutating func number() throws(JSONPath.SyntaxError) -> Double {
    let start = position
    var text = try integer()
    if take(".") { text += "." + (try digits()) }
    if take("e") || take("E") {
      text += "e"
      if take("-") { text += "-" } else { _ = take("+") }
      text += try digits()
    }
    guard let number = Double(text) else { throw failure("'\(text)' is no number", at: start) }
    return number
  }

  private mutating func integer() throws(JSONPath.SyntaxError) -> String {
    let sign = take("-") ? "-" : ""
    let start = position
    let digits = try digits()
    guard digits == "0" || !digits.hasPrefix("0") else {
      throw failure("a number does not begin with 0 and another digit", at: start)
    }
    return sign + digits
  }

  private mutating func digits() throws(JSONPath.SyntaxError) -> String {
    let digits = takeWhile(\.isDigit)
    guard !digits.isEmpty else { throw failure("expected a digit, but found \(found)") }
    return digits
  }
}
