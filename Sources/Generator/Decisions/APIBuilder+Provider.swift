import OpenAPI

/// The provider itself: where it is, and as whom.
extension APIBuilder {
  /// The credentials that operations need, in the order of the description.
  mutating func decideCredentials() -> [Credential] {
    let secured = document.operations.map(\.security).filter { !$0.isEmpty }
    var scope = NameScope(reserved: ["body", "request", "server"])
    return document.securitySchemes.compactMap { scheme in
      let isUsed = secured.contains { $0.contains { $0.schemes.contains(scheme.name) } }
      guard isUsed, let kind = credentialKind(of: scheme) else { return nil }
      let isAlwaysNeeded = secured.allSatisfy {
        $0.allSatisfy { $0.schemes.contains(scheme.name) }
      }
      return Credential(
        scheme: scheme.name, name: scope.claimMember(Identifier.member(scheme.name)), kind: kind,
        isOptional: !isAlwaysNeeded, documentation: Documentation.lines(scheme.description))
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
