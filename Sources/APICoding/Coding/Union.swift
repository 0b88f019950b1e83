/// A value of one of several types (`oneOf`, `anyOf`), as an enumeration of them. A value that is
/// none of them keeps its JSON.
public protocol Union: FormModel, JSONDecodable, JSONEncodable, Codable {
  /// What tells the types apart.
  static var shapes: [JSONShape] { get }

  /// The types of the events whose data is of each of `shapes` (WHATWG HTML §9.2.6); empty,
  /// as it is by default, where these do not tell them apart.
  static var eventTypes: [[String]] { get }

  /// Reads a value as the type of one of `shapes`, by its index; nil for none of them.
  init(_ json: JSONValue, as shape: Int?) throws
}

extension Union {
  public static var eventTypes: [[String]] { [] }

  /// Reads the type that fits best, by `JSONValue.best(of:)`. A value that looks like a type and
  /// cannot be read as it, or is not what its discriminator says, is none of them, so that what
  /// holds it can still be read.
  public init(json: JSONValue) throws {
    try self.init(json: json, taken: json.best(of: Self.shapes))
  }

  /// Reads the type that something tells, by its index in `shapes`.
  package init(json: JSONValue, taken shape: Int?) throws {
    if let shape {
      do {
        try self.init(json, as: shape)
        return
      } catch {
        // No other type is tried: in unions of unions that would take a time that has no bounds.
        let error = JSONDecodingError(error)
        Deviations.current?.note(error.expected, found: error.found, at: error.path)
      }
    } else {
      Deviations.current?.note("one of the described types", found: json.kind)
    }
    try self.init(json, as: nil)
  }

  /// A form, where the value is an object.
  public func encode(to object: inout ObjectEncoder) { object.members(of: self) }

  public init(from decoder: any Decoder) throws { self = try decodeJSON(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try encodeJSON(self, to: encoder) }
}

extension JSONEncodable {
  /// The value as a branch of a union with a discriminator, which is filled in where it is absent,
  /// and must not say that the value is of another branch.
  public func json(
    in context: inout EncodingContext, as branch: Int, of shapes: [JSONShape], _ rules: Rule...
  ) -> JSONValue {
    var json = json(in: &context, rules)
    guard case .object(var members) = json else { return json }
    if case .tagged(let key, let values) = shapes[branch], members[key] == nil {
      members[key] = values.first
      json = .object(members)
    }
    let said = shapes.indices.filter { json.isTagged(shapes[$0]) }
    if context.isSent, !said.contains(branch), !said.isEmpty || shapes[branch].hasTag {
      context.violation("is another type by its discriminator")
    }
    return json
  }
}

extension JSONValue {
  /// Whether a discriminator says that the value has a shape.
  fileprivate func isTagged(_ shape: JSONShape) -> Bool {
    if case .anyOf(let shapes) = shape { return shapes.contains(where: isTagged) }
    return shape.hasTag && best(of: [shape]) != nil
  }
}

extension JSONShape {
  fileprivate var hasTag: Bool {
    if case .tagged = self { true } else { false }
  }
}
