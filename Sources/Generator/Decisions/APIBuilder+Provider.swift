import OpenAPI

/// The provider itself: where it is, and as whom.
extension APIBuilder {
  /// The credentials that operations need, in the order of the description.
  mutating func decideCredentials() -> [Credential] {
    let secured = document.operations.map(\.security).filter { !$0.isEmpty }
    let used: [(scheme: SecurityScheme, kind: Credential.Kind)] =
      document.securitySchemes.compactMap { scheme in
        guard secured.joined().contains(where: { $0.schemes.contains(scheme.name) }),
          let kind = credentialKind(of: scheme)
        else { return nil }
        return (scheme, kind)
      }
    var scope = NameScope(reserved: ["request", "server"])
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
        documentation: Documentation.lines(used.scheme.description))
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

  /// The sets of credentials of which an operation needs any one.
  func security(of operation: Operation, _ credentials: [Credential]) -> [[Credential]] {
    operation.security.map { requirement in
      credentials.filter { requirement.schemes.contains($0.scheme) }
    }
  }
}
