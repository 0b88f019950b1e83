import Syntax

/// Security schemes and requirements (OAS 3.1 §4.8.27, §4.8.30).
extension DescriptionReader {
  mutating func readSecuritySchemes() {
    for entry in entries(of: root["components"]?["securitySchemes"], "`securitySchemes`") {
      // A reference that nobody needs may lead nowhere.
      if entry.value.node["$ref"] != nil, !neededSchemes.contains(entry.key) { continue }
      guard let resolved = resolve(entry.value), let kind = readKind(of: resolved.node, entry)
      else { continue }
      document.securitySchemes.append(
        SecurityScheme(
          name: entry.key, swiftName: readSwiftName(resolved["x-apigen"]), kind: kind,
          description: string("description", of: resolved.node), place: entry.keyPlace))
    }
  }

  private mutating func readKind(
    of node: Node, _ entry: Located.Entry
  ) -> SecurityScheme.Kind? {
    switch string("type", of: node)?.lowercased() {
    case "apikey":
      if let location = string("in", of: node).flatMap(Parameter.Location.init),
        [.header, .query, .cookie].contains(location), let name = string("name", of: node)
      {
        return .apiKey(location, name)
      }
    case "http":
      switch string("scheme", of: node)?.lowercased() {
      case "basic": return .basic
      case "bearer": return .bearer
      case .some: return string("scheme", of: node).map { .http($0) }
      case nil: break
      }
    case "oauth2", "openidconnect": return .bearer
    case "mutualtls": return .mutualTLS
    default: break
    }
    diagnostics.error(
      "the security scheme '\(entry.key)' is none that OpenAPI has, expected `type: apiKey` with "
        + "`name` and `in`, `type: http` with `scheme`, oauth2, openIdConnect or mutualTLS; "
        + "correct or remove it, in an overlay where the description is not yours",
      at: node.place)
    return nil
  }

  /// Nil where the owner says nothing of security.
  mutating func readSecurity(of owner: Located) -> [SecurityRequirement]? {
    guard let list = owner["security"] else { return nil }
    return items(of: list, "`security`").compactMap { readRequirement($0) }
  }

  private mutating func readRequirement(_ at: Located) -> SecurityRequirement? {
    let entries = entries(of: at, "a security requirement")
    let declared = root["components"]?["securitySchemes"]
    let known = entries.filter { entry in
      guard declared?.node[entry.key] == nil else { return true }
      diagnostics.warning(
        "found the security scheme '\(entry.key)', expected one of those in the components; "
          + "it is left out", at: entry.keyPlace)
      return false
    }
    // What asks only for schemes that do not exist does not ask for nothing.
    guard !known.isEmpty || entries.isEmpty else { return nil }
    neededSchemes.formUnion(known.map(\.key))
    return SecurityRequirement(schemes: known.map(\.key), place: at.node.place)
  }
}
