import OpenAPI
import Syntax

/// Where the provider is, and where some of its operations are instead (OAS 3.1 §4.8.5).
extension APIBuilder {
  /// The servers of the description, those first that say all of their address, and then those that
  /// only some operations have.
  mutating func decideServers() -> [ServerChoice] {
    let general = generalServers()
    // Nearly all operations have those of the description. In Swagger 2.0 all stand in one place.
    let first = document.servers.first
    let others = document.operations.filter {
      $0.servers.first?.place != first?.place || $0.servers.first?.url != first?.url
    }
    var seen: Set<[String]> = []
    let servers =
      (general.filter { !$0.isRelative } + general.filter(\.isRelative)
      + others.flatMap(\.servers).filter { !$0.isRelative })
      .filter { seen.insert($0.content).inserted }
    let isGeneral = Set(general.map(\.content))
    var scope = NameScope(reserved: NameScope.membersInUse.union(["url"]))
    let wishes = servers.enumerated().map { index, server in
      let isFirst = index == 0 && !document.servers.isEmpty
      return words(of: server) ?? (isFirst ? "default" : Identifier.member(server.location))
    }
    let given = servers.map { GivenName($0.url, at: $0.place) }
    let names = scope.claim(given, as: wishes, scope.freeMember) {
      Identifier.member(servers[$0].locationWithDefaults)
    }
    warn(of: scope.clashes, among: given, renaming: .serverName)
    declareVariables(of: Array(zip(servers, names)))
    let own = Set(others.compactMap { ownServer(of: $0)?.content })
    let choices = markShared(
      zip(servers, names).map { choice($0, named: $1, isGeneral: isGeneral.contains($0.content)) },
      own: servers.indices.filter { own.contains(servers[$0].content) })
    serverChoices = Dictionary(uniqueKeysWithValues: zip(servers.map(\.content), choices))
    return choices
  }

  /// A variable of an operation's server that is one of the provider's too, by its name, values and
  /// default, is what that is: whoever says that the provider is in one region means all of it.
  private func markShared(_ choices: [ServerChoice], own: [Int]) -> [ServerChoice] {
    let general = choices.filter(\.isGeneral).flatMap(\.variables)
    var shared: [String: ServerChoice.Variable] = [:]
    for variable in own.flatMap({ choices[$0].variables }) where variable.defaultValue != nil {
      // What `Server` has besides.
      if ["isOffered", "url"].contains(variable.name) || shared[variable.name] != nil { continue }
      shared[variable.name] = general.first { $0.isSame(as: variable) }
    }
    var choices = choices
    for index in choices.indices {
      for position in choices[index].variables.indices {
        let variable = choices[index].variables[position]
        let isShared = shared[variable.name]?.isSame(as: variable) == true
        choices[index].variables[position].isShared = isShared
      }
    }
    return choices
  }

  /// The servers of the description. Where it has none, and each operation has one of its own, the
  /// provider is where the first one is.
  private func generalServers() -> [Server] {
    let servers = document.servers.filter { $0.url != "/" }
    guard servers.isEmpty, let first = document.operations.first?.servers.first,
      document.operations.allSatisfy({ $0.servers.first?.isRelative == false })
    else { return servers }
    return [first]
  }

  /// What a server is called besides.
  private static let kinds: Set<String> = ["api", "endpoint", "environment", "url"]

  /// `Production server (Frankfurt)` is `production`: the type says already that it is a server.
  private func words(of server: Server) -> String? {
    let text = server.name ?? server.description ?? ""
    var words = Identifier.words(of: String(text.prefix { !"(.,:;\n".contains($0) }))
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let last = words.last?.lowercased() ?? ""
    // Any other word alone is all that is said.
    if last == "server" || words.count > 1 && Self.kinds.contains(last) { words.removeLast() }
    return (1...3).contains(words.count) ? Identifier.member(words.joined(separator: " ")) : nil
  }

  private func choice(_ server: Server, named name: String, isGeneral: Bool) -> ServerChoice {
    var scope = NameScope()
    let used = server.usedVariables
    let names = scope.claimMembers(used.map { GivenName($0.name, at: $0.place) })
    var variables = zip(used, names).map { variable, name in
      let type = serverVariables[variable.content] ?? .string
      return ServerChoice.Variable(
        name: name, type: type,
        defaultValue: server.meantDefault(of: variable).flatMap {
          literal(Scalar($0, isQuoted: true), as: type)
        },
        documentation: Documentation.lines(variable.description))
    }
    let arguments = Dictionary(
      zip(used, names).map { ($0.name, $1) }, uniquingKeysWith: { first, _ in first })
    var url = URLTemplate(server.url).pieces.map { piece -> ServerChoice.Piece in
      switch piece {
      case .text(let text): .text(text)
      case .name(let name): arguments[name].map { .argument($0) } ?? .text("{\(name)}")
      }
    }
    if server.isRelative {
      // Nobody but the user knows where the description is, which it is relative to.
      let origin = scope.claim("origin")
      url = [.argument(origin)] + (server.url.hasPrefix("/") ? [] : [.text("/")]) + url
      let text = "Scheme, host and port of the API: `https://api.example.com`."
      variables.insert(
        ServerChoice.Variable(
          name: origin, type: .string, defaultValue: nil, documentation: [text]),
        at: 0)
    }
    return ServerChoice(
      name: name, url: url, isGeneral: isGeneral, variables: variables,
      documentation: Documentation.lines(server.description))
  }

  /// Declares an enumeration for each variable that lists its values; servers that list the same
  /// share it.
  private mutating func declareVariables(of servers: [(server: Server, name: String)]) {
    var seen: Set<[String]> = []
    let variables = servers.flatMap { server, name in
      server.usedVariables.map { (server: name, variable: $0) }
    }.filter { !$0.variable.enumValues.isEmpty && seen.insert($0.variable.content).inserted }
    let given = variables.map { GivenName($0.variable.name, at: $0.variable.place) }
    var scope = typeScopes[.provider, default: NameScope()]
    let names = scope.claim(
      given, as: given.map { Identifier.type("server \($0.text)") }, scope.freeType
    ) { Identifier.type("\(variables[$0].server) server \(given[$0].text)") }
    typeScopes[.provider] = scope
    for ((_, variable), name) in zip(variables, names) {
      let path = newPath(name)
      declare(
        TypeDeclaration(
          path: path, documentation: Documentation.lines(variable.description),
          kind: .enumeration(enumType(of: variable))))
      serverVariables[variable.content] = .named(path)
    }
  }

  private func enumType(of variable: Server.Variable) -> EnumType {
    var scope = NameScope(reserved: NameScope.membersInUse)
    let names = scope.claimMembers(
      variable.enumValues.map { GivenName($0, at: variable.place) })
    return enumType(Enumeration(strings: variable.enumValues), names: names)
  }

  /// The first of the operation's own servers, where it has any.
  private func ownServer(of operation: Operation) -> Server? {
    let first = document.servers.first?.content ?? ["/"]
    return operation.servers.first.flatMap { $0.content == first ? nil : $0 }
  }

  /// Where an operation is that has a server of its own, beside the names of its arguments.
  mutating func ownServer(
    of operation: Operation, besides parameters: [String]
  ) -> APIOperation.OwnServer? {
    guard let own = ownServer(of: operation) else { return nil }
    if own.isRelative {
      if let path = own.withDefaults { return path.isEmpty ? nil : .relative(path) }
      diagnostics.warning(
        "the server '\(own.url)' of an operation has a variable without a default, expected one; "
          + "the operation is at the provider's server", at: own.place)
      return nil
    }
    var scope = NameScope(reserved: ReservedNames(parameters))
    return serverChoices[own.content].map { .argument(name: scope.claim("server"), $0) }
  }
}

extension ServerChoice.Variable {
  fileprivate func isSame(as other: Self) -> Bool {
    name == other.name && type == other.type && defaultValue == other.defaultValue
  }
}

extension Server {
  /// The variables that are in the address.
  fileprivate var usedVariables: [Variable] {
    let names = URLTemplate(url).names
    return variables.filter { names.contains($0.name) }
  }

  /// Whether it is relative to where the description is (RFC 3986 §4.2).
  fileprivate var isRelative: Bool { !url.contains("://") && !url.hasPrefix("{") }

  /// What makes it another server than others.
  fileprivate var content: [String] {
    [url] + variables.flatMap { [$0.name, $0.defaultValue ?? ""] + $0.enumValues }
  }

  /// The host and the path.
  fileprivate var location: String { url.withoutScheme }

  /// The same with each variable at its default.
  fileprivate var locationWithDefaults: String { (withDefaults ?? url).withoutScheme }

  /// The address with each variable at its default; nil where one has none.
  fileprivate var withDefaults: String? {
    var values: [String: String] = [:]
    for variable in variables { values[variable.name] = meantDefault(of: variable) }
    return URLTemplate(url).replacingNames { values[$0] }
  }

  /// The default of a variable. `{host}` is where one would be, and so is an empty text without
  /// which there is no host.
  fileprivate func meantDefault(of variable: Variable) -> String? {
    guard let value = variable.defaultValue, !value.contains("{") else { return nil }
    if !value.isEmpty || isRelative { return value }
    let host = location.replacing("{\(variable.name)}", with: "").prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.contains("") || host.hasSuffix(":") ? nil : value
  }
}

extension String {
  fileprivate var withoutScheme: String {
    firstRange(of: "://").map { String(self[$0.upperBound...]) } ?? self
  }
}

extension Server.Variable {
  /// What makes it another variable than others of its name.
  fileprivate var content: [String] { [name] + enumValues }
}
