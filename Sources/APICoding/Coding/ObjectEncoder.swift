import Foundation

/// Collects the fields of a body in order, and what breaks the rules for them. An optional field
/// that is nil is left out.
public struct ObjectEncoder {
  package typealias Header = (key: String, name: String, value: JSONValue, explode: Bool)

  /// The fields so far, by name. The parts of a form may have a name several times.
  package internal(set) var fields: [(key: String, content: FormValue)] = []

  /// The headers of the parts of a form, by the name of the part.
  package private(set) var headers: [Header] = []
  var context = EncodingContext()

  /// For a body of its own.
  package init() {}

  /// The fields of a body.
  package init(_ body: some FormModel) { body.encode(to: &self) }

  /// For an object inside another value. The context is moved, not shared, so that nothing is
  /// copied.
  init(taking context: inout EncodingContext) { swap(&self.context, &context) }

  /// What is wrong with the fields so far.
  package var violations: [Violation] { context.violations }

  /// The object as JSON, giving back the context that was taken.
  consuming func finish(_ context: inout EncodingContext) -> JSONValue {
    var members = JSONObject()
    for (key, content) in fields {
      if case .json(let value) = content {
        members[key] = value
      } else {
        self.context.inside(key) { $0.violation("is a file, which JSON cannot hold") }
      }
    }
    swap(&self.context, &context)
    return .object(members)
  }

  /// A field of any type; nil is left out.
  public mutating func value<Value: JSONEncodable>(_ key: String, _ value: Value?) {
    guard let value else { return }
    fields.append((key, .json(context.inside(key) { value.json(in: &$0) })))
  }

  /// A field that is required and may be null: nil is written as null.
  public mutating func nullable<Value: JSONEncodable>(_ key: String, _ value: Value?) {
    if let value {
      self.value(key, value)
    } else {
      fields.append((key, .json(.null)))
    }
  }

  /// Every entry of `members`, in the order of the names, with rules for each. One with the name of
  /// a field that was recorded before is a violation.
  public mutating func rest<Value: JSONEncodable>(_ members: [String: Value], _ rules: Rule...) {
    for (key, value) in others(members) {
      let json = context.inside(key) { value.json(in: &$0, rules) }
      fields.append((key, .json(json)))
    }
  }

  /// The entries under whose names no field was recorded; each of the others is a violation.
  private mutating func others<Value>(_ members: [String: Value]) -> [(String, Value)] {
    let known = Set(fields.map(\.key))
    for key in members.keys.sorted() where known.contains(key) {
      context.inside(key) { $0.violation("is given twice: as a property, and among the others") }
    }
    return members.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
  }

  /// Every member of a value that must be an object.
  mutating func members(of value: some JSONEncodable) {
    guard case .object(let members) = value.json(in: &context) else {
      context.violation("is not an object, which a form is made of")
      return
    }
    fields += members.map { ($0.key, .json($0.value)) }
  }

  /// A part of a form that may be a file, or several of them; nil is left out.
  public mutating func part<Value: FormPart>(_ key: String, _ value: Value?) {
    for part in value?.parts ?? [] { fields.append((key, part)) }
  }

  /// The same as `rest`, for the parts of a form that may be files.
  public mutating func rest<Value: FormPart>(parts: [String: Value]) {
    for (key, value) in others(parts) { part(key, value) }
  }

  /// A header of the part `key` of a form, in the style `simple` (OAS 3.2 §4.15.1), unless nil.
  public mutating func header<Value: JSONEncodable>(
    _ name: String, of key: String, _ value: Value?, explode: Bool = false
  ) {
    guard let json = context.inside(key, { value?.json(in: &$0) }), !json.isNull else { return }
    headers.append((key, name, json, explode))
  }
}

// Each type has a method of its own name: the compiler finds it at once, where overloads would cost
// it a search a line.
extension ObjectEncoder {
  /// A string; nil is left out.
  public mutating func string(_ key: String, _ value: String?) { self.value(key, value) }

  /// A whole number; nil is left out.
  public mutating func int(_ key: String, _ value: Int?) { self.value(key, value) }

  /// A number; nil is left out.
  public mutating func double(_ key: String, _ value: Double?) { self.value(key, value) }

  /// A boolean; nil is left out.
  public mutating func bool(_ key: String, _ value: Bool?) { self.value(key, value) }

  /// A date-time (RFC 3339 §5.6) in UTC; nil is left out.
  public mutating func date(_ key: String, _ value: Date?) { self.value(key, value) }

  /// A UUID in lower case; nil is left out.
  public mutating func uuid(_ key: String, _ value: UUID?) { self.value(key, value) }
}
