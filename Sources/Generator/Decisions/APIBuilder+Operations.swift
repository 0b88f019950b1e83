import OpenAPI
import Syntax

/// Operations: the method that builds each request, and what its answers are read as.
extension APIBuilder {
  mutating func decideOperations(
    _ credentials: [Credential], _ servers: [ServerChoice]
  ) -> [APIOperation] {
    var scope = NameScope(reserved: Set(credentials.map(\.name)).union(["server", "init"]))
    return document.operations.map { operation in
      let name = scope.claimMember(name(of: operation))
      var parameters = parameters(of: operation, named: name, credentials)
      let path = path(of: operation, &parameters)
      let body = operation.requestBody.flatMap { self.body($0, named: name) }
      let successes = answers(of: operation, named: name, isSuccess: true)
      let refusals = answers(of: operation, named: name, isSuccess: false)
      return APIOperation(
        name: name, method: operation.method, path: path, parameters: parameters,
        security: security(of: operation, credentials),
        body: body,
        response: successes.type ?? .raw, successes: successes.answers,
        problem: refusals.type, refusals: refusals.answers,
        server: ownServer(of: operation, servers),
        documentation: Documentation.lines(operation.summary, operation.description),
        isDeprecated: operation.isDeprecated)
    }
  }

  /// The types that the provider sends to its users: of webhooks and callbacks.
  mutating func decideWebhooks() -> [SwiftType] {
    document.webhooks.compactMap { webhook in
      let name = Identifier.member(webhook.operationID ?? webhook.path) + "Webhook"
      return webhook.requestBody.flatMap { body($0, named: name)?.type }
    }
  }

  /// The operationId less the name of a controller class, or else the method and the path.
  private func name(of operation: Operation) -> String {
    guard let id = operation.operationID, !Identifier.words(of: id).isEmpty else {
      return Identifier.member(operation.method.lowercased() + " " + operation.path)
    }
    guard let controller = id.range(of: "Controller_") else { return Identifier.member(id) }
    return Identifier.member(String(id[controller.upperBound...]))
  }

  private func ownServer(of operation: Operation, _ servers: [ServerChoice]) -> String? {
    guard let own = operation.servers.first, own.url != document.servers.first?.url else {
      return nil
    }
    return servers.first { $0.url == own.url && $0.required.isEmpty }
      .map { $0.variables.isEmpty ? $0.name : $0.name + "()" }
  }
}
