import OpenAPI

/// Which of the media types that a description offers are worth a choice.
extension APIBuilder {
  /// The media types less those that only write the same value in another way. `application/json`
  /// is the first.
  mutating func distinct(_ content: [MediaType]) -> [MediaType] {
    let json = content.filter { $0.name == "application/json" }
    var kept: [MediaType] = []
    // Where those of each name are among them.
    var positions: [String: [Int]] = [:]
    for media in json + content.filter({ $0.name != "application/json" }) {
      let name = media.isXML ? "application/xml" : media.name
      let rivals = positions["application/json", default: []] + positions[name, default: []]
      if rivals.contains(where: { saysTheSame(media, as: kept[$0]) }) { continue }
      positions[name, default: []].append(kept.count)
      kept.append(media)
    }
    return kept
  }

  /// Whether a media type carries nothing that another one does not, which has its name or is JSON.
  /// Types of their own, such as `application/merge-patch+json`, mean something else by the same
  /// value.
  private mutating func saysTheSame(_ media: MediaType, as other: MediaType) -> Bool {
    guard schemas.isSame(media.schema, other.schema) else { return false }
    if media.name == other.name || media.isXML && other.isXML { return true }
    switch media.name {
    case "application/x-www-form-urlencoded", "text/json", "application/yaml", "application/x-yaml",
      "text/yaml", "text/x-yaml":
      return true
    case _ where media.isMultipart:
      // What is left open may hold files, which JSON cannot.
      return media.schema.map { !carriesFiles($0) && !isOpen(schemas.target(of: $0)) } ?? false
    // What nothing is said of may be any text, and JSON may have to keep other rules.
    case _ where media.name.hasPrefix("text/"):
      guard let schema = media.schema, let json = other.schema else { return false }
      return rules(for: schema) == rules(for: json)
    default: return media.isRange || media.name.hasSuffix("xml")
    }
  }
}

extension MediaType {
  /// Whether it is one of the two names of XML (RFC 7303 §9.2).
  fileprivate var isXML: Bool { ["application/xml", "text/xml"].contains(name) }
}
