import Foundation

extension String: JSONCodable {
  public init(json: JSONValue) throws {
    guard case .string(let text) = json else {
      throw JSONDecodingError(expected: "a string", found: json)
    }
    self = text
  }

  public func json(in context: inout EncodingContext) -> JSONValue { .string(self) }
}

extension Bool: JSONCodable {
  public init(json: JSONValue) throws {
    guard case .bool(let value) = json else {
      throw JSONDecodingError(expected: "a boolean", found: json)
    }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue { .bool(self) }
}

extension Int: JSONCodable {}

extension UInt64: JSONCodable {}

extension FixedWidthInteger where Self: JSONCodable {
  /// Reads a whole number, as `1`, `1.0` and `1e2` are. One out of range is an error: it may be an
  /// identifier, and another number in its place would identify something else.
  public init(json: JSONValue) throws {
    let expected = "a whole number of \(Self.bitWidth) bits"
    guard case .number(let number) = json else {
      throw JSONDecodingError(expected: expected, found: json)
    }
    guard let value: Self = number.integer() else {
      let nearest = Double(number.text) ?? 0
      let isPast = nearest <= Double(Self.min) || nearest >= Double(Self.max)
      throw JSONDecodingError(expected: expected, found: isPast ? "one past its range" : json.kind)
    }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue { .number(JSONNumber(self)) }
}

extension Double: JSONCodable {
  public init(json: JSONValue) throws {
    // One past the range is infinite: an answer is not undecodable for it.
    guard case .number(let number) = json, let value = Double(number.text) else {
      throw JSONDecodingError(expected: "a number", found: json)
    }
    if value.isInfinite { Deviations.current?.note("a number of 64 bits", found: "a larger one") }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    context.number(JSONNumber(self))
  }
}

extension Decimal: JSONCodable {
  public init(json: JSONValue) throws {
    guard case .number(let number) = json, let value = number.decimal else {
      throw JSONDecodingError(expected: "a number in the range of a Decimal", found: json)
    }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    context.number(JSONNumber(self))
  }
}

extension EncodingContext {
  /// `number`, which is nil for one that JSON has no text for.
  fileprivate mutating func number(_ number: JSONNumber?) -> JSONValue {
    if let number { return .number(number) }
    violation("is not a finite number, which JSON cannot hold")
    return .null
  }
}
