/// A credential. It is sent verbatim, and never appears in a description, error or log.
///
/// One that expires, such as an OAuth 2 token, is fetched: before each try of a request, once for
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

  /// A credential, verbatim.
  public init(_ text: String) { source = .text(text) }

  /// A credential that is fetched before each try. If that fails, the request is not sent.
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
