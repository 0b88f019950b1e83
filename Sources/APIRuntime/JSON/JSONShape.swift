/// What can be told of a type from the outside of its JSON, to choose among the types of a union.
/// See `JSONValue.best(of:)`.
public indirect enum JSONShape: Sendable {
  /// An object with all the members of `required`, and in each member of `values` one of these
  /// values; `known` are the names of all the members that it may have.
  case object(
    required: [String] = [], known: [String] = [], values: [String: [JSONValue]] = [:])

  /// An array, each element of that shape; nil for any.
  case array(JSONShape?)

  /// Any string.
  case string

  /// One of these strings.
  case strings([String])

  /// A date-time (RFC 3339 §5.6).
  case date

  /// A full-date (RFC 3339 §5.6).
  case calendarDate
  case uuid

  /// Any number.
  case number

  /// A whole number of 64 bits.
  case integer

  /// One of these numbers.
  case integers([Int])
  case boolean
  case null

  /// Any value.
  case any

  /// A value of one of these shapes.
  case anyOf([JSONShape])
}
