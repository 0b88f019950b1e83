import OpenAPI

/// The provider itself: where it is, and as whom.
extension APIBuilder {
  /// The credentials that operations need, in the order of the description. They are given beside
  /// what the address cannot do without.
  mutating func decideCredentials(beside servers: [ServerChoice]) -> [Credential] {
    mergeSchemes()
    let secured = document.operations.map(\.security).filter { !$0.isEmpty }
    if secured.isEmpty, !document.operations.isEmpty,
      let scheme = document.securitySchemes.first(where: { $0.kind != .mutualTLS })
    {
      diagnostics.warning(
        "no operation needs '\(scheme.name)', expected `security` in the description or in an "
          + "operation; no credentials are sent; `security: [{\(scheme.name): []}]` in an overlay sends "
          + "them", at: scheme.place)
    }
    let needed = Set(secured.joined().flatMap(\.schemes))
    let used: [(scheme: SecurityScheme, kind: Credential.Kind)] =
      document.securitySchemes.compactMap { scheme in
        guard needed.contains(scheme.name), let kind = credentialKind(of: scheme) else {
          return nil
        }
        return (scheme, kind)
      }
    let variables = servers.first(where: \.isGeneral)?.required.map(\.name) ?? []
    // The last stands for no credentials in the names of choices.
    var scope = NameScope(reserved: ReservedNames(["request", "server", "nothing"] + variables))
    let given = used.map {
      GivenName($0.scheme.name, named: $0.scheme.swiftName, at: $0.scheme.place)
    }
    let names = scope.claimMembers(given)
    warn(of: scope.clashes, among: given)
    return zip(used, names).map { used, name in
      let isAlwaysNeeded = secured.allSatisfy {
        $0.allSatisfy { $0.schemes.contains(used.scheme.name) }
      }
      return Credential(
        scheme: used.scheme.name, name: name, kind: used.kind, isOptional: !isAlwaysNeeded,
        documentation: Documentation.lines(
          used.scheme.description, wholeValue(of: used.scheme),
          used.scheme.isDeprecated ? "Deprecated." : nil))
    }
  }

  /// What has to be given for a scheme of which apigen knows no more than its name.
  private func wholeValue(of scheme: SecurityScheme) -> String? {
    guard case .http(let name) = scheme.kind else { return nil }
    return "The whole value of `Authorization`, such as `\(name) …`."
  }

  /// Leaves one of the schemes of a requirement that would go out in the same place, where the last
  /// would take that of the others: Google's descriptions ask for two ways to one token at once.
  private mutating func mergeSchemes() {
    let kinds = Dictionary(
      document.securitySchemes.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let fields = kinds.compactMapValues(\.field)
    for operation in document.operations.indices {
      for index in document.operations[operation].security.indices {
        let requirement = document.operations[operation].security[index]
        guard requirement.schemes.count > 1 else { continue }
        var kept: [String] = []
        for scheme in requirement.schemes {
          let field = fields[scheme]
          let other = field == nil ? nil : kept.first { fields[$0] == field }
          if other == nil { kept.append(scheme) }
          if let other, kinds[other] != kinds[scheme] {
            diagnostics.warning(
              "found '\(scheme)' beside '\(other)', which goes out in the same place, expected "
                + "a requirement for each; '\(other)' counts", at: requirement.place)
          }
        }
        document.operations[operation].security[index].schemes = kept
      }
    }
  }

  private mutating func credentialKind(of scheme: SecurityScheme) -> Credential.Kind? {
    switch scheme.kind {
    case .apiKey(.header, let name): return .header(name)
    case .apiKey(.query, let name): return .query(name)
    case .apiKey(.cookie, let name): return .cookie(name)
    case .basic: return .basic
    case .bearer: return .bearer
    // Whatever its scheme, the whole value of `Authorization` is the user's to give.
    case .http: return .header("Authorization")
    case .apiKey, .mutualTLS:
      diagnostics.warning(
        "the security scheme '\(scheme.name)' is not for a request; "
          + "it is left to the transport", at: scheme.place)
      return nil
    }
  }

  /// For each operation the sets of credentials of which it needs any one. Requirements that differ
  /// by their scopes alone, which a token has or has not, are one.
  static func credentialSets(
    of operations: [Operation], _ credentials: [Credential]
  ) -> [[[Credential]]] {
    let positions = Dictionary(
      zip(credentials.map(\.scheme), credentials.indices), uniquingKeysWith: { first, _ in first })
    return operations.map { operation in
      var seen: Set<[Int]> = []
      return operation.security.map { $0.schemes.compactMap { positions[$0] }.sorted() }
        .filter { seen.insert($0).inserted }
        .map { set in set.map { credentials[$0] } }
    }
  }

  /// What goes out of the sets: the most that the provider has, since a set may be part of another.
  mutating func security(_ sets: [[Credential]]) -> APIOperation.Security {
    let some = sets.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    // A set that the provider always has ends the choice.
    let end = some.firstIndex { !$0.contains(where: \.isOptional) }
    let choices = Array(some[..<(end ?? some.endIndex)])
    if choices.isEmpty { return .credentials(end.map { some[$0] } ?? []) }
    // `key, or user and password`
    let words = choices.map { $0.map(\.name).joined(separator: " and ") }
    if let end {
      let last = some[end].map(\.name).joined(separator: " and ")
      return authorization(by: words + [last], choices, .credentials(some[end]))
    }
    return sets.contains([])
      ? authorization(by: words + ["nothing"], choices, .credentials([]))
      : authorization(by: words, choices, .missing(words.joined(separator: ", or ")))
  }

  /// The method for a choice, which is declared once.
  private mutating func authorization(
    by words: [String], _ choices: [[Credential]], _ otherwise: Authorization.Otherwise
  ) -> APIOperation.Security {
    if let known = authorizationNames[words] { return .authorization(known) }
    let wish = Identifier.member("authorize by " + words.joined(separator: " or "))
    let name = authorizationScope.claim(wish)
    authorizationNames[words] = name
    authorizations.append(Authorization(name: name, choices: choices, otherwise: otherwise))
    return .authorization(name)
  }
}

extension SecurityScheme.Kind {
  /// Where the credential goes out; nil where that is not in the request.
  fileprivate var field: String? {
    switch self {
    case .apiKey(.header, let name): "header \(name.lowercased())"
    case .apiKey(let location, let name): "\(location) \(name)"
    case .basic, .bearer, .http: "header authorization"
    case .mutualTLS: nil
    }
  }
}
