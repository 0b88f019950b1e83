import Syntax

/// Servers and security (OAS 3.1 §4.8.5, §4.8.27, §4.8.30).
extension DescriptionReader {
  mutating func readServers(_ servers: Node) -> [Server] {
    items(of: servers, "`servers`").compactMap { node in
      guard let url = string("url", of: node) else {
        diagnostics.error("a server has no `url`; expected its address", at: node.place)
        return nil
      }
      let variables = node["variables"].map { entries(of: $0, "`variables`") } ?? []
      return Server(
        url: url, description: string("description", of: node),
        variables: variables.map { entry in
          Server.Variable(
            name: entry.key, defaultValue: string("default", of: entry.value) ?? "",
            description: string("description", of: entry.value), place: entry.keyPlace)
        }, place: node.place)
    }
  }

  mutating func readSecuritySchemes() {
    guard let schemes = root["components"]?["securitySchemes"] else { return }
    for entry in entries(of: schemes, "`securitySchemes`") {
      let pointer = "#/components/securitySchemes/" + JSONPointer.escape(entry.key)
      guard let resolved = resolve(entry.value, pointer: pointer),
        let kind = readKind(of: resolved.node, name: entry.key)
      else { continue }
      document.securitySchemes.append(
        SecurityScheme(
          name: entry.key, kind: kind, description: string("description", of: resolved.node),
          place: entry.keyPlace))
    }
  }

  private mutating func readKind(of node: Node, name: String) -> SecurityScheme.Kind? {
    if string("type", of: node) == "apiKey", string("in", of: node) == "header",
      let header = string("name", of: node)
    {
      return .header(header)
    }
    diagnostics.error(
      "the security scheme '\(name)' is of a kind that apigen does not write yet; expected "
        + "`type: apiKey` with `in: header` and a `name`; remove or change it in an overlay",
      at: node.place)
    return nil
  }

  mutating func readSecurity(_ security: Node) -> [SecurityRequirement] {
    items(of: security, "`security`").map { node in
      let entries = entries(of: node, "a security requirement")
      for entry in entries where root["components"]?["securitySchemes"]?[entry.key] == nil {
        diagnostics.error(
          "nothing stands at '#/components/securitySchemes/\(entry.key)'; expected the security "
            + "scheme that is required here", at: entry.keyPlace)
      }
      return SecurityRequirement(schemes: entries.map(\.key), place: node.place)
    }
  }
}
