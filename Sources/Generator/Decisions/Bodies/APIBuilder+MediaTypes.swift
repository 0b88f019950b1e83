import OpenAPI

/// Which of the media types that a description offers are worth a choice.
extension APIBuilder {
  /// The media types less those that only write the same value in another way. `application/json`
  /// is the first.
  mutating func distinct(_ content: [MediaType]) -> [MediaType] {
    let json = content.filter { $0.name == "application/json" }
    var kept: [MediaType] = []
    for media in json + content.filter({ $0.name != "application/json" }) {
      if !kept.contains(where: { saysTheSame(media, as: $0) }) { kept.append(media) }
    }
    return kept
  }

  /// Whether a media type carries nothing that another one does not. Types of their own, such as
  /// `application/merge-patch+json`, mean something else by the same value.
  private mutating func saysTheSame(_ media: MediaType, as other: MediaType) -> Bool {
    // RFC 7303 §9.2.
    let xml = ["application/xml", "text/xml"]
    let isOne = media.name == other.name || xml.contains(media.name) && xml.contains(other.name)
    // To compare the schemas takes longer.
    guard isOne || other.name == "application/json", schemas.isSame(media.schema, other.schema)
    else { return false }
    if isOne { return true }
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
