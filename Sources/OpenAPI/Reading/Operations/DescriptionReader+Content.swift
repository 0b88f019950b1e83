import Syntax

/// Media types, and how the parts of forms are written (OAS 3.1 §4.8.14, §4.8.15).
extension DescriptionReader {
  mutating func readContent(of owner: Located) -> [MediaType] {
    entries(of: owner["content"].map { withTypes($0) }, "`content`").compactMap { entry in
      guard !entry.isExtension else { return nil }
      // From OpenAPI 3.2 on a media type may be a reference.
      let shared = readShared(entry.value, once: mediaTypes) { $0.readMediaType($1) }
      var mediaType = shared?.named(entry.key)
      mediaType?.place = entry.keyPlace
      if let name = mediaType?.name, name != "*", !name.contains(UInt8(ascii: "/")) {
        diagnostics.warning(
          "found '\(entry.key)' for a media type, expected one such as application/json; it is read "
            + "as any, '*/*'", at: entry.keyPlace)
      }
      return mediaType
    }
  }

  /// The map of media types, where there is one media type in its place, or its name.
  private mutating func withTypes(_ at: Located) -> Located {
    let node = at.node
    // Nearly all are.
    let slash = UInt8(ascii: "/")
    if let entries = node.entries, entries.allSatisfy({ $0.key.contains(slash) }) {
      return at
    }
    if let reference = node["$ref"], let text = reference.text,
      let target = try? exactTarget(of: text, at: reference.place, from: at.resource),
      target.key.isComponent
    {
      warn(
        reference, "`content`", expected: "media types, not a schema",
        "it is the schema of application/json")
      return Located(node: .content(of: node), resource: at.resource)
    }
    let isSchema = node["$ref"] == nil && node["schema"] == nil && node.looksLikeSchema
    guard node["schema"] != nil || isSchema || node.text?.contains("/") == true else { return at }
    warn(
      node, "`content`", expected: "a mapping of media types",
      node.text == nil ? "it is read as application/json" : "it is read as one that says nothing")
    let content: Node =
      if let name = node.text {
        .mapping([(name, .mapping([], at: node.place))], at: node.place)
      } else {
        isSchema ? .content(of: node) : .mapping([("application/json", node)], at: node.place)
      }
    return Located(node: content, resource: at.resource)
  }

  /// A media type, whose name its key says.
  private mutating func readMediaType(_ at: Located) -> MediaType {
    if at.node.mapping == nil, !at.node.isNull, !at.node.isEmptyCollection {
      warn(at.node, "a media type", expected: "a mapping", "it says nothing")
    }
    var at = at
    if at.node["schema"] == nil, at.node.looksLikeSchema {
      warn(at.node, "a media type", expected: "its schema in `schema`", "it is read so")
      at.node = .mapping([("schema", at.node)], at: at.node.place)
    }
    at = corrected(at, Fields.mediaType)
    return MediaType(
      name: "", key: "", schema: at["schema"].map { readSchema($0) },
      itemSchema: at["itemSchema"].map { readSchema($0) },
      encoding: entries(of: at["encoding"], "`encoding`").map {
        readEncoding($0.value, of: $0.key, at: $0.keyPlace)
      },
      prefixEncoding: items(of: at["prefixEncoding"], "`prefixEncoding`").map {
        readEncoding($0, of: "", at: $0.node.place)
      },
      itemEncoding: at["itemEncoding"].map { readEncoding($0, of: "", at: $0.node.place) },
      example: document.wantsExamples ? readExample(of: at) : nil, place: at.node.place)
  }

  private mutating func readEncoding(
    _ at: Located, of name: String, at place: Place
  ) -> MediaType.Encoding {
    for key in ["encoding", "prefixEncoding", "itemEncoding"] {
      guard let value = at[key] else { continue }
      warn(value.node, "`\(key)` of a part", expected: "a part that has none itself")
    }
    if let type = at["contentType"]?.node, type.text?.lowercased().hasPrefix("multipart/") == true {
      warn(
        type, "`contentType` of a part", expected: "one that has no parts",
        "the part is given as a file, with the bytes of these")
    }
    var encoding = MediaType.Encoding(
      name: name, contentType: string("contentType", of: at.node), place: place)
    // A part's type is said by `contentType` alone (OAS 3.2 §4.15.1.1), and what says its name is
    // written in any case.
    let others = ["content-type"] + (name.isEmpty ? [] : ["content-disposition"])
    encoding.headers = readHeaders(of: at).filter { !others.contains($0.name.lowercased()) }
    // Those that a query has (OAS 3.1 §4.8.15.1.2).
    encoding.style = readStyle(of: at.node, in: .query, otherwise: "; it is left out")
    encoding.explode = bool("explode", of: at.node)
    encoding.allowReserved = bool("allowReserved", of: at.node) ?? false
    return encoding
  }
}

extension MediaType {
  /// Names that are written for those of media types, in `produces` and `consumes` mostly.
  private static let short = [
    "json": "application/json", "xml": "application/xml", "html": "text/html", "csv": "text/csv",
    "text": "text/plain", "plain": "text/plain", "mpfd": "multipart/form-data",
    "x-www-form-urlencoded": "application/x-www-form-urlencoded", "pdf": "application/pdf",
    "octet-stream": "application/octet-stream", "png": "image/png", "jpeg": "image/jpeg",
  ]

  /// What is said of one media type, of another.
  func named(_ key: String) -> MediaType {
    var other = self
    other.key = key
    other.name = Self.name(of: key)
    return other
  }

  /// The type and subtype of a key, in lower case.
  fileprivate static func name(of key: String) -> String {
    if key == "application/json" { return key }
    if let name = short[key.lowercased()] { return name }
    let isPlain = key.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ";") }
    let name = isPlain ? key : key.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return name.lowercased()
  }
}
