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
    let choices = operation.security.choices
    for (index, credentials) in choices.enumerated() {
      let conditions = credentials.filter(\.isOptional).map(binding).joined(separator: ", ")
      code.line("\(index == 0 ? "if" : "} else if") \(conditions) {")
      code.indented { statements(credentials, isBound: true, &$0) }
    }
    switch operation.security.otherwise {
    case .credentials(let credentials) where choices.isEmpty: statements(credentials, &code)
    case .credentials([]): code.line("}")
    case .credentials(let credentials): otherwise(&code) { statements(credentials, &$0) }
    case .missing(let words):
      otherwise(&code) { $0.call("request.missingCredentials") { $0.literal(words) } }
    }
  }

  private func otherwise(_ code: inout Code, _ body: (inout Code) -> Void) {
    code.line("} else {")
    code.indented(body)
    code.line("}")
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
      if let name {
        code.call("request.", method, literal: name, value)
      } else {
        code.call("request.", method) { $0.line(value) }
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
