import Foundation

extension JSONValue: Codable {
  /// Reads from any decoder. `Codable` has no number that keeps its text: one of more than 64 bits
  /// or 38 digits is rounded.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer(), let value = Self.scalar(container) {
      self = value
    } else if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
    } else {
      let container = try decoder.container(keyedBy: AnyCodingKey.self)
      self = .object(
        JSONObject(
          try container.allKeys.map { key in
            (key.stringValue, try container.decode(JSONValue.self, forKey: key))
          }))
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) -> JSONValue? {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(String.self) { return .string(value) }
    return number(container).map(JSONValue.number)
  }

  private static func number(_ container: any SingleValueDecodingContainer) -> JSONNumber? {
    if let value = try? container.decode(Int64.self) { return JSONNumber(value) }
    if let value = try? container.decode(UInt64.self) { return JSONNumber(value) }
    if let value = try? container.decode(Decimal.self) { return JSONNumber(value) }
    return (try? container.decode(Double.self)).flatMap { JSONNumber($0) }
  }

  /// Writes to any encoder, a number as the first of Int64, UInt64, Decimal and Double that holds
  /// it.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .object(let members):
      var container = encoder.container(keyedBy: AnyCodingKey.self)
      for (key, value) in members {
        try container.encode(value, forKey: AnyCodingKey(stringValue: key))
      }
    default:
      var container = encoder.singleValueContainer()
      try encodeScalar(into: &container)
    }
  }

  private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .bool(let bool): try container.encode(bool)
    case .string(let text): try container.encode(text)
    case .number(let number):
      if let value: Int64 = number.integer() {
        try container.encode(value)
      } else if let value: UInt64 = number.integer() {
        try container.encode(value)
      } else if let value = number.decimal {
        try container.encode(value)
      } else {
        try container.encode(number.double)
      }
    default: try container.encodeNil()
    }
  }
}

/// Any name as a key of `Codable`.
private struct AnyCodingKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
