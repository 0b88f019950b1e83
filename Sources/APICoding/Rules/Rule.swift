import Foundation

/// A rule that a description sets for a value (JSON Schema Validation §6). A value of a type that
/// the rule does not apply to does not break it.
public indirect enum Rule: Sendable {
  /// Bounds of the length of a string in Unicode scalars.
  case minLength(Int)
  case maxLength(Int)

  /// An ECMA 262 regular expression that must match somewhere in a string.
  case pattern(String)

  /// Bounds of a number.
  case minimum(JSONNumber)
  case maximum(JSONNumber)
  case exclusiveMinimum(JSONNumber)
  case exclusiveMaximum(JSONNumber)

  /// A number of which a number must be a whole multiple.
  case multipleOf(JSONNumber)

  /// Bounds of the number of elements of an array.
  case minItems(Int)
  case maxItems(Int)

  /// No two elements of an array are equal.
  case uniqueItems

  /// Bounds of the number of members of an object.
  case minProperties(Int)
  case maxProperties(Int)

  /// A whole number in the range of a format (OAS Format Registry).
  case int8, int16, int32, uint8, uint16, uint32

  /// A rule for each element of an array, or for each value of an object.
  case items(Rule)

  /// A rule for the name of each member of an object.
  case names(Rule)

  /// What is wrong with `value` itself, without showing it; nil if it keeps the rule.
  func complaint(about value: JSONValue) -> String? {
    switch value {
    case .string(let text): complaint(about: text)
    case .number(let number): complaint(about: number)
    case .array(let elements): complaint(about: elements)
    case .object(let members): complaint(about: members)
    case .null, .bool: nil
    }
  }

  private func complaint(about text: String) -> String? {
    let length = text.unicodeScalars.count
    switch self {
    case .minLength(let least) where length < least:
      return "has \(length.of("character")), expected at least \(least)"
    case .maxLength(let most) where length > most:
      return "has \(length.of("character")), expected at most \(most)"
    case .pattern(let pattern) where !matches(text, ecmaPattern: pattern):
      return "does not match \(pattern)"
    default: return nil
    }
  }

  private func complaint(about elements: [JSONValue]) -> String? {
    switch self {
    case .minItems(let least) where elements.count < least:
      "has \(elements.count.of("element")), expected at least \(least)"
    case .maxItems(let most) where elements.count > most:
      "has \(elements.count.of("element")), expected at most \(most)"
    case .uniqueItems where Set(elements).count < elements.count:
      "has equal elements, each must be different"
    default: nil
    }
  }

  private func complaint(about members: JSONObject) -> String? {
    switch self {
    case .names(let rule):
      members.lazy.compactMap { rule.complaint(about: $0.key) }.first
        .map { "has a name that \($0)" }
    case .minProperties(let least) where members.count < least:
      "has \(members.count.of("member")), expected at least \(least)"
    case .maxProperties(let most) where members.count > most:
      "has \(members.count.of("member")), expected at most \(most)"
    default: nil
    }
  }

  private func complaint(about number: JSONNumber) -> String? {
    switch self {
    case .minimum(let least) where number.isLess(than: least): "is less than \(least.text)"
    case .maximum(let most) where most.isLess(than: number): "is more than \(most.text)"
    case .exclusiveMinimum(let bound) where !bound.isLess(than: number):
      "is not more than \(bound.text)"
    case .exclusiveMaximum(let bound) where !number.isLess(than: bound):
      "is not less than \(bound.text)"
    case .multipleOf(let factor) where !number.isMultiple(of: factor):
      "is not a multiple of \(factor.text)"
    default:
      range.flatMap { range in
        let isLess = number.isLess(than: JSONNumber(range.least))
        return isLess || JSONNumber(range.most).isLess(than: number)
          ? "is outside of the range of \(range.name)" : nil
      }
    }
  }

  private var range: (least: Int64, most: Int64, name: String)? {
    switch self {
    case .int8: (Int64(Int8.min), Int64(Int8.max), "8 bits")
    case .int16: (Int64(Int16.min), Int64(Int16.max), "16 bits")
    case .int32: (Int64(Int32.min), Int64(Int32.max), "32 bits")
    case .uint8: (0, Int64(UInt8.max), "8 bits without a sign")
    case .uint16: (0, Int64(UInt16.max), "16 bits without a sign")
    case .uint32: (0, Int64(UInt32.max), "32 bits without a sign")
    default: nil
    }
  }
}

extension JSONNumber {
  /// By value, to 38 digits where both fit a `Decimal`.
  fileprivate func isLess(than other: JSONNumber) -> Bool {
    if let number = decimal, let other = other.decimal { return number < other }
    return Double(text) ?? 0 < Double(other.text) ?? 0
  }

  /// Whether the number is a whole multiple of `factor`; true where that is past what can be told.
  fileprivate func isMultiple(of factor: JSONNumber) -> Bool {
    guard let number = decimal, let factor = factor.decimal, factor != 0 else { return true }
    var quotient = number / factor
    var whole = Decimal()
    NSDecimalRound(&whole, &quotient, 0, .plain)
    return whole * factor == number
  }
}

extension Int {
  /// So many of something: `1 element`, `2 elements`.
  fileprivate func of(_ noun: String) -> String { "\(self) \(noun)" + (self == 1 ? "" : "s") }
}
