/// A value or null, where null differs from absence. An optional field is a `Nullable<Value>?`: nil
/// is not sent.
///
///     update.note = "Back at ten"    // as is: a literal
///     update.note = Nullable(note)   // not sent where `note` is nil
///     update.note = .null            // sent as null
public enum Nullable<Value: Sendable>: Sendable {
  case null
  case value(Value)

  /// Nothing where there is no value: to send null is to say `.null`.
  public init?(_ value: Value?) {
    guard let value else { return nil }
    self = .value(value)
  }

  /// The value; nil for null.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Nullable: Equatable where Value: Equatable {}

extension Nullable: Hashable where Value: Hashable {}

extension Nullable: JSONDecodable where Value: JSONDecodable {
  public init(json: JSONValue) throws { self = json.isNull ? .null : .value(try Value(json: json)) }
}

extension Nullable: JSONEncodable where Value: JSONEncodable {
  public func json(in context: inout EncodingContext) -> JSONValue { value.json(in: &context) }
}

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Value.BooleanLiteralType) {
    self = .value(Value(booleanLiteral: value))
  }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Value.IntegerLiteralType) {
    self = .value(Value(integerLiteral: value))
  }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Value.FloatLiteralType) {
    self = .value(Value(floatLiteral: value))
  }
}

extension Nullable: ExpressibleByStringLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByUnicodeScalarLiteral
where Value: ExpressibleByStringLiteral {
  public init(stringLiteral value: Value.StringLiteralType) {
    self = .value(Value(stringLiteral: value))
  }
}

extension Nullable: ExpressibleByArrayLiteral
where
  Value: RangeReplaceableCollection & ExpressibleByArrayLiteral,
  Value.ArrayLiteralElement == Value.Element
{
  public init(arrayLiteral elements: Value.Element...) { self = .value(Value(elements)) }
}

extension Nullable: ExpressibleByDictionaryLiteral where Value: LiteralDictionary {
  public init(dictionaryLiteral elements: (Value.Key, Value.Value)...) {
    self = .value(Value(uniqueKeysWithValues: elements))
  }
}

/// A dictionary, which a ``Nullable`` makes of the elements of a literal.
public protocol LiteralDictionary: ExpressibleByDictionaryLiteral {
  init<Elements: Sequence>(uniqueKeysWithValues: Elements) where Elements.Element == (Key, Value)
}

extension Dictionary: LiteralDictionary {}
