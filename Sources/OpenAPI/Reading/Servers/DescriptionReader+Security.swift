import Syntax

/// Security schemes and requirements (OAS 3.1 §4.8.27, §4.8.30).
extension DescriptionReader {
  mutating func readSecuritySchemes() {
    if let definitions = root["securityDefinitions"], root["components"]?["securitySchemes"] == nil
    {
      diagnostics.warning(
        "found `securityDefinitions`, which Swagger 2.0 has, expected `securitySchemes` in the "
          + "components; they are read so", at: definitions.node.place)
    }
    for entry in entries(of: describedSchemes, "`securitySchemes`") {
      // A reference that nobody needs may lead nowhere.
      if entry.value.node["$ref"] != nil, !neededSchemes.contains(entry.key) { continue }
      readScheme(entry.value, named: entry.key, entry.keyPlace)
    }
    for scheme in linkedSchemes { readScheme(scheme.at, named: scheme.name, scheme.at.node.place) }
  }

  private mutating func readScheme(_ at: Located, named name: String, _ place: Place) {
    guard let resolved = resolve(at), let kind = kind(of: name, resolved.node) else { return }
    document.securitySchemes.append(
      SecurityScheme(
        name: name, swiftName: readSwiftName(resolved["x-apigen"]), kind: kind,
        description: string("description", of: resolved.node),
        isDeprecated: bool("deprecated", of: resolved.node) ?? false, place: place))
  }

  /// The schemes of the components, or those that stand where Swagger 2.0 has them.
  private var describedSchemes: Located? {
    root["components"]?["securitySchemes"] ?? root["securityDefinitions"]
  }

  /// What a scheme of the components is; nil, after one warning, where that cannot be said.
  private mutating func kind(of name: String, _ node: Node) -> SecurityScheme.Kind? {
    if let known = schemeKinds[name] { return known }
    let kind = readKind(of: node, name)
    schemeKinds.updateValue(kind, forKey: name)
    return kind
  }

  private mutating func readKind(of node: Node, _ name: String) -> SecurityScheme.Kind? {
    let type = string("type", of: node)?.lowercased()
    let scheme = string("scheme", of: node)?.lowercased()
    let key = string("name", of: node)
    var outcome = "it is left out, with what needs it"
    var kind: SecurityScheme.Kind?
    switch type ?? (scheme == nil ? nil : "http") {
    case "oauth2", "openidconnect": return .bearer
    case "mutualtls": return .mutualTLS
    case "http" where scheme == "basic": kind = .basic
    case "http" where scheme == "bearer": kind = .bearer
    case "http": kind = string("scheme", of: node).map { .http($0) }
    case "apikey":
      let location = string("in", of: node)?.lowercased() ?? "header"
      if let key, let location = Parameter.Location(rawValue: location),
        [.header, .query, .cookie].contains(location)
      {
        kind = .apiKey(location, key)
        if location == .header { checkHeader(key, of: node) }
      }
      if kind != nil, node["in"]?.text == location { return kind }
      outcome = kind == nil ? outcome : "it is read as `in: \(location)`"
    case "bearer", "jwt", "token": (kind, outcome) = (.bearer, "it is read as `scheme: bearer`")
    case "basic": (kind, outcome) = (.basic, "it is read as `scheme: basic`")
    default: break
    }
    if type == "http", kind != nil { return kind }
    if type == "http" {
      diagnostics.warning(
        "the security scheme '\(name)' has no `scheme`, expected one, such as bearer; \(outcome)",
        at: node.place)
      return nil
    }
    if type == nil, kind != nil { outcome = "it is read as `type: http`" }
    diagnostics.warning(
      "the security scheme '\(name)' is none that OpenAPI has, expected `type: apiKey` with `name` "
        + "and `in`, `type: http` with `scheme`, oauth2, openIdConnect or mutualTLS; \(outcome)",
      at: node.place)
    return kind
  }

  /// Nil where the owner says nothing of security.
  mutating func readSecurity(of owner: Located) -> [SecurityRequirement]? {
    guard let list = owner["security"] else { return nil }
    // A name alone, for one of them or for the list.
    let items = list.node.text == nil ? items(of: list, "`security`") : [list]
    return items.compactMap { readRequirement($0) }
  }

  private mutating func readRequirement(_ at: Located) -> SecurityRequirement? {
    var at = at
    if let name = at.node.text {
      warn(at.node, "a security requirement", expected: "a mapping", "it is read as a name in one")
      at.node = .mapping([(name, Node(.sequence([]), at: at.node.place))], at: at.node.place)
    }
    let entries = entries(of: at, "a security requirement")
    if at.node.mapping == nil, !at.node.isEmptyCollection { return nil }
    var schemes: [String] = []
    for entry in entries {
      if let scheme = scheme(of: entry) { schemes.append(scheme) }
    }
    // What asks only for schemes that do not exist does not ask for nothing.
    guard !schemes.isEmpty || entries.isEmpty else { return nil }
    return SecurityRequirement(schemes: schemes, place: at.node.place)
  }

  /// The name of a scheme that there is; nil, with a warning, where there is none.
  private mutating func scheme(of entry: Located.Entry) -> String? {
    // Nearly all ask for the same ones.
    if neededSchemes.contains(entry.key), let kind = schemeKinds[entry.key] {
      return kind == nil ? nil : entry.key
    }
    if let scheme = describedSchemes?[entry.key] {
      return neededScheme(entry.key, scheme)
    }
    if let name = linkedScheme(entry) { return name }
    diagnostics.warning(
      "found the security scheme '\(entry.key)', expected one of those in the components; "
        + "it is left out", at: entry.keyPlace)
    return nil
  }

  private mutating func neededScheme(_ name: String, _ at: Located) -> String? {
    neededSchemes.insert(name)
    guard let resolved = resolve(at) else { return nil }
    return kind(of: name, resolved.node).map { _ in name }
  }

  /// A scheme that is named by the URI of its object (OAS 3.2 §4.30).
  private mutating func linkedScheme(_ entry: Located.Entry) -> String? {
    let uri = entry.key
    guard uri.contains("#") || uri.contains("/"),
      let target = try? exactTarget(of: uri, at: entry.keyPlace, from: entry.value.resource)
    else { return nil }
    let at = target.located
    for name in [self.name(of: target)?.name ?? uri, uri] {
      let other = describedSchemes?[name] ?? linkedSchemes.first { $0.name == name }?.at
      if other == nil { linkedSchemes.append((name, at)) }
      if other == nil || other?.node.place == at.node.place { return neededScheme(name, at) }
    }
    return nil
  }
}
