import Foundation

/// Collects the fields of a body in order, and what breaks the rules for them. An optional field
/// that is nil is left out.
public struct ObjectEncoder {
  /// What a field holds.
  enum Content {
    case json(JSONValue)
    case files([File])
  }

  /// The fields so far, by name.
  var fields: [(key: String, content: Content)] = []
  var context = EncodingContext()

  /// For a body of its own.
  init() {}

  /// For an object inside another value. The context is moved, not shared, so that nothing is
  /// copied.
  init(taking context: inout EncodingContext) { swap(&self.context, &context) }

  /// What is wrong with the fields so far.
  var violations: [Violation] { context.violations }

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

  /// Every entry of `members` under whose name no field was recorded before, in the order of the
  /// names, with rules for each; nil is none.
  public mutating func rest<Value: JSONEncodable>(_ members: [String: Value]?, _ rules: Rule...) {
    let known = Set(fields.map(\.key))
    for (key, value) in (members ?? [:]).sorted(by: { $0.key < $1.key }) where !known.contains(key)
    {
      let json = context.inside(key) { value.json(in: &$0, rules) }
      fields.append((key, .json(json)))
    }
  }

  /// Every member of a value that must be an object.
  mutating func members(of value: some JSONEncodable) {
    guard case .object(let members) = value.json(in: &context) else {
      context.violation("is not an object, which a form is made of")
      return
    }
    fields += members.map { ($0.key, .json($0.value)) }
  }

  /// A file in a form; nil is left out.
  public mutating func file(_ key: String, _ file: File?) {
    if let file { fields.append((key, .files([file]))) }
  }

  /// Files in a form, each in a part of its own under the same name; nil is left out.
  public mutating func files(_ key: String, _ files: [File]?) {
    if let files { fields.append((key, .files(files))) }
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
