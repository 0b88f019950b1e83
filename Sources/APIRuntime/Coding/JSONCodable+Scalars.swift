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

extension Int: JSONCodable {
  public init(json: JSONValue) throws { self = try json.integer() }

  public func json(in context: inout EncodingContext) -> JSONValue { .number(JSONNumber(self)) }
}

extension Int32: JSONCodable {
  public init(json: JSONValue) throws { self = try json.integer() }

  public func json(in context: inout EncodingContext) -> JSONValue { .number(JSONNumber(self)) }
}

extension Int64: JSONCodable {
  public init(json: JSONValue) throws { self = try json.integer() }

  public func json(in context: inout EncodingContext) -> JSONValue { .number(JSONNumber(self)) }
}

extension UInt64: JSONCodable {
  public init(json: JSONValue) throws { self = try json.integer() }

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

extension Float: JSONCodable {
  public init(json: JSONValue) throws {
    guard case .number(let number) = json, let value = Float(number.text), value.isFinite else {
      throw JSONDecodingError(expected: "a number in the range of a Float", found: json)
    }
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

extension JSONValue {
  /// A whole number, or the end of the range that it is past, such as the largest number that other
  /// languages have for no limit: an answer is not undecodable for it.
  fileprivate func integer<Value: FixedWidthInteger>() throws -> Value {
    let expected = "a whole number of \(Value.bitWidth) bits"
    if case .number(let number) = self {
      if let value: Value = number.integer() { return value }
      let nearest = Double(number.text) ?? 0
      let isAbove = nearest >= Double(Value.max)
      if isAbove || Value.isSigned && nearest <= Double(Value.min) {
        Deviations.current?.note(expected, found: "one past its range")
        return isAbove ? .max : .min
      }
    }
    throw JSONDecodingError(expected: expected, found: self)
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
