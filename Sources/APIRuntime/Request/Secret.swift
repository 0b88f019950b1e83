/// A credential. It goes out as it is, and shows itself in no description, error or log.
public struct Secret: Sendable, Redacted, ExpressibleByStringLiteral {
  let text: String

  /// The credential, to the letter.
  public init(_ text: String) { self.text = text }

  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { "Secret(redacted)" }
}
