/// Writes `<Provider>.swift`: the provider, as a value that knows where it is and as whom.
///
///     public struct Vambe: Sendable {
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
struct ProviderEmitter {
  let api: API

  func code() -> Code {
    Code {
      Code.documentation(api.documentation)
      Code.block("public struct \(api.name): Sendable") {
        Code.paragraphs([properties(), initializer(), server()])
      }
    }
  }

  private func properties() -> Code {
    Code {
      "/// Where the API is reached."
      "public var server: Server"
      for credential in api.credentials {
        Code.documentation(credential.documentation)
        "public var \(credential.name.escaped): \(credential.type)"
      }
    }
  }

  /// The server that the provider is at unless its user says otherwise.
  private var first: ServerChoice? { api.servers.first { $0.isGeneral } }

  private func initializer() -> Code {
    let required = first?.required ?? []
    return Code {
      Code.documentation(documentation(of: required))
      Code.block(.declaration(opening: "public init", parameters: parameters(), closing: "")) {
        if let first, !required.isEmpty {
          let arguments = required.map { Code.line("\($0.name): \($0.name.escaped)") }
          Code.call(opening: "self.server = .\(first.name)", arguments: arguments, closing: "")
        } else {
          "self.server = server"
        }
        for credential in api.credentials {
          "self.\(credential.name) = \(credential.name.escaped)"
        }
      }
    }
  }

  /// What the first server cannot do without, the credentials, and which server, where one will do.
  private func parameters() -> [Code] {
    let required = first?.required ?? []
    let server = first?.value.map { "server: Server = " + $0 }
    return required.map { .line("\($0.name.escaped): String") }
      + api.credentials.map {
        .line("\($0.name.escaped): \($0.type)" + ($0.isOptional ? " = nil" : ""))
      }
      + (required.isEmpty ? [.line(server ?? "server: Server")] : [])
  }

  private func server() -> Code {
    Code {
      "/// An address of the API: one that the description offers, or any other as a literal."
      Code.block("public struct Server: Sendable, ExpressibleByStringLiteral") {
        Code.paragraphs(
          [
            Code {
              "public let url: String"
              if api.redirects { "private var isOffered = false" }
            },
            Code.block("public init(_ url: String)") { "self.url = url" },
            Code.block("public init(stringLiteral url: String)") { "self.url = url" },
          ] + (api.redirects ? redirection() : []) + api.servers.map(choice))
      }
    }
  }

  /// What sends operations with servers of their own elsewhere too: to a test's server, or a proxy.
  private func redirection() -> [Code] {
    [
      Code.block("private init(offered url: String)") {
        "self.url = url"
        "isOffered = true"
      },
      Code {
        "/// The server of one operation; but where the provider is at an address that the description"
        "/// does not offer, a test's or a proxy's, every operation goes there."
        Code.block("func redirected(by provider: Server) -> Server") {
          "isOffered && !provider.isOffered ? provider : self"
        }
      },
    ]
  }

  private func choice(_ server: ServerChoice) -> Code {
    let label = api.redirects ? "offered: " : ""
    let value = Code.call("Server", .prefixed(label, .literal(pieces(of: server))))
    return Code {
      Code.documentation(
        Documentation.join([server.documentation, documentation(of: server.variables)]))
      if server.variables.isEmpty {
        "public static let \(server.name.escaped) = Server(\(label)\(server.url.literal))"
      } else {
        Code.block(
          .declaration(
            opening: "public static func \(server.name.escaped)",
            parameters: server.variables.map(parameter), closing: " -> Server")
        ) { value }
      }
    }
  }

  private func documentation(of variables: [ServerChoice.Variable]) -> [String] {
    variables.compactMap { Documentation.parameter($0.name, $0.documentation) }
  }

  private func parameter(_ variable: ServerChoice.Variable) -> Code {
    let value = variable.defaultValue.map { " = " + $0.literal } ?? ""
    return .line("\(variable.name.escaped): String\(value)")
  }

  /// The address, with an interpolation for each variable.
  private func pieces(of server: ServerChoice) -> [String] {
    var pieces: [String] = []
    var rest = server.url[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = rest[rest.index(after: open)..<close]
      let variable = server.variables.first { $0.key == key }
      pieces.append(String(rest[..<open]).escapedInLiteral)
      pieces.append(
        variable.map { "\\(\($0.name.escaped))" } ?? String(rest[open...close]).escapedInLiteral)
      rest = rest[close...].dropFirst()
    }
    return pieces + [String(rest).escapedInLiteral]
  }
}

extension Credential {
  fileprivate var type: String {
    (kind == .basic ? "BasicCredentials" : "Secret") + (isOptional ? "?" : "")
  }
}
