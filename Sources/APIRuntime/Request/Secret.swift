/// A credential. It goes out as it is, and shows itself in no description, error or log.
///
/// One that passes, such as a token of OAuth 2, is fetched: before each try of a request, once for
/// all that wait for it, and once more where the server refuses it (401).
///
/// ```swift
/// let key: Secret = "4f3c…"
/// let token = Secret { try String(contentsOfFile: "token", encoding: .utf8) }
/// let renewed = Secret { refused in refused == "old" ? "new" : "old" }
/// ```
public struct Secret: Sendable, Redacted, ExpressibleByStringLiteral {
  enum Source: Sendable {
    case text(String)
    case fetched(CredentialSource)
  }

  let source: Source

  /// The credential, to the letter.
  public init(_ text: String) { source = .text(text) }

  /// A credential that is asked for before each try. Where that fails the request is not sent.
  public init(_ fetch: @escaping @Sendable () async throws -> String) {
    self.init(refreshing: { _ in try await fetch() })
  }

  /// The same, where `fetch` is told which credential was refused: nil for none.
  public init(refreshing fetch: @escaping @Sendable (_ refused: String?) async throws -> String) {
    source = .fetched(CredentialSource(fetch))
  }

  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { "Secret(redacted)" }
}
