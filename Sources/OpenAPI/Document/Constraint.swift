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

  /// Whether a number is within it, if it is a bound of numbers.
  package func allows(_ number: Double) -> Bool {
    switch self {
    case .minimum(let least): Double(least).map { number >= $0 } ?? true
    case .maximum(let most): Double(most).map { number <= $0 } ?? true
    case .exclusiveMinimum(let bound): Double(bound).map { number > $0 } ?? true
    case .exclusiveMaximum(let bound): Double(bound).map { number < $0 } ?? true
    default: true
    }
  }
}
