import Syntax

/// Operations (OAS 3.1 §4.8.10).
extension DescriptionReader {
  mutating func readOperation(
    _ entry: Located.Entry, method: String, of item: PathItem
  ) -> Operation? {
    guard let found = resolve(entry.value) else { return nil }
    guard found.node.mapping != nil else {
      warn(found.node, "the operation `\(entry.key)`", expected: "a mapping")
      return nil
    }
    let resolved = withBody(corrected(found, Fields.operation))
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
      requestBody: resolved["requestBody"].flatMap { readRequestBody($0) },
      responses: readResponses(of: resolved), security: readSecurity(of: resolved) ?? security,
      idempotencyKey: readIdempotencyKey(of: resolved), place: entry.keyPlace)
    if item.isTemplate { matchPathParameters(of: &operation) }
    pendingCallbacks += entries(of: resolved["callbacks"], "`callbacks`").reversed()
    return operation
  }

  /// An operation with the parameters that are its body in Swagger 2.0 as one, where it has none.
  private mutating func withBody(_ at: Located) -> Located {
    guard let list = at.node["parameters"], var items = list.sequence,
      items.contains(where: { $0.kindOfBody != nil })
    else { return at }
    var parts: [Node] = []
    items.removeAll { item in
      guard let kind = item.kindOfBody else { return false }
      let place = item["in"]?.place ?? item.place
      let location = Node.string(kind, at: place)
      parts.append(item.mappingEntries { $0 == "in" ? location : $1 })
      return true
    }
    guard let first = parts.first, var mapping = at.node.mapping,
      let position = mapping.position(of: "parameters")
    else { return at }
    let hasBody = mapping["requestBody"] != nil
    diagnostics.warning(
      "found `in: \(first["in"]?.text ?? "")`, expected `requestBody`; "
        + (hasBody ? "it is left out, as there is one" : "it is read so"), at: first.place)
    mapping.replaceValue(at: position, with: Node(.sequence(items), at: list.place))
    if !hasBody {
      let body = Swagger2.requestBody(
        of: at.node, parameters: parts, in: root.node, into: &diagnostics)
      if let body {
        mapping.insert(Mapping.Entry(key: "requestBody", keyPlace: first.place, value: body))
      }
    }
    return Located(node: Node(.mapping(mapping), at: at.node.place), resource: at.resource)
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
