/// Marks an open enumeration: an empty type whose name tells one `OpenEnum` from another.
public protocol EnumValues: Sendable {
  /// What the values are in JSON: strings, unless the description says otherwise; `JSONValue` for
  /// values of several types.
  associatedtype RawValue: JSONCodable, Codable, Hashable = String
}
