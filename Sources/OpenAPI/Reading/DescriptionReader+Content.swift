import Syntax

/// Media types, and how the parts of forms are written (OAS 3.1 §4.8.14, §4.8.15).
extension DescriptionReader {
  mutating func readContent(of owner: Located) -> [MediaType] {
    entries(of: owner["content"], "`content`").compactMap { entry in
      guard !entry.isExtension else { return nil }
      // From OpenAPI 3.2 on a media type may be a reference.
      var mediaType = readShared(entry.value, once: mediaTypes) { $0.readMediaType($1) }
      mediaType?.key = entry.key
      mediaType?.name = MediaType.name(of: entry.key)
      mediaType?.place = entry.keyPlace
      return mediaType
    }
  }

  /// A media type, whose name its key says.
  private mutating func readMediaType(_ at: Located) -> MediaType {
    if at.node.mapping == nil, !at.node.isNull {
      warn(at.node, "a media type", expected: "a mapping", "it says nothing")
    }
    for key in ["prefixEncoding", "itemEncoding"] {
      guard let value = at[key] else { continue }
      warn(value.node, "`\(key)`", expected: "`encoding`, the one that apigen reads")
    }
    return MediaType(
      name: "", key: "", schema: at["schema"].map { readSchema($0) },
      itemSchema: at["itemSchema"].map { readSchema($0) }, encoding: readEncoding(of: at),
      place: at.node.place)
  }

  private mutating func readEncoding(of mediaType: Located) -> [MediaType.Encoding] {
    entries(of: mediaType["encoding"], "`encoding`").map { entry in
      let node = entry.value.node
      var encoding = MediaType.Encoding(
        name: entry.key, contentType: string("contentType", of: node), place: entry.keyPlace)
      encoding.headers = readHeaders(of: entry.value)
      encoding.style = readStyle(of: node)
      encoding.explode = bool("explode", of: node)
      encoding.allowReserved = bool("allowReserved", of: node) ?? false
      return encoding
    }
  }

  private mutating func readStyle(of node: Node) -> Parameter.Style? {
    guard let text = string("style", of: node) else { return nil }
    let style = Parameter.Style(rawValue: text)
    if style == nil {
      diagnostics.warning(
        "found `style: \(text)`, expected one such as form; it is left out",
        at: node["style"]?.place ?? node.place)
    }
    return style
  }
}

extension MediaType {
  /// The type and subtype of a key, in lower case.
  fileprivate static func name(of key: String) -> String {
    let isPlain = key.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ";") }
    let name = isPlain ? key : key.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return name.lowercased()
  }
}
