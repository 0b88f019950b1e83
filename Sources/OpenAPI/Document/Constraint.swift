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
