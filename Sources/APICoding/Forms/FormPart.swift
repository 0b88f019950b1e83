/// A value of a part of a form that may hold files: a file, or a list of files, each in a part of
/// its own under the same name (RFC 7578 §4.3).
public protocol FormPart: Sendable {
  /// What is sent, part by part.
  var parts: [FormValue] { get }
}

/// A part of a form that may be a file or any other value.
public enum FormValue: FormPart, ExpressibleByStringLiteral {
  /// A file, with its name and its media type.
  case file(File)

  /// A plain value is sent as text, an object or array as JSON.
  case json(JSONValue)

  public init(stringLiteral value: String) { self = .json(.string(value)) }

  public var parts: [FormValue] { [self] }
}

extension File: FormPart {
  public var parts: [FormValue] { [.file(self)] }
}

extension Array: FormPart where Element: FormPart {
  public var parts: [FormValue] { flatMap(\.parts) }
}
