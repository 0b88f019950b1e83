import Syntax

/// Operations (OAS 3.1 §4.8.10).
extension DescriptionReader {
  mutating func readOperation(
    _ entry: Located.Entry, method: String, of item: PathItem
  ) -> Operation? {
    guard let resolved = resolve(entry.value) else { return nil }
    let node = resolved.node
    guard node.mapping != nil else {
      report(node, "the operation `\(entry.key)`", expected: "a mapping")
      return nil
    }
    checkFields(of: resolved, Fields.operation)
    guard affords(item.parameters.count, at: node.place) else { return nil }
    let own = readParameters(of: resolved)
    var operation = Operation(
      method: method, path: item.path, operationID: string("operationId", of: node),
      tags: strings("tags", of: node),
      summary: string("summary", of: node) ?? item.summary,
      description: string("description", of: node) ?? item.description,
      isDeprecated: bool("deprecated", of: node) ?? false,
      servers: readServers(of: resolved) ?? item.servers,
      parameters: Parameter.merged(item.parameters, own),
      requestBody: resolved["requestBody"].flatMap { readRequestBody($0) },
      responses: readResponses(of: resolved), security: readSecurity(of: resolved) ?? security,
      idempotencyKey: readIdempotencyKey(of: resolved), place: entry.keyPlace)
    if item.isTemplate { matchPathParameters(of: &operation) }
    pendingCallbacks += entries(of: resolved["callbacks"], "`callbacks`").reversed()
    return operation
  }

  /// Makes the path and the path parameters name the same: each `{name}` is a parameter (OAS 3.1
  /// §4.8.12.1).
  private mutating func matchPathParameters(of operation: inout Operation) {
    takeQuery(of: &operation)
    let declared = Set(operation.parameters.lazy.filter { $0.location == .path }.map(\.name))
    var names: Set<String> = []
    var renamed: [String: String] = [:]
    for name in URLTemplate(operation.path).names where names.insert(name).inserted {
      if declared.contains(name) { continue }
      let plain = URLTemplate.plain(name)
      let isOperator = plain != name && declared.contains(plain)
      diagnostics.warning(
        "the path has '{\(name)}', which "
          + (isOperator
            ? "OpenAPI does not have; it is read as '{\(plain)}'"
            : "no path parameter declares; it is read as a string"),
        at: operation.place)
      if isOperator {
        renamed[name] = plain
        names.insert(plain)
      } else {
        let schema = stringSchema(at: operation.place)
        operation.parameters.append(
          .undeclared(name, in: .path, schema: schema, at: operation.place))
      }
    }
    if !renamed.isEmpty {
      operation.path =
        URLTemplate(operation.path).replacingNames { "{\(renamed[$0] ?? $0)}" } ?? operation.path
    }
    operation.parameters.removeAll { parameter in
      guard parameter.location == .path, !names.contains(parameter.name) else { return false }
      diagnostics.warning(
        "the path has no '{\(parameter.name)}', expected one for each of its path parameters; the "
          + "parameter is left out", at: parameter.place)
      return true
    }
  }
}

extension DescriptionReader {
  /// Takes `{?a,b*}` (RFC 6570 §3.2.8) out of the path: what it names is in the query.
  private mutating func takeQuery(of operation: inout Operation) {
    // Nearly none has any.
    if !operation.path.utf8.contains(UInt8(ascii: "?")) { return }
    for expression in URLTemplate(operation.path).names where expression.hasPrefix("?") {
      diagnostics.warning(
        "the path has '{\(expression)}', which OpenAPI does not have; its names are in the query",
        at: operation.place)
      operation.path = operation.path.replacing("{\(expression)}", with: "")
      let names = expression.dropFirst().split(separator: ",")
      for name in names.map({ URLTemplate.plain(String($0)) })
      where !operation.parameters.contains(where: { $0.name == name && $0.location == .query }) {
        let schema = stringSchema(at: operation.place)
        operation.parameters.append(
          .undeclared(name, in: .query, schema: schema, at: operation.place))
      }
    }
  }
}

extension Parameter {
  /// An operation's parameter overrides that of its path with the same name and location.
  static func merged(_ shared: [Parameter], _ own: [Parameter]) -> [Parameter] {
    guard !own.isEmpty else { return shared }
    let overridden = Set(own.map(\.key))
    return shared.filter { !overridden.contains($0.key) } + own
  }

  /// A part of a path, or of its query, that the description does not declare.
  fileprivate static func undeclared(
    _ name: String, in location: Location, schema: Schema.ID, at place: Place
  ) -> Parameter {
    Parameter(
      name: name, location: location, description: nil, isRequired: location == .path,
      isDeprecated: false, schema: schema, content: nil, style: location.styles[0],
      explode: location.styles[0].explodesByDefault, allowReserved: false, allowEmptyValue: false,
      place: place)
  }
}
