extension JSONValue: JSONCodable {
  public init(json: JSONValue) { self = json }

  public func json(in context: inout EncodingContext) -> JSONValue { self }
}

extension Optional: JSONDecodable where Wrapped: JSONDecodable {
  public init(json: JSONValue) throws { self = json.isNull ? nil : try Wrapped(json: json) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  public func json(in context: inout EncodingContext) -> JSONValue {
    self?.json(in: &context) ?? .null
  }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  public init(json: JSONValue) throws {
    guard case .array(let elements) = json else {
      throw JSONDecodingError(expected: "an array", found: json)
    }
    let deviations = Deviations.current
    self = []
    reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do {
        append(try deviations.read(element, under: "\(index)"))
      } catch {
        // Of objects nothing is lost, as it is of numbers that stand beside those of another list.
        guard element.isNull, Element.self is any FormModel.Type else { throw error }
        deviations?.note("an object", found: "null", at: ["\(index)"])
      }
    }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  public func json(in context: inout EncodingContext) -> JSONValue {
    .array(
      enumerated().map { index, element in
        context.inside("\(index)") { element.json(in: &$0) }
      })
  }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
  public init(json: JSONValue) throws {
    let members = try json.members()
    let deviations = Deviations.current
    self = [:]
    // Not by its subscript, which takes a nil for no value at all.
    for (key, value) in members { updateValue(try deviations.read(value, under: key), forKey: key) }
  }
}

/// Written in the order of the names, so that the same dictionary always gives the same bytes.
extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
  public func json(in context: inout EncodingContext) -> JSONValue {
    let sorted = sorted { $0.key < $1.key }
    return .object(
      JSONObject(
        sorted.map { key, value in (key, context.inside(key) { value.json(in: &$0) }) }))
  }
}

extension JSONValue {
  /// The members of an object. An empty array is an object without any: PHP writes both alike.
  func members() throws -> JSONObject {
    if case .object(let members) = self { return members }
    guard array?.isEmpty == true else {
      throw JSONDecodingError(expected: "an object", found: self)
    }
    Deviations.current?.note("an object", found: "an empty array")
    return JSONObject([])
  }
}
