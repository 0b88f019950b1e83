extension Node {
  /// The text of any scalar but null: a field known to be a string takes `1.0` and `no` as written.
  package var text: String? {
    if case .scalar(let scalar) = value, !scalar.isNull { scalar.text } else { nil }
  }

  /// Whether the node is a null.
  package var isNull: Bool {
    if case .scalar(let scalar) = value { scalar.isNull } else { false }
  }

  /// A boolean.
  package var bool: Bool? { scalar?.bool }
}

/// What a scalar means in the core schema of YAML 1.2 (§10.3.2), of which JSON's values are a part.
/// Quotes make a string of anything.
extension Scalar {
  /// Whether it is a null: empty, `~` or `null`.
  package var isNull: Bool {
    if isQuoted || text.utf8.count > 4 { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// A boolean: `true` or `false`, never `yes` or `on`.
  package var bool: Bool? {
    switch plainText {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// An integer that fits: `12`, `-12`, `+12`, `0o17`, `0x1F`; `017` is 17, and `1_000` and `1.0`
  /// are none.
  package var int: Int? {
    guard let plainText else { return nil }
    // Hardly any has a prefix.
    if plainText.utf8.first != UInt8(ascii: "0") { return Int(plainText) }
    let digits = plainText.dropFirst(2)
    // Int(_:radix:) takes a sign, and the schema takes none after a prefix.
    let isSigned = digits.hasPrefix("+") || digits.hasPrefix("-")
    switch plainText.prefix(2) {
    case "0o": return isSigned ? nil : Int(digits, radix: 8)
    case "0x": return isSigned ? nil : Int(digits, radix: 16)
    default: return Int(plainText)
    }
  }

  /// A number of any form: an integer, `1.5`, `.5`, `1e3`, `.inf`, `-.inf`, `.nan`.
  package var double: Double? {
    if let int { return Double(int) }
    guard let plainText else { return nil }
    switch plainText {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default:
      // Double(_:) also takes `inf`, `nan` and `0x1p3`, which are strings here.
      let isDecimal = plainText.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      return isDecimal ? Double(plainText) : nil
    }
  }

  /// The integer that the scalar is meant for where only an integer can stand: in quotes, and as
  /// `1.0`, it is one too (JSON Schema Core §4.2.1).
  package var meantInt: Int? { unquoted.int ?? unquoted.double.flatMap { Int(exactly: $0) } }

  /// The number that the scalar is meant for where only one can stand, in quotes too; it is finite.
  package var meantDouble: Double? { unquoted.double.flatMap { $0.isFinite ? $0 : nil } }

  /// The same text without its quotes.
  package var unquoted: Scalar { Scalar(text, isQuoted: false) }

  private var plainText: String? { isQuoted ? nil : text }
}
