import Syntax

/// Operations (OAS 3.1 §4.8.10).
extension DescriptionReader {
  mutating func readOperation(
    _ entry: Located.Entry, method: String, of item: PathItem
  ) -> Operation? {
    guard var found = resolve(entry.value) else { return nil }
    if entry.value.node["$ref"] != nil { found = converted(found) { $0.convertedOperation($1) } }
    guard found.node.mapping != nil else {
      warn(found.node, "the operation `\(entry.key)`", expected: "a mapping")
      return nil
    }
    let (resolved, body) = withBody(corrected(found, Fields.operation))
    let node = resolved.node
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
      requestBody: (body ?? resolved["requestBody"]).flatMap { readRequestBody($0) },
      responses: readResponses(of: resolved), security: readSecurity(of: resolved) ?? security,
      idempotencyKey: readIdempotencyKey(of: resolved), place: entry.keyPlace)
    if item.isTemplate { matchPathParameters(of: &operation) }
    checkWholeQuery(of: operation)
    pendingCallbacks += entries(of: resolved["callbacks"], "`callbacks`").reversed()
    return operation
  }

  /// An operation without the parameters that are its body in Swagger 2.0, and that, where it has
  /// no other.
  private mutating func withBody(_ at: Located) -> (operation: Located, body: Located?) {
    guard let list = at.node["parameters"], var items = list.sequence else { return (at, nil) }
    var parts: [Located] = []
    items.removeAll { item in
      guard let part = partOfBody(Located(node: item, resource: at.resource)) else { return false }
      parts.append(part)
      return true
    }
    guard let first = parts.first, var mapping = at.node.mapping,
      let position = mapping.position(of: "parameters")
    else { return (at, nil) }
    let hasBody = mapping["requestBody"] != nil
    if hasBody || !resources[0].isSwagger2 {
      diagnostics.warning(
        "found `in: \(first.node["in"]?.text ?? "")`, expected `requestBody`; "
          + (hasBody ? "it is left out, as there is one" : "it is read so"), at: first.node.place)
    }
    mapping.replaceValue(at: position, with: Node(.sequence(items), at: list.place))
    let operation = Located(node: Node(.mapping(mapping), at: at.node.place), resource: at.resource)
    if hasBody { return (operation, nil) }
    let body = converting(root.node) {
      $0.requestBody(of: at.node, parameters: parts.map(\.node))
    }
    return (operation, body.map { Located(node: $0, resource: first.resource) })
  }
}

extension Parameter {
  /// An operation's parameter overrides that of its path with the same name and location.
  static func merged(_ shared: [Parameter], _ own: [Parameter]) -> [Parameter] {
    if own.isEmpty { return shared }
    if shared.isEmpty { return own }
    let overridden = Set(own.map(\.key))
    return shared.filter { !overridden.contains($0.key) } + own
  }
}
