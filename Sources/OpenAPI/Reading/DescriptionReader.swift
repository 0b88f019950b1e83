import Syntax

/// Reads the root of a description into a `Document`.
///
/// Each part of OpenAPI is read in an extension of its own. Whatever is wrong is told to
/// `diagnostics` at its place and left out, so that one run shows every problem.
package struct DescriptionReader {
  let root: Node
  var diagnostics: Diagnostics
  var document: Document
  /// Where each schema that was read is kept, by the pointer to it: what lets schemas be recursive.
  var schemaIDs: [String: Schema.ID] = [:]
  /// OpenAPI 3.0 has its own dialect of JSON Schema; 3.1 has JSON Schema itself.
  var isVersion30 = false

  /// The description in `root`, or nil where it is not one. Look at `diagnostics` for errors.
  package static func read(_ root: Node, into diagnostics: inout Diagnostics) -> Document? {
    var reader = DescriptionReader(root: root, diagnostics: diagnostics)
    defer { diagnostics = reader.diagnostics }
    guard reader.readVersion() else { return nil }
    reader.readRoot()
    return reader.document
  }

  private init(root: Node, diagnostics: Diagnostics) {
    self.root = root
    self.diagnostics = diagnostics
    document = Document(info: Document.Info(title: "", version: ""))
  }

  private mutating func readVersion() -> Bool {
    guard let mapping = root.mapping else {
      diagnostics.error(
        "found \(root.summary); expected a mapping that begins with `openapi: 3.…`",
        at: root.place)
      return false
    }
    guard let version = mapping["openapi"] else {
      diagnostics.error(
        "`openapi` is missing; expected the version of an OpenAPI description, "
          + "such as `openapi: 3.1.0`", at: root.place)
      return false
    }
    let text = version.text ?? ""
    isVersion30 = text.hasPrefix("3.0")
    if !(isVersion30 || text.hasPrefix("3.1")) {
      diagnostics.error(
        "found OpenAPI \(version.summary); apigen reads 3.0 and 3.1", at: version.place)
      return false
    }
    return true
  }

  private mutating func readRoot() {
    readInfo()
    document.servers = root["servers"].map { readServers($0) } ?? []
    readSecuritySchemes()
    readComponents()
    if let paths = root["paths"] {
      readPaths(paths)
    } else if isVersion30 || (root["webhooks"] == nil && root["components"] == nil) {
      diagnostics.error(
        "`paths` is missing; expected the paths of the API, or `paths: {}` where it has none",
        at: root.place)
    }
  }

  private mutating func readInfo() {
    guard let info = root["info"] else { return }
    document.info = Document.Info(
      title: string("title", of: info) ?? "",
      description: string("description", of: info),
      version: string("version", of: info) ?? "")
  }

  private mutating func readComponents() {
    guard let schemas = root["components"]?["schemas"] else { return }
    for entry in entries(of: schemas, "the schemas of the components") {
      let pointer = "#/components/schemas/" + JSONPointer.escape(entry.key)
      let schema = readSchema(entry.value, pointer: pointer)
      document.components.append(
        Document.Component(name: entry.key, schema: schema, place: entry.keyPlace))
    }
  }
}
