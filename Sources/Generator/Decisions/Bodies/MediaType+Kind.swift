import Foundation
import OpenAPI
import Syntax

/// What media types are for.
extension MediaType {
  /// How the elements of a sequential media type are told apart (OAS 3.2 §4.14.3.1).
  enum Framing {
    case events, jsonLines, jsonSequence
  }

  /// Nil for a media type that is read as a whole.
  var framing: Framing? {
    switch name {
    case "application/json": nil
    case "text/event-stream": .events
    case "application/jsonl", "application/x-jsonl", "application/jsonlines",
      "application/x-jsonlines", "application/json-lines", "application/ndjson",
      "application/x-ndjson", "application/stream+json", "application/x-json-stream":
      .jsonLines
    // RFC 7464 §4, and RFC 8142 for those that end in `+json-seq`.
    case _ where name.hasSuffix("/json-seq") || name.hasSuffix("+json-seq"): .jsonSequence
    default: nil
    }
  }

  /// Whether it says nothing of what comes: `*/*`, and what is no media type at all.
  var isAny: Bool { name == "*/*" || !name.contains(UInt8(ascii: "/")) }

  /// What an answer of this type is asked for by (RFC 9110 §12.5.1), spelled as in the description:
  /// some servers tell versions apart by it. Its parameters may say which version is meant; the
  /// encoding of a text is read as it comes.
  var accepted: String {
    if !name.contains(UInt8(ascii: "/")) { return "*/*" }
    let name = spelling
    if !key.contains(UInt8(ascii: ";")) { return name }
    let parameters = key.split(separator: ";").dropFirst()
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.isParameter && !$0.lowercased().hasPrefix("charset=") }
    return ([name] + parameters).joined(separator: "; ")
  }

  /// The name as the description spells it, which knows more of words.
  private var spelling: String {
    // Most are.
    if key == name { return name }
    let spelled = key.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return spelled.lowercased() == name ? spelled : name
  }

  /// Whether it only writes down a value, as JSON does, in another way: it is not a document of its
  /// own, such as a table or an image of the same data.
  var isSerialization: Bool {
    let formats = ["json", "xml", "yaml", "yml", "cbor", "edn", "protobuf", "msgpack"]
    return framing == nil
      && (isJSON || name == "text/plain" || isAny
        || Identifier.words(of: name).contains { formats.contains($0.lowercased()) })
  }

  /// Whether a value with properties or items can but be JSON in it: any type, and one of an
  /// application's own that does not say how it is written, such as
  /// `application/vnd.github.object`.
  var leavesOpenHow: Bool {
    if isAny || name == "application/*" { return true }
    guard name.hasPrefix("application/"), framing == nil, !isJSON, !isForm else { return false }
    return Identifier.words(of: name).allSatisfy { !Self.formats.contains($0.lowercased()) }
  }

  /// Whether it is of files, which no value with properties or items is written as.
  var isOfFiles: Bool {
    ["audio/", "font/", "image/", "video/"].contains { name.hasPrefix($0) }
      || Identifier.words(of: name).contains { Self.files.contains($0.lowercased()) }
  }

  /// What media types of applications are called after that are no JSON.
  private static let formats = files.union([
    "avro", "bson", "cbor", "csv", "edn", "html", "jose", "jwe", "jws", "jwt", "msgpack", "proto",
    "protobuf", "sql", "xhtml", "xml", "yaml", "yml",
  ])

  /// Those of them that are of files.
  private static let files: Set<String> = [
    "excel", "gzip", "octet", "openxmlformats", "parquet", "pdf", "tar", "zip",
  ]

  /// The documents of Office Open XML, by the names that their files end in.
  private static let officeDocuments = Dictionary(
    uniqueKeysWithValues: [
      ("wordprocessingml.document", "Docx"), ("presentationml.presentation", "Pptx"),
      ("spreadsheetml.sheet", "Xlsx"),
    ].map { ("application/vnd.openxmlformats-officedocument." + $0, $1) })

  /// What it is for, in one word or a few: `JSON`, `Events`, `Zip`, `ImagePng`.
  var kindName: String {
    switch framing {
    case .events: return "Events"
    case .jsonLines: return "JSONLines"
    case .jsonSequence: return "JSONSequence"
    case nil: break
    }
    switch name {
    case "application/json": return "JSON"
    case "application/x-www-form-urlencoded": return "Form"
    case "multipart/form-data": return "Multipart"
    case "text/plain": return "Text"
    case "application/octet-stream": return "Binary"
    case "application/xml", "text/xml": return "XML"
    default: break
    }
    if let document = Self.officeDocuments[name] { return document }
    // That it is a vendor's (RFC 6838 §3.2) or not registered says nothing of what it is for.
    let general =
      ["application/vnd.", "application/x-", "application/", "text/"]
      .first { name.hasPrefix($0) } ?? ""
    // `application/merge-patch+json` is one of several that are JSON, and says what it means.
    let isJSON = name.hasPrefix("application/") && name.hasSuffix("+json")
    let specific = String(spelling.dropFirst(general.count).dropLast(isJSON ? 5 : 0))
    // A wildcard has no name but that of its general type.
    let wished = [specific, name].first { !Identifier.words(of: $0).isEmpty }
    return wished.map(Identifier.type) ?? "Other"
  }
}

extension String {
  /// Whether it is a parameter of a media type that can stand in a header (RFC 9110 §5.6.6).
  fileprivate var isParameter: Bool {
    guard let equals = firstIndex(of: "="), self[..<equals].isToken else { return false }
    let value = self[index(after: equals)...]
    if value.isToken { return true }
    let text = value.dropFirst().dropLast()
    return value.count > 1 && value.first == "\"" && value.last == "\""
      && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && ![0x22, 0x5C].contains($0) }
  }
}
