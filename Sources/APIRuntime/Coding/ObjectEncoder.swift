import Foundation

/// Collects the fields of a body in order, and what breaks the rules for them. An optional field that is nil is left out.
public struct ObjectEncoder {
  /// What a field holds.
  enum Content {
    case json(JSONValue)
    case files([File])
  }

  /// The fields so far, by name.
  private(set) var fields: [(key: String, content: Content)] = []
  private var context = EncodingContext()

  /// For a body of its own.
  init() {}

  /// For an object inside another value. The context is moved, not shared, so that nothing is copied.
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

  /// A file in a form; nil is left out.
  public mutating func file(_ key: String, _ file: File?) {
    if let file { fields.append((key, .files([file]))) }
  }

  /// Files in a form, each in a part of its own under the same name; nil is left out.
  public mutating func files(_ key: String, _ files: [File]?) {
    if let files { fields.append((key, .files(files))) }
  }
}

// Each type has a method of its own name: the compiler finds it at once, where overloads would cost it a search a line.
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

extension ObjectEncoder {
  /// A rule for the value recorded under `key`; a field that is left out, null or a file breaks none.
  public mutating func rule(_ key: String, _ rule: Rule) {
    guard context.checksRules, let field = fields.last(where: { $0.key == key }),
      case .json(let value) = field.content, let message = rule.complaint(about: value)
    else { return }
    context.inside(key) { $0.violation(message) }
  }

  /// At least one of `groups` must be wholly present, as an `anyOf` of `required` lists says.
  public mutating func requireAny(_ groups: [String]...) {
    guard context.checksRules else { return }
    let present = Set(fields.map(\.key))
    guard !groups.contains(where: present.isSuperset) else { return }
    let choices = groups.map { $0.joined(separator: " and ") }
    context.violation("needs \(choices.joined(separator: ", or "))")
  }
}
