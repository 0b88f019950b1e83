import Syntax

/// What the operations of a path have in common (OAS 3.1 §4.8.9).
struct PathItem {
  var path: String
  /// Whether `{name}` in the path stands for a parameter, as it does not in a webhook's name.
  var isTemplate: Bool
  var node: Node
  var servers: [Server]
  var parameters: [Parameter]
}

/// Paths, Path Items, webhooks and callbacks (OAS 3.1 §4.8.8, §4.8.9, §4.8.18).
extension DescriptionReader {
  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]
  private static let otherFields = [
    "summary", "description", "servers", "parameters", "additionalOperations", "$ref",
  ]

  mutating func readPaths() {
    guard let paths = root["paths"] else {
      if isVersion30 || (root["webhooks"] == nil && root["components"] == nil) {
        diagnostics.error(
          "`paths` is missing; expected the paths of the API, or `paths: {}` where it has none",
          at: root.node.place)
      }
      return
    }
    for entry in entries(of: paths, "`paths`") where !entry.isExtension {
      var path = entry.key
      if !path.hasPrefix("/") {
        path = "/" + path
        diagnostics.warning(
          "found the path '\(entry.key)', expected it to begin with '/'; it is read so",
          at: entry.keyPlace)
      }
      document.operations += readPathItem(entry.value, path: path, isTemplate: true)
    }
  }

  /// What the provider sends: the webhooks, and the callbacks of the operations that were read.
  mutating func readWebhooks() {
    for entry in entries(of: root["webhooks"], "`webhooks`") {
      document.webhooks += readPathItem(entry.value, path: entry.key, isTemplate: false)
    }
    // Callbacks have operations, which may have callbacks.
    while let callback = pendingCallbacks.popLast() {
      guard let resolved = resolve(callback.value),
        readCallbacks.insert(resolved.node.place).inserted
      else { continue }
      for entry in entries(of: resolved, "a callback") where !entry.isExtension {
        document.webhooks += readPathItem(entry.value, path: callback.key, isTemplate: false)
      }
    }
  }

  /// The operations of a Path Item.
  private mutating func readPathItem(
    _ item: Located, path: String, isTemplate: Bool
  ) -> [Operation] {
    guard !item.node.isNull, let resolved = resolve(item) else { return [] }
    var methods: [(method: String, operation: Located.Entry)] = []
    for entry in entries(of: resolved, "a path") where !entry.isExtension {
      if entry.key == "additionalOperations" {
        methods += entries(of: entry.value, "`additionalOperations`").map { ($0.key, $0) }
      } else if let method = readMethod(entry) {
        methods.append((method, entry))
      }
    }
    methods.removeAll { !includes($0.operation.value.node, path: path) }
    guard !methods.isEmpty else { return [] }
    let shared = PathItem(
      path: path, isTemplate: isTemplate, node: resolved.node,
      servers: readServers(of: resolved) ?? document.servers,
      parameters: readParameters(of: resolved, path: path))
    return methods.compactMap { readOperation($0.operation, method: $0.method, of: shared) }
  }

  /// The method that a field of a Path Item stands for, in upper case.
  private mutating func readMethod(_ entry: Located.Entry) -> String? {
    if Self.methods.contains(entry.key) { return entry.key.uppercased() }
    if Self.otherFields.contains(entry.key) { return nil }
    let isMethod = Self.methods.contains(entry.key.lowercased())
    let hint = isMethod ? nil : suggestion(for: entry.key, among: Self.methods)
    diagnostics.warning(
      "found '\(entry.key)' in a path, expected a method such as `get`; "
        + (isMethod ? "it is read so" : "it is left out")
        + (hint.map { "; did you mean '\($0)'?" } ?? ""), at: entry.keyPlace)
    return isMethod ? entry.key.uppercased() : nil
  }
}
