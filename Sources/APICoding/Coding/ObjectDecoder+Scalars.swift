import Foundation

// Each type has methods of its own name: the compiler finds them at once, where overloads would
// cost it a search a line.
extension ObjectDecoder {
  /// A required field: a string.
  public mutating func string(_ key: String) -> String { required(key) ?? "" }

  /// An optional field: a string.
  public mutating func optionalString(_ key: String) -> String? { optionalValue(key) }

  /// An optional field: a string, with its default where it is absent.
  public mutating func optionalString(_ key: String, default: String) -> String {
    optionalValue(key) ?? `default`
  }

  /// A required field: a whole number.
  public mutating func int(_ key: String) -> Int { required(key) ?? 0 }

  /// An optional field: a whole number.
  public mutating func optionalInt(_ key: String) -> Int? { optionalValue(key) }

  /// An optional field: a whole number, with its default where it is absent.
  public mutating func optionalInt(_ key: String, default: Int) -> Int {
    optionalValue(key) ?? `default`
  }

  /// A required field: a number.
  public mutating func double(_ key: String) -> Double { required(key) ?? 0 }

  /// An optional field: a number.
  public mutating func optionalDouble(_ key: String) -> Double? { optionalValue(key) }

  /// An optional field: a number, with its default where it is absent.
  public mutating func optionalDouble(_ key: String, default: Double) -> Double {
    optionalValue(key) ?? `default`
  }

  /// A required field: a boolean.
  public mutating func bool(_ key: String) -> Bool { required(key) ?? false }

  /// An optional field: a boolean.
  public mutating func optionalBool(_ key: String) -> Bool? { optionalValue(key) }

  /// An optional field: a boolean, with its default where it is absent.
  public mutating func optionalBool(_ key: String, default: Bool) -> Bool {
    optionalValue(key) ?? `default`
  }

  /// A required field: a date-time (RFC 3339 §5.6).
  public mutating func date(_ key: String) -> Date {
    required(key) ?? Date(timeIntervalSince1970: 0)
  }

  /// An optional field: a date-time (RFC 3339 §5.6).
  public mutating func optionalDate(_ key: String) -> Date? { optionalValue(key) }

  /// A required field: a UUID.
  public mutating func uuid(_ key: String) -> UUID { required(key) ?? Self.blankUUID }

  /// An optional field: a UUID.
  public mutating func optionalUUID(_ key: String) -> UUID? { optionalValue(key) }

  private static let blankUUID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
