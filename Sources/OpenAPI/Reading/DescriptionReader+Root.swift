import Syntax

/// The OpenAPI Object (OAS 3.1 §4.8.1).
extension DescriptionReader {
  /// Whether the root is a description of a version that can be read.
  mutating func readVersion(of root: Node) -> Bool {
    guard let mapping = root.mapping else {
      diagnostics.error(
        "found \(root.summary); expected a mapping that begins with `openapi: 3.…`",
        at: root.place)
      return false
    }
    guard let version = mapping["openapi"] ?? mapping["swagger"] else {
      diagnostics.error(
        "`openapi` is missing; expected the version of an OpenAPI description, "
          + "such as `openapi: 3.1.0`", at: root.place)
      return false
    }
    let numbers = (version.text ?? "").split(separator: ".").prefix(2)
    let known =
      mapping["openapi"] == nil ? [["2", "0"], ["2"]] : [["3", "0"], ["3", "1"], ["3", "2"]]
    guard known.contains(numbers.map { String($0) }) else {
      diagnostics.error(
        "found version \(version.summary); apigen reads OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0; "
          + "where the description is one of these after all, correct its version in an overlay",
        at: version.place)
      return false
    }
    isVersion30 = numbers.first == "2" || numbers.last == "0"
    return true
  }

  /// Reads everything, once the root is among the resources.
  mutating func readRoot() {
    readOptions()
    readInfo()
    document.servers = readServers(of: root) ?? []
    security = readSecurity(of: root) ?? []
    if inclusion == nil { readComponents() }
    readPaths()
    readWebhooks()
    readSecuritySchemes()
    readSchemas()
    if let inclusion {
      inclusion.reportUnused(into: &diagnostics)
      readReachedComponents()
    }
    removeReferenceCycles()
  }

  private mutating func readInfo() {
    guard let info = root["info"]?.node else { return }
    document.info = Document.Info(
      title: string("title", of: info) ?? "",
      description: string("description", of: info),
      version: string("version", of: info) ?? "")
  }
}
