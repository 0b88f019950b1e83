/// An object of an API. Generated types list their fields in `init(from:)` and `encode(to:)`; JSON
/// and `Codable` follow from these.
public protocol Model: FormModel, JSONDecodable, JSONEncodable, Codable {
  /// Reads every field.
  init(from object: inout ObjectDecoder) throws
}

extension Model {
  public init(json: JSONValue) throws {
    var object = ObjectDecoder(try json.members())
    self = try Self(from: &object)
    if let failure = object.failure { throw failure }
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    var object = ObjectEncoder(taking: &context)
    encode(to: &object)
    return object.finish(&context)
  }

  public init(from decoder: any Decoder) throws { self = try decodeJSON(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try encodeJSON(self, to: encoder) }
}
