/// A user and a password (RFC 7617).
public struct BasicCredentials: Sendable, Redacted {
  /// The name of the user, which cannot hold a colon.
  let user: String
  let password: Secret

  /// A user and a password, sent in UTF-8.
  public init(user: String, password: Secret) {
    self.user = user
    self.password = password
  }

  public var description: String { "BasicCredentials(redacted)" }
}
