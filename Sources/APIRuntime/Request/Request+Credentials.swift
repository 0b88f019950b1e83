import Foundation

// A credential goes out to the letter, and is shown nowhere. Where there is none, nothing is sent.
extension Request {
  /// A header that is a credential.
  public mutating func header(_ name: String, _ value: Secret?) {
    guard let value else { return }
    addSecretHeader(name, value.text, [value.text])
  }

  /// A parameter of the query that is a credential.
  public mutating func query(_ name: String, _ value: Secret?) {
    guard let value else { return }
    note([value.text], "query \(name)")
    query(name, value.text)
  }

  /// A cookie that is a credential.
  public mutating func cookie(_ name: String, _ value: Secret?) {
    guard let value else { return }
    note([value.text], "cookie \(name)")
    addCookie(name, value.text)
  }

  /// A token in the header `Authorization` (RFC 6750 §2.1).
  public mutating func bearer(_ token: Secret?) {
    guard let token else { return }
    addSecretHeader("Authorization", "Bearer \(token.text)", [token.text])
  }

  /// A user and a password in the header `Authorization` (RFC 7617 §2).
  public mutating func basic(_ credentials: BasicCredentials?) {
    guard let credentials else { return }
    if credentials.user.contains(":") {
      violations.append(
        Violation(place: "credentials", message: "have a user with a colon, which ends it"))
    }
    let pair = "\(credentials.user):\(credentials.password.text)"
    let encoded = Data(pair.utf8).base64EncodedString()
    addSecretHeader("Authorization", "Basic \(encoded)", [credentials.password.text, encoded])
  }

  /// The operation needs credentials that the provider was not given: it is not sent.
  ///
  /// - Parameter needed: What it needs, for a person: `key, or user and password`.
  public mutating func missingCredentials(_ needed: String) {
    violations.append(Violation(place: "credentials", message: "are missing: needs \(needed)"))
  }

  private mutating func addSecretHeader(_ name: String, _ value: String, _ secrets: [String]) {
    note(secrets, "header \(name)")
    addHeader(HTTPHeaders.Field(name: name, value: value, isSecret: true))
  }

  /// Remembers what must not be shown. An empty key is a mistake of whoever made the provider.
  private mutating func note(_ secrets: [String], _ place: String) {
    self.secrets += secrets
    if secrets.count == 1, secrets[0].isEmpty {
      violations.append(Violation(place: place, message: "is an empty credential"))
    }
  }
}
