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
final class SecurityEmitter {
  private let operation: APIOperation

  init(operation: APIOperation) {
    self.operation = operation
  }

  func write(to code: inout Code) {
    // The most that the provider has: a set may be part of another.
    let sets = operation.security.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    if sets.count > 1 || sets.joined().contains(where: \.isOptional) {
      choice(sets, &code)
    } else {
      statements(sets.first ?? [], &code)
    }
  }

  private func choice(_ sets: [[Credential]], _ code: inout Code) {
    // A set of credentials that the provider always has ends the choice.
    let end = sets.firstIndex { !$0.contains(where: \.isOptional) }
    for (index, credentials) in sets.prefix(end ?? sets.count).enumerated() {
      let conditions = credentials.filter(\.isOptional).map(binding).joined(separator: ", ")
      code.line("\(index == 0 ? "if" : "} else if") \(conditions) {")
      code.indented { statements(credentials, isBound: true, &$0) }
    }
    if end == 0 { return statements(sets[0], &code) }
    if let end {
      code.line("} else {")
      code.indented { statements(sets[end], &$0) }
    } else if !operation.security.contains([]) {
      code.line("} else {")
      code.indented { $0.call("request.missingCredentials") { $0.literal(needed(sets)) } }
    }
    code.line("}")
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

  private func statements(
    _ credentials: [Credential], isBound: Bool = false, _ code: inout Code
  ) {
    for credential in credentials {
      let isArgument = isShadowed(credential) && !(isBound && credential.isOptional)
      let value = isArgument ? "self.\(credential.name)" : credential.name.escaped
      let (method, name) = credential.kind.method
      code.call("request.", method) { code in
        if let name { code.literal(name) }
        code.line(value)
      }
    }
  }
}

extension Credential.Kind {
  /// The method of `Request` that takes the credential, and the name that it goes by.
  fileprivate var method: (name: String, key: String?) {
    switch self {
    case .header(let name): ("header", name)
    case .query(let name): ("query", name)
    case .cookie(let name): ("cookie", name)
    case .basic: ("basic", nil)
    case .bearer: ("bearer", nil)
    }
  }
}
