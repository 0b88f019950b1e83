/// Writes how a request says who sends it: with all credentials of the first set that the provider has.
///
///     request.header("X-API-Key", apiKey)
///
///     if let token {
///       request.bearer(token)
///     } else if let user {
///       request.basic(user)
///     } else {
///       request.missingCredentials("token, or user")
///     }
struct SecurityEmitter {
  let operation: APIOperation

  func code() -> Code {
    // The most that the provider has: a set may be part of another.
    let sets = operation.security.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    let needsChoice = sets.count > 1 || sets.joined().contains(where: \.isOptional)
    return Code {
      if needsChoice {
        choice(sets)
      } else {
        for credential in sets.first ?? [] { statement(credential) }
      }
    }
  }

  private func choice(_ sets: [[Credential]]) -> Code {
    // A set of credentials that the provider always has ends the choice.
    let end = sets.firstIndex { !$0.contains(where: \.isOptional) }
    return Code {
      for (index, credentials) in sets.prefix(end ?? sets.count).enumerated() {
        let conditions = credentials.filter(\.isOptional).map(binding)
        "\(index == 0 ? "if" : "} else if") \(conditions.joined(separator: ", ")) {"
        Code.indented(
          Code { for credential in credentials { statement(credential, isBound: true) } })
      }
      if let end {
        if end > 0 { "} else {" }
        let statements = Code { for credential in sets[end] { statement(credential) } }
        if end > 0 { Code.indented(statements) } else { statements }
      } else if !operation.security.contains([]) {
        "} else {"
        Code.indented(.call("request.missingCredentials", .literal(needed(sets))))
      }
      if end != 0 { "}" }
    }
  }

  /// `key, or user and password`
  private func needed(_ sets: [[Credential]]) -> String {
    sets.map { $0.map(\.name).joined(separator: " and ") }.joined(separator: ", or ")
  }

  private func binding(_ credential: Credential) -> String {
    "let " + credential.name.escaped
      + (isShadowed(credential) ? " = self.\(credential.name)" : "")
  }

  /// Whether something in the method has the name of the provider's own property.
  private func isShadowed(_ credential: Credential) -> Bool {
    credential.name == "body" && operation.body != nil
      || operation.parameters.contains { $0.name == credential.name }
  }

  private func statement(_ credential: Credential, isBound: Bool = false) -> Code {
    let isArgument = isShadowed(credential) && !(isBound && credential.isOptional)
    let value = Code.line(isArgument ? "self.\(credential.name)" : credential.name.escaped)
    return switch credential.kind {
    case .header(let name): .call("request.header", .literal(name), value)
    case .query(let name): .call("request.query", .literal(name), value)
    case .cookie(let name): .call("request.cookie", .literal(name), value)
    case .basic: .call("request.basic", value)
    case .bearer: .call("request.bearer", value)
    }
  }
}
