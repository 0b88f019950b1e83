/// Reads the fields of a JSON object by name. The first field that is missing or of another type is
/// remembered, and thrown when the object has been read: until then it has a blank value, so that
/// generated code needs no `try` on each line. Unknown fields are ignored. For an optional field
/// null is the same as absence, and so is an empty string that is no value of its type.
public struct ObjectDecoder {
  /// The first field that could not be read.
  private(set) var failure: JSONDecodingError?

  private var members: JSONObject
  private let deviations = Deviations.current

  /// Where the next field probably stands: after the last one.
  private var next = 0

  /// Which members were read.
  private var isRead: [Bool]

  init(_ members: JSONObject) {
    self.members = members
    isRead = Array(repeating: false, count: members.count)
  }

  /// A required field of any type.
  ///
  /// - Throws: the first error of the object, if this field or one before it could not be read.
  public mutating func value<Value: JSONDecodable>(_ key: String) throws -> Value {
    if let value: Value = required(key), failure == nil { return value }
    throw failure ?? JSONDecodingError(expected: "a value", found: "nothing").under(key)
  }

  /// An optional field of any type.
  public mutating func optionalValue<Value: JSONDecodable>(_ key: String) -> Value? {
    guard let json = member(key), json != .null else { return nil }
    return readUnlessEmpty(json, key)
  }

  /// An optional field of any type, with its default where it is absent.
  public mutating func optionalValue<Value: JSONDecodable>(
    _ key: String, default: Value
  ) -> Value {
    optionalValue(key) ?? `default`
  }

  /// A required array. One that is missing or null is read as empty: so servers in Go and others
  /// write empty arrays.
  public mutating func array<Element: JSONDecodable>(_ key: String) -> [Element] {
    required(key, orEmpty: [], "an array")
  }

  /// A required object of any members. One that is missing or null is read as empty, as arrays are.
  public mutating func dictionary<Value: JSONDecodable>(_ key: String) -> [String: Value] {
    required(key, orEmpty: [:], "an object")
  }

  /// An optional field in which null differs from absence.
  public mutating func optionalNullable<Value: JSONDecodable>(_ key: String) -> Nullable<Value>? {
    member(key).flatMap { readUnlessEmpty($0, key) }
  }

  /// An optional field of any JSON, of which null is a value.
  public mutating func optionalJSON(_ key: String) -> JSONValue? { member(key) }

  /// The members that were not read before this (`additionalProperties`), or those of them whose
  /// names match any of `patterns` (`patternProperties`).
  public mutating func rest<Value: JSONDecodable>(_ patterns: String...) -> [String: Value] {
    var rest: [String: Value] = [:]
    for (place, (key, value)) in members.enumerated() where !isRead[place] {
      let isDescribed = patterns.isEmpty || patterns.contains { matches(key, ecmaPattern: $0) }
      if isDescribed { rest[key] = read(value, key) }
    }
    return rest
  }

  /// Allows strings for the numbers of a field that is a number, or a list of numbers, and is read
  /// next.
  public mutating func numbersFromText(_ key: String) {
    guard let json = members[key], let numbers = json.numberFromText else { return }
    members[key] = numbers
    deviations?.note("a number", found: "a string", at: [key])
  }

  /// A required field of any type; nil where it could not be read.
  mutating func required<Value: JSONDecodable>(_ key: String) -> Value? {
    guard let json = member(key) else {
      fail(JSONDecodingError(expected: "a value", found: "nothing").under(key))
      return nil
    }
    return read(json, key)
  }

  private mutating func required<Value: JSONDecodable>(
    _ key: String, orEmpty empty: Value, _ expected: String
  ) -> Value {
    let json = member(key)
    guard let json, !json.isNull else {
      deviations?.note(expected, found: json == nil ? "nothing" : "null", at: [key])
      return empty
    }
    return read(json, key) ?? empty
  }

  private mutating func member(_ key: String) -> JSONValue? {
    guard let place = members.place(of: key, near: next) else { return nil }
    next = place + 1
    isRead[place] = true
    return members[place].value
  }

  private mutating func read<Value: JSONDecodable>(_ json: JSONValue, _ key: String) -> Value? {
    do {
      return try deviations.read(json, under: key) as Value
    } catch {
      fail(JSONDecodingError(error))
      return nil
    }
  }

  /// The value of an optional field. An empty string where no string can stand is read as absence:
  /// so servers in PHP and others write a date or a number that they do not have.
  private mutating func readUnlessEmpty<Value: JSONDecodable>(
    _ json: JSONValue, _ key: String
  ) -> Value? {
    guard json == .string("") else { return read(json, key) }
    do {
      return try deviations.read(json, under: key) as Value
    } catch {
      let error = JSONDecodingError(error)
      deviations?.note(error.expected, found: "an empty string", at: error.path)
      return nil
    }
  }

  private mutating func fail(_ error: JSONDecodingError) {
    failure = failure ?? error
  }
}

extension JSONValue {
  /// The number in a string, and each of those in a list; nil where there is none.
  fileprivate var numberFromText: JSONValue? {
    switch self {
    case .string(let text): return JSONNumber(text: text).map(JSONValue.number)
    case .array(let elements):
      let numbers = elements.map { $0.numberFromText ?? $0 }
      return numbers == elements ? nil : .array(numbers)
    default: return nil
    }
  }
}
