import Syntax

/// Parameters, request bodies and responses (OAS 3.1 §4.8.12 to §4.8.17).
extension DescriptionReader {
  mutating func readParameters(of owner: Node, pointer: String) -> [Parameter] {
    guard let parameters = owner["parameters"] else { return [] }
    return items(of: parameters, "`parameters`").enumerated().compactMap { index, item in
      resolve(item, pointer: "\(pointer)/parameters/\(index)").flatMap { readParameter($0) }
    }
  }

  private mutating func readParameter(_ resolved: Resolved) -> Parameter? {
    let node = resolved.node
    guard let name = string("name", of: node), let `in` = string("in", of: node) else {
      diagnostics.error(
        "a parameter has no `name` or no `in`; expected both", at: node.place)
      return nil
    }
    guard let location = Parameter.Location(rawValue: `in`) else {
      let names = Parameter.Location.allCases.map(\.rawValue).joined(separator: ", ")
      diagnostics.error(
        "found `in: \(`in`)` for the parameter '\(name)'; expected one of \(names)", at: node.place)
      return nil
    }
    guard let schema = node["schema"] else {
      diagnostics.error(
        "the parameter '\(name)' has no `schema`; expected one, such as `schema: {type: string}`",
        at: node.place)
      return nil
    }
    return Parameter(
      name: name, location: location, description: string("description", of: node),
      isRequired: location == .path || bool("required", of: node),
      isDeprecated: bool("deprecated", of: node),
      schema: readSchema(schema, pointer: resolved.pointer + "/schema"), place: node.place)
  }

  mutating func readRequestBody(of operation: Node, pointer: String) -> RequestBody? {
    guard let body = operation["requestBody"],
      let resolved = resolve(body, pointer: pointer + "/requestBody")
    else { return nil }
    return RequestBody(
      description: string("description", of: resolved.node),
      isRequired: bool("required", of: resolved.node),
      content: readContent(of: resolved), place: resolved.node.place)
  }

  mutating func readResponses(of operation: Node, pointer: String) -> [Response] {
    guard let responses = operation["responses"] else { return [] }
    return entries(of: responses, "`responses`").compactMap { entry in
      guard let status = readStatus(entry.key) else {
        diagnostics.error(
          "found the response '\(entry.key)'; expected a status such as 200, 4XX or default",
          at: entry.keyPlace)
        return nil
      }
      let pointer = pointer + "/responses/" + JSONPointer.escape(entry.key)
      guard let resolved = resolve(entry.value, pointer: pointer) else { return nil }
      return Response(
        status: status, description: string("description", of: resolved.node),
        content: readContent(of: resolved), place: entry.keyPlace)
    }
  }

  private func readStatus(_ key: String) -> Response.Status? {
    if key == "default" { return .default }
    if let code = Int(key), (100...599).contains(code) { return .code(code) }
    if key.count == 3, key.uppercased().hasSuffix("XX"), let digit = Int(key.prefix(1)),
      (1...5).contains(digit)
    {
      return .range(digit)
    }
    return nil
  }

  private mutating func readContent(of resolved: Resolved) -> [MediaType] {
    guard let content = resolved.node["content"] else { return [] }
    return entries(of: content, "`content`").map { entry in
      let pointer = resolved.pointer + "/content/" + JSONPointer.escape(entry.key) + "/schema"
      let name = entry.key.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
      let schema = entry.value["schema"].map { readSchema($0, pointer: pointer) }
      return MediaType(name: name, schema: schema, place: entry.keyPlace)
    }
  }
}
