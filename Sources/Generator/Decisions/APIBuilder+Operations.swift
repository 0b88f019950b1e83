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

  private mutating func parameters(
    of operation: Operation, named name: String, _ credentials: [Credential]
  ) -> [APIOperation.Parameter] {
    let inUse = credentials.map(\.name) + ["request", "server", "body"]
    var scope = NameScope(reserved: Set(inUse))
    return operation.parameters.filter { !isHandledElsewhere($0) }.map { parameter in
      let typeName = Identifier.type(name) + Identifier.type(parameter.name)
      let json = parameter.content.flatMap { $0.isJSON ? $0.schema : nil }
      let schema = parameter.schema ?? json ?? parameter.content?.schema
      let use = schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.Parameter(
        name: scope.claim(Identifier.member(parameter.name)), key: parameter.name,
        location: parameter.location, type: use?.type ?? .string,
        isOptional: !parameter.isRequired, isJSON: parameter.content?.isJSON == true,
        style: parameter.style, explode: parameter.explode,
        allowReserved: parameter.allowReserved,
        documentation: Documentation.lines(parameter.description))
    }
  }

  /// `Accept` and `Content-Type` follow from what is sent and read (OAS 3.1 §4.8.12.1).
  private func isHandledElsewhere(_ parameter: Parameter) -> Bool {
    parameter.location == .header
      && ["accept", "content-type"].contains(parameter.name.lowercased())
  }

  /// The path template in pieces: `/users/{id}/posts` is `/users/`, the argument, and `/posts`. What
  /// is not described is a string; what stands nowhere is no argument.
  private mutating func path(
    of operation: Operation, _ parameters: inout [APIOperation.Parameter]
  ) -> [APIOperation.PathPiece] {
    var pieces: [APIOperation.PathPiece] = []
    var used: Set<String> = []
    // A fragment is never sent (RFC 9110 §7.1): it only tells two descriptions of a path apart.
    var rest = operation.path.prefix { $0 != "#" }
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[rest.index(after: open)..<close])
      used.insert(key)
      pieces.append(.text(String(rest[..<open])))
      if let known = parameters.first(where: { $0.location == .path && $0.key == key }) {
        pieces.append(.parameter(known))
      } else {
        let parameter = undescribed(key, among: parameters)
        parameters.append(parameter)
        pieces.append(.parameter(parameter))
      }
      rest = rest[close...].dropFirst()
    }
    parameters.removeAll { $0.location == .path && !used.contains($0.key) }
    return pieces + [.text(String(rest))]
  }

  private func undescribed(
    _ key: String, among parameters: [APIOperation.Parameter]
  ) -> APIOperation.Parameter {
    var scope = NameScope(reserved: Set(parameters.map(\.name) + ["request", "server", "body"]))
    return APIOperation.Parameter(
      name: scope.claim(Identifier.member(key)), key: key, location: .path, type: .string,
      isOptional: false, isJSON: false, style: .simple, explode: false, allowReserved: false,
      documentation: [])
  }
}
