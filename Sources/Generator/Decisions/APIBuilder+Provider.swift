import OpenAPI

/// The provider itself: where it is, and as whom.
extension APIBuilder {
  /// The credentials that operations need, in the order of the description.
  func decideCredentials() -> [Credential] {
    let required = Set(document.operations.flatMap(\.security).flatMap(\.schemes))
    var scope = NameScope(reserved: ["server"])
    return document.securitySchemes.filter { required.contains($0.name) }.map { scheme in
      let header =
        switch scheme.kind {
        case .header(let name): name
        }
      return Credential(
        scheme: scheme.name, name: scope.claimMember(Identifier.member(scheme.name)),
        header: header, documentation: Documentation.lines(scheme.description))
    }
  }

  func decideServers() -> [ServerChoice] {
    var scope = NameScope(reserved: NameScope.membersInUse.union(["url"]))
    return document.servers.map { server in
      ServerChoice(
        name: scope.claimMember(serverName(server)), url: server.url,
        variables: variables(of: server), documentation: Documentation.lines(server.description))
    }
  }

  /// `Production Server` is `.production`: the type says already that it is a server.
  private func serverName(_ server: Server) -> String {
    let words = Identifier.words(of: server.description ?? "")
      .filter { $0.lowercased() != "server" }
    return (1...3).contains(words.count)
      ? Identifier.member(words.joined(separator: " ")) : "default"
  }

  private func variables(of server: Server) -> [ServerChoice.Variable] {
    var scope = NameScope()
    return server.variables.map { variable in
      // `{host}` and an empty text are where a default would be, not defaults.
      let isPlaceholder = variable.defaultValue.isEmpty || variable.defaultValue.contains("{")
      return ServerChoice.Variable(
        key: variable.name, name: scope.claimMember(Identifier.member(variable.name)),
        defaultValue: isPlaceholder ? nil : variable.defaultValue,
        documentation: Documentation.lines(variable.description))
    }
  }
}
