/// A value of one of several types (`oneOf`, `anyOf`), as an enumeration of them. What is none of them
/// keeps its JSON.
public protocol Union: FormModel, JSONDecodable, JSONEncodable, Codable {
  /// What tells the types apart.
  static var shapes: [JSONShape] { get }

  /// Reads a value as the type of one of `shapes`, by its index; nil for none of them.
  init(_ json: JSONValue, as shape: Int?) throws
}

extension Union {
  /// The type that fits best, by `JSONValue.best(of:)`. A value that fits from the outside alone is
  /// none of them, unless its discriminator says what it is.
  ///
  /// - Throws: `JSONDecodingError` where an object is not what its discriminator says.
  public init(json: JSONValue) throws {
    let shape = json.best(of: Self.shapes)
    do {
      try self.init(json, as: shape)
    } catch {
      // No other type is tried: in unions of unions that would take a time that has no bounds.
      if let shape, case .tagged = Self.shapes[shape] { throw error }
      try self.init(json, as: nil)
    }
  }

  /// A form, where the value is an object.
  public func encode(to object: inout ObjectEncoder) { object.members(of: self) }

  public init(from decoder: any Decoder) throws { self = try decodeJSON(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try encodeJSON(self, to: encoder) }
}
