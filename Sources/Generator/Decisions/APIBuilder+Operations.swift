import OpenAPI
import Syntax

/// Operations: the method that builds each request, and what its answers are read as.
extension APIBuilder {
  mutating func decideOperations(_ credentials: [Credential]) -> [APIOperation] {
    var scope = NameScope(reserved: Set(credentials.map(\.name)).union(["server"]))
    return document.operations.map { operation in
      let name = scope.claimMember(name(of: operation))
      let parameters = parameters(of: operation, named: name, credentials)
      return APIOperation(
        name: name, method: operation.method, path: path(of: operation, parameters),
        parameters: parameters,
        credentials: decideSecurity(of: operation, credentials),
        body: operation.requestBody.flatMap { body($0, named: name) },
        successes: answers(of: operation, named: name, isSuccess: true),
        refusals: answers(of: operation, named: name, isSuccess: false),
        documentation: Documentation.lines(operation.summary, operation.description),
        isDeprecated: operation.isDeprecated)
    }
  }

  /// The operationId less the name of a controller class, or else the method and the path.
  private func name(of operation: Operation) -> String {
    guard let id = operation.operationID, !id.isEmpty else {
      return Identifier.member(operation.method.lowercased() + " " + operation.path)
    }
    guard let controller = id.range(of: "Controller_") else { return Identifier.member(id) }
    return Identifier.member(String(id[controller.upperBound...]))
  }

  private mutating func parameters(
    of operation: Operation, named name: String, _ credentials: [Credential]
  ) -> [APIOperation.Parameter] {
    let inUse = credentials.map(\.name) + ["request", "server", "body"]
    var scope = NameScope(reserved: Set(inUse))
    return operation.parameters.compactMap { parameter in
      let use = decide(
        parameter.schema, named: Identifier.type(name) + Identifier.type(parameter.name), in: [])
      guard parameter.location != .cookie, use.type.isText(in: declarations) else {
        diagnostics.error(
          "the parameter '\(parameter.name)' is of a kind that apigen does not write yet; "
            + "expected a single value in the path, the query or a header", at: parameter.place)
        return nil
      }
      return APIOperation.Parameter(
        name: scope.claim(Identifier.member(parameter.name)), key: parameter.name,
        location: parameter.location, type: use.type, isOptional: !parameter.isRequired,
        documentation: Documentation.lines(parameter.description))
    }
  }

  /// The path template in pieces: `/users/{id}/posts` is `/users/`, the argument, and `/posts`.
  private mutating func path(
    of operation: Operation, _ parameters: [APIOperation.Parameter]
  ) -> [APIOperation.PathPiece] {
    var pieces: [APIOperation.PathPiece] = []
    var rest = operation.path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[rest.index(after: open)..<close])
      pieces.append(.text(String(rest[..<open])))
      if let parameter = parameters.first(where: { $0.location == .path && $0.key == key }) {
        pieces.append(.parameter(parameter.name))
      } else {
        diagnostics.error(
          "the path has '{\(key)}', but no path parameter has this name; "
            + "expected one among the parameters of the operation", at: operation.place)
      }
      rest = rest[close...].dropFirst()
    }
    return pieces + [.text(String(rest))]
  }

  private mutating func body(_ body: RequestBody, named name: String) -> APIOperation.Body? {
    let type = Identifier.type(name) + "Body"
    if let json = body.content.first(where: \.isJSON) {
      let use = json.schema.map { decide($0, named: type, in: []) }
      return APIOperation.Body(
        format: .json, type: use?.type ?? .json, isOptional: !body.isRequired)
    }
    if let form = body.content.first(where: { $0.name == "multipart/form-data" }),
      let schema = form.schema
    {
      let use = decide(schema, named: type, in: [])
      return APIOperation.Body(format: .multipart, type: use.type, isOptional: !body.isRequired)
    }
    let found = body.content.map(\.name).joined(separator: ", ")
    diagnostics.error(
      "found a request body of \(found.isEmpty ? "no media type" : found), which apigen does not "
        + "write yet; expected JSON or multipart/form-data", at: body.place)
    return nil
  }

  private mutating func decideSecurity(
    of operation: Operation, _ credentials: [Credential]
  ) -> [Credential] {
    if operation.security.count > 1 {
      diagnostics.error(
        "found a choice of security requirements, which apigen does not write yet; "
          + "leave one of them in an overlay", at: operation.security[1].place)
    }
    let schemes = operation.security.first?.schemes ?? []
    return credentials.filter { schemes.contains($0.scheme) }
  }
}
