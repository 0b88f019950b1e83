/// What the JSON of a type looks like, to choose among the types of a union without decoding. See
/// `JSONValue.best(of:)`.
public indirect enum JSONShape: Sendable {
  /// An object with all the members of `required`, in which those of `members` that are present
  /// have these shapes; `known` are the names of all members that it may have.
  case object(
    required: [String] = [], known: [String] = [], members: [String: JSONShape] = [:])

  /// An object whose discriminator, the member of this name, has one of these values (OAS 3.1
  /// §4.8.25).
  case tagged(String, [JSONValue])

  /// An object, each member of that shape.
  case dictionary(JSONShape)

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

  /// A UUID (RFC 9562 §4).
  case uuid

  /// Bytes in Base64 (RFC 4648 §4), spelled as they would be written.
  case base64

  /// Any number.
  case number

  /// A whole number of 64 bits, with a sign or without.
  case integer

  /// One of these numbers.
  case integers([Int])

  /// true or false.
  case boolean

  /// One of these, which is true or false.
  case booleans([Bool])

  /// null.
  case null

  /// Any value.
  case any

  /// A value of one of these shapes.
  case anyOf([JSONShape])
}
