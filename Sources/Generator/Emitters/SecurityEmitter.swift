/// Writes how a request says who sends it: with all credentials of the first set that the provider has.
///
///     request.header("X-API-Key", apiKey)
///
///     if let token {
///       request.bearer(token)
///     } else if let user {
///       request.basic(user)
///     }
struct SecurityEmitter {
  let operation: APIOperation

  func code() -> Code {
    let sets = operation.security.filter { !$0.isEmpty }
    let isChoice = sets.count > 1
    return Code {
      if isChoice {
        choice(sets)
      } else {
        for credential in sets.first ?? [] { statement(credential) }
      }
    }
  }

  private func choice(_ sets: [[Credential]]) -> Code {
    Code {
      for (index, credentials) in sets.enumerated() {
        let optional = credentials.filter(\.isOptional)
        let conditions = optional.map { "let " + $0.name.escaped }.joined(separator: ", ")
        "\(index == 0 ? "if" : "} else if") \(conditions.isEmpty ? "true" : conditions) {"
        Code.indented(Code { for credential in credentials { statement(credential) } })
      }
      "}"
    }
  }

  private func statement(_ credential: Credential) -> Code {
    let value = Code.line(credential.name.escaped)
    return switch credential.kind {
    case .header(let name): .call("request.header", .literal(name), value)
    case .query(let name): .call("request.query", .literal(name), value)
    case .cookie(let name): .call("request.cookie", .literal(name), value)
    case .basic: .call("request.basic", value)
    case .bearer: .call("request.bearer", value)
    }
  }
}
