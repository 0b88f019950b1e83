/// A value of one of several types (`oneOf`, `anyOf`). Generated types are enumerations that tell
/// the types apart by a discriminator, or by `JSONValue.best(of:)`, and keep what none of them
/// fits.
public protocol Union: FormModel, JSONDecodable, JSONEncodable, Codable {}

extension Union {
  /// A form, where the value is an object.
  public func encode(to object: inout ObjectEncoder) { object.members(of: self) }

  public init(from decoder: any Decoder) throws { self = try decodeJSON(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try encodeJSON(self, to: encoder) }
}
