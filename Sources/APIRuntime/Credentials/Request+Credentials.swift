import Foundation

// A credential goes out to the letter, and is shown nowhere. Where there is none, nothing is sent.
extension Request {
  /// A header that is a credential.
  public mutating func header(_ name: String, _ value: Secret?) {
    use(value) { $0.addSecretHeader(name, $1, [$1]) }
  }

  /// A parameter of the query that is a credential.
  public mutating func query(_ name: String, _ value: Secret?) {
    use(value) {
      $0.note([$1], "query \(name)")
      $0.query(name, $1)
    }
  }

  /// A cookie that is a credential.
  public mutating func cookie(_ name: String, _ value: Secret?) {
    use(value) {
      $0.note([$1], "cookie \(name)")
      $0.addCookie(name, $1)
    }
  }

  /// A token in the header `Authorization` (RFC 6750 §2.1).
  public mutating func bearer(_ token: Secret?) {
    use(token) { $0.addSecretHeader("Authorization", "Bearer \($1)", [$1]) }
  }

  /// A user and a password in the header `Authorization` (RFC 7617 §2).
  public mutating func basic(_ credentials: BasicCredentials?) {
    guard let credentials else { return }
    let user = credentials.user
    if user.utf8.contains(UInt8(ascii: ":")) {
      violations.append(
        Violation(place: "credentials", message: "have a user with a colon, which ends it"))
    }
    use(credentials.password) {
      let encoded = Data("\(user):\($1)".utf8).base64EncodedString()
      $0.addSecretHeader("Authorization", "Basic \(encoded)", [$1, encoded])
    }
  }

  /// Records that the operation needs credentials that the provider does not have: it is not sent.
  ///
  /// - Parameter needed: What it needs, for a person: `key, or user and password`.
  public mutating func missingCredentials(_ needed: String) {
    violations.append(Violation(place: "credentials", message: "are missing: needs \(needed)"))
  }

  /// Writes a credential, now or, where it is fetched, before the request is sent.
  private mutating func use(
    _ secret: Secret?, _ write: @escaping @Sendable (inout Request, String) -> Void
  ) {
    switch secret?.source {
    case .text(let text): write(&self, text)
    case .fetched(let source): fetches.append((source, write))
    case nil: return
    }
  }

  /// The request with the credentials that it has to fetch, each once, and these.
  ///
  /// - Throws: What fetching throws.
  func withFetchedCredentials(
    insteadOf refused: [FetchedCredential]
  ) async throws(NotSent.Cause) -> (Request, [FetchedCredential]) {
    var request = self
    request.fetches = []
    var fetched: [FetchedCredential] = []
    for (source, write) in fetches {
      do {
        if !fetched.contains(where: { $0.source === source }) {
          let refused = refused.first { $0.source === source }?.text
          let text = try await source.text(insteadOf: refused)
          fetched.append(FetchedCredential(source: source, text: text))
        }
      } catch {
        let secrets = request.secrets + refused.map(\.text)
        throw error is CancellationError || Task.isCancelled
          ? .cancelled : .noCredentials(error.words.redacting(secrets))
      }
      for credential in fetched where credential.source === source {
        write(&request, credential.text)
      }
    }
    return (request, fetched)
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
