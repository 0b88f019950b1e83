/// A validation keyword of JSON Schema (draft 2020-12 Validation §6) with its value.
package enum Constraint: Hashable, Sendable {
  case minLength(Int)
  case maxLength(Int)
  case pattern(String)
  /// The number as it is written, which keeps it exact.
  case minimum(String)
  case maximum(String)
  case exclusiveMinimum(String)
  case exclusiveMaximum(String)
  case multipleOf(String)
  case minItems(Int)
  case maxItems(Int)
  case uniqueItems
  case minProperties(Int)
  case maxProperties(Int)
}

extension Constraint {
  /// As a description has it.
  package var keyword: String {
    switch self {
    case .minLength: "minLength"
    case .maxLength: "maxLength"
    case .pattern: "pattern"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .exclusiveMinimum: "exclusiveMinimum"
    case .exclusiveMaximum: "exclusiveMaximum"
    case .multipleOf: "multipleOf"
    case .minItems: "minItems"
    case .maxItems: "maxItems"
    case .uniqueItems: "uniqueItems"
    case .minProperties: "minProperties"
    case .maxProperties: "maxProperties"
    }
  }

  /// What it bounds, on which side, and whether the bound itself is outside; nil for other rules.
  package var bound: (subject: String, isLower: Bool, value: Double, isExclusive: Bool)? {
    switch self {
    case .minLength(let count): ("length", true, Double(count), false)
    case .maxLength(let count): ("length", false, Double(count), false)
    case .minItems(let count): ("items", true, Double(count), false)
    case .maxItems(let count): ("items", false, Double(count), false)
    case .minProperties(let count): ("properties", true, Double(count), false)
    case .maxProperties(let count): ("properties", false, Double(count), false)
    case .minimum(let text): Double(text).map { ("number", true, $0, false) }
    case .maximum(let text): Double(text).map { ("number", false, $0, false) }
    case .exclusiveMinimum(let text): Double(text).map { ("number", true, $0, true) }
    case .exclusiveMaximum(let text): Double(text).map { ("number", false, $0, true) }
    case .pattern, .multipleOf, .uniqueItems: nil
    }
  }

  /// Whether nothing is within both.
  package func excludes(_ other: Constraint) -> Bool {
    guard let one = bound, let other = other.bound, one.subject == other.subject,
      one.isLower != other.isLower
    else { return false }
    let (least, most) = one.isLower ? (one.value, other.value) : (other.value, one.value)
    return least > most || least == most && (one.isExclusive || other.isExclusive)
  }

  /// Whether a number is within it, if it is a bound of numbers.
  package func allows(_ number: Double) -> Bool {
    guard let bound, bound.subject == "number" else { return true }
    if number == bound.value { return !bound.isExclusive }
    return bound.isLower == (number > bound.value)
  }

  /// Whether a text is as long as it asks for, if it bounds lengths.
  package func allows(_ text: String) -> Bool {
    guard let bound, bound.subject == "length" else { return true }
    let length = Double(text.unicodeScalars.count)
    return bound.isLower ? length >= bound.value : length <= bound.value
  }
}
