/// JSON that is malformed, or not of the expected shape. It says where, and never shows a value,
/// which may be private.
public struct JSONDecodingError: Error, Sendable, Hashable {
  /// The names and indices that lead to the place, outermost first; empty for the whole document.
  public var path: [String]

  /// What should stand there: `a string`.
  public var expected: String

  /// What stands there: `null`, `an object`, `nothing`.
  public var found: String

  /// An error at the value that is being read; the place is added on the way out.
  public init(expected: String, found: String) {
    path = []
    self.expected = expected
    self.found = found
  }

  /// The value is of another kind than `expected`.
  public init(expected: String, found value: JSONValue) {
    self.init(expected: expected, found: value.kind)
  }

  /// What an initialiser threw, which may be an error of a user's own, as one of these.
  package init(_ error: any Error) {
    self =
      error as? JSONDecodingError
      ?? JSONDecodingError(expected: "another value", found: "one that \(type(of: error)) refuses")
  }

  /// The same error, seen from the object or array that holds the value under `key`.
  package func under(_ key: String) -> JSONDecodingError {
    var error = self
    error.path.insert(key, at: 0)
    return error
  }
}

extension JSONDecodingError: CustomStringConvertible {
  /// The place as a JSON pointer (RFC 6901 §3); empty for the whole document.
  public var pointer: String { jsonPointer(path) }

  public var description: String {
    "\(path.isEmpty ? "" : "\(pointer): ")expected \(expected), found \(found)"
  }
}

/// The JSON pointer (RFC 6901 §3) that `path` leads along: `/items/0/na~1me`.
func jsonPointer(_ path: [String]) -> String {
  path.map { step in
    "/" + step.replacing("~", with: "~0").replacing("/", with: "~1")
  }.joined()
}

extension JSONValue {
  /// What kind of value this is, for a person; never the value itself.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
