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
        "\(Self.otherFormat(mapping) ?? "`openapi` is missing"); expected the version of an OpenAPI "
          + "description, such as `openapi: 3.1.0`", at: root.place)
      return false
    }
    let text = version.text ?? ""
    let digits = text.drop { $0 == "v" || $0 == "V" }
    let numbers = digits.split(separator: ".").prefix(2).map { String($0) }
    let isSwagger = mapping["openapi"] == nil
    let known =
      [["3", "0"], ["3", "1"], ["3", "2"], ["3"]] + (isSwagger ? [["2", "0"], ["2"]] : [])
    guard known.contains(numbers) else {
      diagnostics.error(
        "found version \(version.summary); apigen reads OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0; "
          + "where the description is one of these after all, correct its version in an overlay",
        at: version.place)
      return false
    }
    isVersion30 = numbers.first == "2" || numbers.last == "0" || numbers == ["3"]
    if digits != text || numbers == ["3"] || isSwagger && numbers.first == "3" {
      diagnostics.warning(
        "found version \(version.summary), expected `openapi: \(numbers == ["3"] ? "3.0" : digits)`; "
          + "it is read so", at: version.place)
    }
    return true
  }

  /// What a file is that is often taken for a description.
  private static func otherFormat(_ root: Mapping) -> String? {
    if root["info"]?["schema"]?.text?.contains("getpostman.com") == true {
      return "the file is a Postman collection"
    }
    if let version = root["swaggerVersion"] { return "the file is Swagger \(version.text ?? "1")" }
    if root["kind"]?.text == "discovery#restDescription" {
      return "the file is a discovery document of Google"
    }
    let others = [("asyncapi", "AsyncAPI"), ("arazzo", "Arazzo"), ("overlay", "an overlay")]
    return others.first { root[$0.0] != nil }.map { "the file is \($0.1)" }
  }

  /// The root with its fields as OpenAPI spells them.
  mutating func correctedRoot(_ root: Node) -> Node {
    // Those of Swagger 2.0, and of what is no description, are others.
    let names = root.entries?.map { $0.key.lowercased() } ?? []
    guard names.contains("openapi") else {
      return names.contains("swagger") ? corrected(root, Fields.swagger2) : root
    }
    let corrected = corrected(root, Fields.root)
    return corrected.mappingEntries { key, value in
      switch key {
      case "components":
        self.corrected(value, Fields.components)
      case "paths": mergedPaths(value)
      default: value
      }
    }
  }

  /// Reads everything, once the root is among the resources.
  mutating func readRoot() {
    readOptions()
    reportStrayOptions()
    readInfo()
    document.servers = readServers(of: root) ?? []
    security = readSecurity(of: root) ?? []
    if inclusion == nil { readComponents() }
    readPaths()
    readWebhooks()
    readSecuritySchemes()
    readSchemas()
    if inclusion != nil {
      reportUnusedNames()
      readReachedComponents()
    }
    removeReferenceCycles()
  }

  /// Tells of options of `info` and of tags, of which nothing else goes through all fields.
  private mutating func reportStrayOptions() {
    let owners = [root["info"]?.node].compactMap(\.self) + (root["tags"]?.node.sequence ?? [])
    for entry in owners.flatMap({ $0.entries ?? [] }) { reportOptions(entry, areRead: false) }
  }

  private mutating func readInfo() {
    guard let info = root["info"]?.node else { return }
    if info.mapping == nil, !info.isEmptyCollection {
      warn(info, "`info`", expected: "a mapping")
    }
    document.info = Document.Info(
      title: string("title", of: info) ?? "",
      summary: string("summary", of: info),
      description: string("description", of: info))
  }
}
