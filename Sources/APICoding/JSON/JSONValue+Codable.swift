import Foundation

extension JSONValue: Codable {
  /// Reads from any decoder. `Codable` has no number that keeps its text: one of more than 64 bits
  /// or 38 digits is rounded.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let number = Self.number(container) {
      self = .number(number)
    } else if let elements = try? container.decode([JSONValue].self) {
      self = .array(elements)
    } else {
      let members = try container.decode([String: JSONValue].self)
      self = .object(JSONObject(members.map { ($0, $1) }))
    }
  }

  private static func number(_ container: any SingleValueDecodingContainer) -> JSONNumber? {
    if let value = try? container.decode(Int64.self) { return JSONNumber(value) }
    if let value = try? container.decode(UInt64.self) { return JSONNumber(value) }
    if let value = try? container.decode(Decimal.self) { return JSONNumber(value) }
    return (try? container.decode(Double.self)).flatMap { JSONNumber($0) }
  }

  /// Writes to any encoder, a number as the first of Int64, UInt64, Decimal and Double that holds
  /// it.
  ///
  /// - Throws: `EncodingError`, also of a number that is past all of them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number): try number.encode(to: &container)
    case .string(let text): try container.encode(text)
    case .array(let elements): try container.encode(elements)
    case .object(let members):
      try container.encode(Dictionary(uniqueKeysWithValues: members.map { ($0, $1) }))
    }
  }
}

extension JSONNumber {
  fileprivate func encode(to container: inout any SingleValueEncodingContainer) throws {
    if let value: Int64 = integer() {
      try container.encode(value)
    } else if let value: UInt64 = integer() {
      try container.encode(value)
    } else if let decimal {
      try container.encode(decimal)
    } else if let double {
      try container.encode(double)
    } else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: container.codingPath, debugDescription: "It is past any Double."))
    }
  }
}
