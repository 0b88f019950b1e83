import Syntax

/// What the operations of a path have in common (OAS 3.1 §4.8.9).
struct PathItem {
  var path: String
  /// Whether `{name}` in the path stands for a parameter, as it does not in a webhook's name.
  var isTemplate: Bool
  var summary: String?
  var description: String?
  var servers: [Server]
  var parameters: [Parameter]
}

/// Paths, Path Items, webhooks and callbacks (OAS 3.1 §4.8.8, §4.8.9, §4.8.18).
extension DescriptionReader {
  static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]
  private static let fields = FieldNames(
    methods + ["summary", "description", "servers", "parameters", "additionalOperations", "$ref"])

  mutating func readPaths() {
    guard let paths = root["paths"] else {
      if isVersion30 || (root["webhooks"] == nil && root["components"] == nil) {
        diagnostics.warning(
          "`paths` is missing, expected the paths of the API; it is read as one without operations",
          at: root.node.place)
      }
      return
    }
    // Azure has paths here that differ by their query alone.
    let others = entries(of: root["x-ms-paths"], "`x-ms-paths`")
    for entry in Array(entries(of: paths, "`paths`")) + others where !entry.isExtension {
      let (path, server) = meantPath(of: entry)
      document.operations += readPathItem(
        entry.value, path: path, isTemplate: true,
        servers: server.map { [$0] })
    }
    if document.operations.isEmpty, paths.node.mapping != nil { reportUnreadable(paths) }
  }

  /// Whoever has one of several files would have a client without a method, and not know why.
  private mutating func reportUnreadable(_ paths: Located) {
    if let paths = resolve(paths) {
      let items = Located.Entries(entries: paths.node.entries ?? [], resource: paths.resource)
        .filter { !$0.isExtension }
      guard !items.isEmpty, items.allSatisfy({ resolve($0.value) == nil }) else { return }
    }
    diagnostics.error(
      "found no path that can be read, as all refer to what is not there; get the other files of the "
        + "description, or correct the references in an overlay; without `paths` its types are read",
      at: paths.node.place)
  }

  /// Paths that are written twice, with the methods of both, which the last of two equal ones says.
  mutating func mergedPaths(_ paths: Node) -> Node {
    guard var mapping = paths.mapping else { return paths }
    for first in mapping.shadowed.reversed() {
      // No path has more of them, and a hostile file may repeat one without end.
      guard let position = mapping.position(of: first.key), let old = first.value.entries,
        let last = mapping.entries[position].value.mapping, last.entries.count < 50
      else { continue }
      let others = old.filter { last[$0.key] == nil }
      if others.isEmpty { continue }
      diagnostics.warning(
        "found the path '\(first.key)' again below, expected it once; the methods of both are read",
        at: first.keyPlace)
      var merged = Mapping()
      for entry in others + last.entries { merged.insert(entry) }
      let place = mapping.entries[position].value.place
      mapping.replaceValue(at: position, with: Node(.mapping(merged), at: place))
    }
    return Node(.mapping(mapping), at: paths.place)
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
        document.webhooks += readPathItem(
          entry.value, path: callback.key, isTemplate: false, isChosen: true)
      }
    }
  }

  /// The operations of a Path Item, and of those that it refers to. What these say counts too;
  /// where both say something OpenAPI leaves it open, and what is closer counts (OAS 3.1 §4.8.9.1).
  ///
  /// - Parameter isChosen: Whether all of them are wanted: a callback is, as its operation is.
  private mutating func readPathItem(
    _ item: Located, path: String, isTemplate: Bool, servers: [Server]? = nil,
    isChosen: Bool = false
  ) -> [Operation] {
    guard !item.node.isNull else { return [] }
    let items = steps(from: item).map { step in
      corrected(converted(step) { $0.convertedItem($1) }, Self.fields)
    }
    var methods: [(method: String, operation: Located.Entry)] = []
    for found in items.flatMap({ readMethods(of: $0) }) {
      if let same = methods.first(where: { $0.method == found.method }) {
        warn(ofSecond: found.operation.key, at: found.operation.keyPlace, same.operation.keyPlace)
      } else {
        methods.append(found)
      }
    }
    methods.removeAll { !includes($0.operation.value.node, path: path) && !isChosen }
    guard !methods.isEmpty else { return [] }
    let shared = PathItem(
      path: path, isTemplate: isTemplate,
      summary: items.compactMap { string("summary", of: $0.node) }.first,
      description: items.compactMap { string("description", of: $0.node) }.first,
      servers: readServers(ofAll: items) ?? servers ?? document.servers,
      parameters: items.reversed().reduce(into: []) {
        $0 = Parameter.merged($0, readParameters(of: $1, path: path))
      })
    return methods.compactMap { readOperation($0.operation, method: $0.method, of: shared) }
  }

  private mutating func readMethods(
    of item: Located
  ) -> [(method: String, operation: Located.Entry)] {
    var methods: [(method: String, operation: Located.Entry)] = []
    var additional: Located.Entries?
    let fields =
      item.node["$ref"] == nil
      ? entries(of: item, "a path")
      : Located.Entries(entries: item.node.entries ?? [], resource: item.resource)
    for entry in fields {
      if entry.key == "x-amazon-apigateway-any-method" {
        diagnostics.warning(
          "found `\(entry.key)`, which takes any method, expected one such as `post`; it is left out; "
            + "`copy` in an overlay makes it that of one", at: entry.keyPlace)
      }
      if entry.isExtension { continue }
      if entry.value.node.isNull, Self.methods.contains(entry.key) {
        warn(entry.value.node, "the operation `\(entry.key)`", expected: "a mapping")
        continue
      }
      if entry.key == "additionalOperations" {
        additional = entries(of: entry.value, "`additionalOperations`")
      } else if let method = readMethod(entry) {
        methods.append((method, entry))
      }
    }
    for entry in additional ?? Located.Entries(resource: item.resource) {
      if !entry.key.isToken {
        diagnostics.warning(
          "found '\(entry.key)' for a method, expected a token such as COPY; it is left out",
          at: entry.keyPlace)
      } else if let same = methods.first(where: { $0.method == entry.key })?.operation {
        diagnostics.warning(
          "found `\(entry.key)` in `additionalOperations`, expected a method that has no field of "
            + "its own; it is left out", at: entry.keyPlace,
          notes: [("the one that counts", same.keyPlace)])
      } else {
        methods.append((entry.key, entry))
      }
    }
    return methods
  }

  /// The servers of the closest that has any.
  private mutating func readServers(ofAll items: [Located]) -> [Server]? {
    let owners = items.filter { $0["servers"] != nil }
    guard let first = owners.first else { return nil }
    for other in owners.dropFirst() {
      warn(ofSecond: "servers", at: other.node.place, first.node.place)
    }
    return readServers(of: first)
  }

  private mutating func warn(ofSecond field: String, at place: Place, _ first: Place) {
    diagnostics.warning(
      "found `\(field)` where a path refers to that has it too, expected it in one of them; "
        + "the one beside the `$ref` counts", at: place, notes: [("the one that counts", first)])
  }

  /// The method that a field of a Path Item is, in upper case. Tells of one that is no field.
  private mutating func readMethod(_ entry: Located.Entry) -> String? {
    if Self.methods.contains(entry.key) { return entry.key.uppercased() }
    if !Self.fields.contains(entry.key), meaning(of: entry.key, among: Self.fields) == nil {
      diagnostics.warning(
        "found '\(entry.key)' in a path, expected a method such as `get`; it is left out",
        at: entry.keyPlace)
    }
    return nil
  }
}
