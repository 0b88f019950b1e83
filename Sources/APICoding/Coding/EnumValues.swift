/// The values of an open enumeration; the type tells one `OpenEnum` from another.
public protocol EnumValues: Sendable {
  /// What the values are in JSON: strings, unless the description says otherwise; `JSONValue` for
  /// values of several types.
  associatedtype RawValue: JSONCodable, Codable, Hashable = String

  /// Those that the description lists, in its order.
  static var known: [RawValue] { get }

  /// Whether the description allows any others; they are no deviations then.
  static var isOpen: Bool { get }
}

extension EnumValues {
  public static var isOpen: Bool { false }
}
