/// Writes `<Provider>.swift`: the provider, as a value that knows where it is and as whom.
///
///     public nonisolated struct Vambe: Sendable {
///       public var server: Server
///       public var apiKey: Secret
///
///       public init(apiKey: Secret, server: Server = .production) {
///         self.server = server
///         self.apiKey = apiKey
///       }
///
///       public struct Server: Sendable, ExpressibleByStringLiteral { … }
///     }
///
/// Where the first server needs something, such as a host, another initializer takes that.
///
/// It is `nonisolated`, as are the extensions of the other files: a target may have the main
/// actor's isolation for what says nothing (SE-0466), as a new app of Xcode's has.
struct ProviderEmitter {
  let api: API
  let spelling: TypeSpelling

  private var access: String { spelling.access }

  func write(to code: inout Code) {
    code.documentation(api.documentation)
    code.block("\(access)nonisolated struct \(api.name): Sendable") { code in
      code.paragraph { properties(&$0) }
      code.paragraph { initializer(&$0) }
      if let server = api.defaultServer, !server.required.isEmpty {
        code.paragraph { initializer(of: server, &$0) }
      }
      code.paragraph { server(&$0) }
    }
  }

  private func properties(_ code: inout Code) {
    code.line("/// Where the API is reached.")
    code.line("\(access)var server: Server")
    for credential in api.credentials {
      code.documentation(credential.documentation)
      code.line("\(access)var \(credential.name.escaped): \(credential.type)")
    }
  }

  /// Which server has a default, where one needs nothing more to be known.
  private func initializer(_ code: inout Code) {
    code.function("\(access)init") { code in
      credentials(&code)
      code.line("server: Server\(api.defaultServer?.value.map { " = " + $0 } ?? "")")
    } body: { code in
      code.line("self.server = server")
      for credential in api.credentials {
        code.halves("self.", credential.name, " =", credential.name.escaped)
      }
    }
  }

  /// At the first server, with what that cannot do without.
  private func initializer(of server: ServerChoice, _ code: inout Code) {
    let credentials = api.credentials.map { ($0.name, $0.documentation, "A credential.") }
    code.documentation(Documentation.parameters(entries(for: server.required) + credentials))
    code.function("\(access)init") { code in
      for variable in server.required { code.line(declaration(of: variable)) }
      self.credentials(&code)
    } body: { code in
      code.call("self.init") { code in
        for credential in api.credentials {
          code.line("\(credential.name): \(credential.name.escaped)")
        }
        code.prefixed("server: ") { code in
          code.call(".", server.name) { code in
            for variable in server.required {
              code.line("\(variable.name): \(variable.name.escaped)")
            }
          }
        }
      }
    }
  }

  private func credentials(_ code: inout Code) {
    for credential in api.credentials {
      let value = credential.isOptional ? " = nil" : ""
      code.line("\(credential.name.escaped): \(credential.type)\(value)")
    }
  }

  private func server(_ code: inout Code) {
    code.documentation([
      "An address of the API: one that the description offers, or any other as a literal."
    ])
    code.block("\(access)struct Server: Sendable, ExpressibleByStringLiteral") { code in
      code.paragraph { code in
        code.line("\(access)let url: String")
        if api.redirects { code.line("private var isOffered = false") }
        for variable in api.sharedVariables {
          code.line("private(set) var \(declaration(of: variable))?")
        }
      }
      code.paragraph { $0.block("\(access)init(_ url: String)") { $0.line("self.url = url") } }
      code.paragraph { code in
        code.block("\(access)init(stringLiteral url: String)") { $0.line("self.url = url") }
      }
      if api.redirects { redirection(&code) }
      for server in api.servers { code.paragraph { choice(server, &$0) } }
    }
  }

  /// What sends operations with servers of their own elsewhere too: to a test's server, or a proxy.
  private func redirection(_ code: inout Code) {
    code.paragraph { code in
      code.function("private init") { code in
        code.line("offered url: String")
        for variable in api.sharedVariables {
          code.line("\(declaration(of: variable))? = nil")
        }
      } body: { code in
        code.line("self.url = url")
        code.line("isOffered = true")
        for variable in api.sharedVariables {
          code.halves("self.", variable.name, " =", variable.name.escaped)
        }
      }
    }
    code.paragraph { code in
      code.documentation([
        "The server of one operation; but where the provider is at an address that the description "
          + "does not offer, a test's or a proxy's, every operation goes there."
      ])
      code.block("func redirected(by provider: Server) -> Server") { code in
        code.line("isOffered && !provider.isOffered ? provider : self")
      }
    }
  }

  private func choice(_ server: ServerChoice, _ code: inout Code) {
    let label = api.redirects ? "offered: " : ""
    code.documentation(
      Documentation.join([
        server.documentation, Documentation.parameters(entries(for: server.variables)),
      ]))
    let pieces = server.url.map { piece in
      switch piece {
      case .text(let text): text.escapedInLiteral
      case .argument(let name): "\\(\(name.escaped))"
      }
    }
    if server.variables.isEmpty {
      return code.call("\(access)static let ", server.name.escaped, " = Server") { code in
        code.prefixed(label) { $0.literal(pieces: pieces) }
      }
    }
    let opening = "\(access)static func \(server.name.escaped)"
    code.function(opening, closing: " -> Server") { code in
      for variable in server.variables { code.line(parameter(variable)) }
    } body: { code in
      code.call("Server") { code in
        code.prefixed(label) { $0.literal(pieces: pieces) }
        // In the order of the initializer.
        let shared = Set(server.shared.map(\.name))
        for variable in api.sharedVariables where shared.contains(variable.name) {
          code.line("\(variable.name): \(variable.name.escaped)")
        }
      }
    }
  }

  private func entries(for variables: [ServerChoice.Variable]) -> [Documentation.Parameter] {
    variables.map { ($0.name, $0.documentation, "A part of the address.") }
  }

  private func parameter(_ variable: ServerChoice.Variable) -> String {
    declaration(of: variable) + (variable.defaultValue.map { " = " + $0 } ?? "")
  }

  private func declaration(of variable: ServerChoice.Variable) -> String {
    "\(variable.name.escaped): \(spelling.text(variable.type))"
  }
}

extension Credential {
  fileprivate var type: String {
    (kind == .basic ? "BasicCredentials" : "Secret") + (isOptional ? "?" : "")
  }
}
