import Foundation

/// A JSON number (RFC 8259 §6) as it was written, so that nothing is lost past 2^53 or 64 bits. Two
/// numbers are equal if they are written alike: 1 and 1.0 differ.
public struct JSONNumber: Sendable, Hashable {
  /// The number as JSON writes it: `-12`, `0.5`, `1e30`.
  public let text: String

  /// A whole number.
  public init(_ value: some BinaryInteger) { text = String(value) }

  /// The shortest text that gives the same `Double` again; nil for a value that is not finite,
  /// which JSON cannot write.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(finite: value.description)
  }

  /// Every digit of a decimal number; nil for one that is not a number.
  public init?(_ value: Decimal) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// A number written as JSON writes it; nil for any other text.
  public init?(text: String) {
    guard case .number(let number)? = try? JSONValue(parsing: Array(text.utf8)),
      number.text == text
    else { return nil }
    self = number
  }

  /// `text` is known to be a number: the parser has read it.
  init(parsed text: String) { self.text = text }

  private init(finite description: String) {
    text = description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}

extension JSONNumber {
  /// The number as an `Int`, as `1`, `1.0` and `1e2` have one; nil where it is not whole or does
  /// not fit, or is past 2^53 and written with a fraction or an exponent.
  public var int: Int? { integer() }

  /// The nearest `Double`; nil where it is out of range.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The number in up to 38 decimal digits; nil where it is out of range.
  public var decimal: Decimal? {
    guard let value = Decimal(string: text, locale: nil), value.isFinite else { return nil }
    return value
  }

  /// The number as an integer of any width. Written with a fraction or an exponent it is read
  /// through `Double`, and taken only where that is exact, within 2^53.
  func integer<Value: FixedWidthInteger>() -> Value? {
    if let value = Value(text) { return value }
    guard let double, abs(double) <= 0x1p53 else { return nil }
    return Value(exactly: double)
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self.init(value) }

  /// A literal too large for a `Double` is 0, since JSON has no infinity; the compiler warns of it.
  public init(floatLiteral value: Double) {
    self.init(finite: value.isFinite ? value.description : "0")
  }
}
