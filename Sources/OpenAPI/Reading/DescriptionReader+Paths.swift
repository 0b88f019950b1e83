import Syntax

/// Path Items and Operations (OAS 3.1 §4.8.8 to §4.8.10).
extension DescriptionReader {
  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
  ]

  mutating func readPaths(_ paths: Node) {
    for entry in entries(of: paths, "`paths`") {
      guard entry.key.hasPrefix("/") else {
        diagnostics.error(
          "found the path '\(entry.key)'; expected it to begin with '/'", at: entry.keyPlace)
        continue
      }
      let pointer = "#/paths/" + JSONPointer.escape(entry.key)
      guard let item = resolve(entry.value, pointer: pointer) else { continue }
      for method in entries(of: item.node, "a path") where Self.methods.contains(method.key) {
        readOperation(method, path: entry.key, item: item)
      }
    }
  }

  private mutating func readOperation(
    _ entry: Mapping.Entry, path: String, item: Resolved
  ) {
    let node = entry.value
    let pointer = item.pointer + "/" + entry.key
    guard node.mapping != nil else {
      return report(node, "the operation `\(entry.key)`", expected: "a mapping")
    }
    let shared = readParameters(of: item.node, pointer: item.pointer)
    let own = readParameters(of: node, pointer: pointer)
    let security = node["security"] ?? root["security"]
    document.operations.append(
      Operation(
        method: entry.key.uppercased(), path: path,
        operationID: string("operationId", of: node),
        summary: string("summary", of: node) ?? string("summary", of: item.node),
        description: string("description", of: node) ?? string("description", of: item.node),
        isDeprecated: bool("deprecated", of: node),
        parameters: merge(shared, own),
        requestBody: readRequestBody(of: node, pointer: pointer),
        responses: readResponses(of: node, pointer: pointer),
        security: security.map { readSecurity($0) } ?? [],
        place: entry.keyPlace))
  }

  /// An operation's parameter overrides that of its path with the same name and location.
  private func merge(_ shared: [Parameter], _ own: [Parameter]) -> [Parameter] {
    let inherited = shared.filter { parameter in
      !own.contains { $0.name == parameter.name && $0.location == parameter.location }
    }
    return inherited + own
  }
}
