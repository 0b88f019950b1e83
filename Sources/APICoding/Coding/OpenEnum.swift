/// A value of an enumeration that may grow: a value that the description does not list keeps its
/// text. The listed values are static members of an extension.
public struct OpenEnum<Values: EnumValues>: RawRepresentable, Hashable {
  /// The value as the API writes it.
  public let rawValue: Values.RawValue

  /// Any value, known or not.
  public init(rawValue: Values.RawValue) { self.rawValue = rawValue }

  /// Any value, known or not.
  public init(_ rawValue: Values.RawValue) { self.rawValue = rawValue }
}

extension OpenEnum: CaseIterable {
  /// The values that the description lists, in its order.
  public static var allCases: [OpenEnum] { Values.known.map { OpenEnum($0) } }
}

extension OpenEnum: JSONCodable {
  public init(json: JSONValue) throws {
    self.init(try Values.RawValue(json: json))
    if !Values.isOpen, let deviations = Deviations.current, !Values.known.contains(rawValue) {
      deviations.note("a listed value", found: "another")
    }
  }

  public func json(in context: inout EncodingContext) -> JSONValue { rawValue.json(in: &context) }
}

extension OpenEnum: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try Values.RawValue(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension OpenEnum: CustomStringConvertible {
  public var description: String { "\(rawValue)" }
}
