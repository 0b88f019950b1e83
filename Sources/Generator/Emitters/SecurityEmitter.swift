/// Writes how a request says who sends it: by credentials that the provider always has, or by a
/// method that knows which of several it has.
///
///     request.header("X-API-Key", apiKey)
///
///     authorizeByTokenOrUser(&request)
struct SecurityEmitter {
  let operation: APIOperation

  func write(to code: inout Code) {
    switch operation.security {
    case .authorization(let name):
      code.line(isShadowed(name) ? "self." : "", name, "(&request)")
    case .credentials(let credentials):
      for credential in credentials {
        let name = credential.name
        credential.write(isShadowed(name) ? "self.\(name)" : name.escaped, to: &code)
      }
    }
  }

  /// Whether something in the method has the name of the provider's own property.
  private func isShadowed(_ name: String) -> Bool {
    name == "body" && operation.body != nil || operation.parameters.contains { $0.name == name }
  }
}

/// Writes the method of a choice of credentials: all of the first set that the provider has go out.
///
///     private func authorizeByTokenOrUser<Response, Problem>(
///       _ request: inout Request<Response, Problem>
///     ) {
///       if let token {
///         request.bearer(token)
///       } else if let user {
///         request.basic(user)
///       } else {
///         request.missingCredentials("token, or user")
///       }
///     }
struct AuthorizationEmitter {
  let authorization: Authorization

  func write(to code: inout Code) {
    code.function("private func \(authorization.name)<Response, Problem>") { code in
      code.line("_ request: inout Request<Response, Problem>")
    } body: { code in
      for (index, credentials) in authorization.choices.enumerated() {
        let conditions = credentials.filter(\.isOptional).map { "let " + $0.name.escaped }
          .joined(separator: ", ")
        code.line("\(index == 0 ? "if" : "} else if") \(conditions) {")
        code.indented { statements(credentials, &$0) }
      }
      switch authorization.otherwise {
      case .credentials([]): break
      case .credentials(let credentials):
        code.line("} else {")
        code.indented { statements(credentials, &$0) }
      case .missing(let words):
        code.line("} else {")
        code.indented { $0.call("request.missingCredentials") { $0.literal(words) } }
      }
      code.line("}")
    }
  }

  private func statements(_ credentials: [Credential], _ code: inout Code) {
    for credential in credentials { credential.write(credential.name.escaped, to: &code) }
  }
}

extension Credential {
  /// The call of `Request` that takes the credential.
  fileprivate func write(_ value: String, to code: inout Code) {
    switch kind {
    case .header(let name): code.call("request.", "header", literal: name, value)
    case .query(let name): code.call("request.", "query", literal: name, value)
    case .cookie(let name): code.call("request.", "cookie", literal: name, value)
    case .basic: code.call("request.basic") { $0.line(value) }
    case .bearer: code.call("request.bearer") { $0.line(value) }
    }
  }
}
