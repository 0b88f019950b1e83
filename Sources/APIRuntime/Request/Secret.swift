/// A credential. It goes out as it is, and shows itself in no description, error or log.
///
/// One that passes, such as a token of OAuth 2, is fetched each time that a request is sent:
///
///     Secret { try await tokens.current() }
public struct Secret: Sendable, Redacted, ExpressibleByStringLiteral {
  enum Source: Sendable {
    case text(String)
    case fetched(@Sendable () async throws -> String)
  }

  let source: Source

  /// The credential, to the letter.
  public init(_ text: String) { source = .text(text) }

  /// A credential that is asked for before each request is sent. Where that fails the request is not
  /// sent.
  public init(_ fetch: @escaping @Sendable () async throws -> String) { source = .fetched(fetch) }

  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { "Secret(redacted)" }
}
