import Syntax

/// Turns a Swagger 2.0 description into one of OpenAPI 3.0, value by value, each where it stood
/// (https://swagger.io/specification/v2/). What has no counterpart is a warning.
///
/// Schemas are left as they are: the reader of schemas knows their differences.
struct Swagger2: FieldReader {
  let root: Node
  var diagnostics: Diagnostics

  private static let folders: KeyValuePairs = [
    "definitions": "schemas", "parameters": "parameters", "responses": "responses",
    "securityDefinitions": "securitySchemes",
  ]

  /// The keys of a pointer into what was Swagger 2.0, where they lead now.
  static func moved(_ keys: [String]) -> [String] {
    guard let folder = folders.first(where: { $0.key == keys.first })?.value else { return keys }
    return ["components", folder] + keys.dropFirst()
  }

  /// A pointer to where things lead now, as the description has them.
  static func written(_ fragment: String) -> String {
    for (old, new) in folders {
      let start = "#/components/\(new)/"
      if fragment.hasPrefix(start) { return "#/\(old)/" + fragment.dropFirst(start.count) }
    }
    return fragment
  }

  /// The description in `root` as OpenAPI 3.0.
  mutating func convertedRoot() -> Node {
    let components = Node.mapping(
      [
        ("schemas", root["definitions"] ?? root["components"]?["schemas"]),
        ("parameters", convertedParameters()),
        ("responses", root["responses"]?.mappingMembers { convertedResponse($0) }),
        (
          "securitySchemes",
          root["securityDefinitions"]?.mappingMembers(convertedScheme)
            ?? root["components"]?["securitySchemes"]
        ),
      ], at: root.place)
    return Node.mapping(
      [
        ("info", root["info"]),
        ("servers", servers(of: root) ?? root["servers"]),
        ("paths", root["paths"]?.mappingValues { convertedItem($0) }),
        ("x-ms-paths", root["x-ms-paths"]?.mappingValues { convertedItem($0) }),
        ("components", components),
        ("security", root["security"]),
        // What stands in other files goes by these too.
        ("consumes", root["consumes"]),
        ("produces", root["produces"]),
        ("x-apigen", root["x-apigen"]),
      ], at: root.place)
  }

  /// The parameters of the root that are parameters still: bodies and fields of forms are taken in
  /// where they are referred to.
  private mutating func convertedParameters() -> Node? {
    root["parameters"]?.mappingMembers { node in
      node.kindOfBody == nil ? convertedParameter(node) : node
    }
  }

  mutating func convertedItem(_ item: Node) -> Node {
    guard item.mapping != nil else { return item }
    let shared = parameters(of: item)
    return item.mappingEntries { key, node in
      switch key {
      case "parameters": convertedParameters(node, shared)
      default: convertedOperation(node, shared: shared)
      }
    }
  }

  mutating func convertedOperation(_ operation: Node, shared: [Node] = []) -> Node {
    guard operation.mapping != nil, operation["$ref"] == nil else { return operation }
    let own = parameters(of: operation)
    let hasBody = own.contains { $0.kindOfBody == "body" }
    let others = shared.filter { !hasBody || $0.kindOfBody != "body" }
    let body = requestBody(of: operation, parameters: others + own) ?? operation["requestBody"]
    let produced = operation["produces"].map { strings($0, "produces") }
    let kept = [
      "tags", "summary", "description", "operationId", "deprecated", "security", "x-apigen",
      "consumes",
    ]
    return Node.mapping(
      kept.map { ($0, operation[$0]) } + [
        ("servers", operation["schemes"] == nil ? nil : servers(of: operation)),
        ("parameters", operation["parameters"].map { convertedParameters($0, own) }),
        ("requestBody", body),
        (
          "responses",
          operation["responses"]?.mappingValues { convertedResponse($0, producing: produced) }
        ),
        // The reader gives them to those that are referred to.
        ("produces", produced.map { Node.strings($0, at: operation.place) }),
      ], at: operation.place)
  }

  /// The list of those outside the body; what is no list stays for the reader to refuse.
  private mutating func convertedParameters(_ list: Node, _ parameters: [Node]) -> Node {
    guard list.sequence != nil else { return list }
    let kept = parameters.filter { $0.kindOfBody == nil }
    return Node(.sequence(kept.map { convertedParameter($0) }), at: list.place)
  }

  /// The parameters of a path or an operation, with those of the root that they refer to.
  private func parameters(of owner: Node) -> [Node] {
    (owner["parameters"]?.sequence ?? []).map { node in
      let named = described(node)
      return named.kindOfBody == nil ? node : named
    }
  }

  /// A parameter, or the one of the root that it refers to.
  func described(_ parameter: Node) -> Node {
    guard let text = parameter["$ref"]?.text, text.hasPrefix("#/parameters/"),
      let key = JSONPointer.keys(of: String(text.dropFirst())).last
    else { return parameter }
    return root["parameters"]?[key] ?? parameter
  }
}

extension Swagger2 {
  private func convertedScheme(_ scheme: Node) -> Node {
    guard scheme["type"]?.text == "basic" else { return scheme }
    return scheme.without(["type", "scheme"]).adding("type", .string("http", at: scheme.place))
      .adding("scheme", .string("basic", at: scheme.place))
  }
}
