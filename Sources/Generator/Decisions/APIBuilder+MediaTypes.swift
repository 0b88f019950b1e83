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
    guard areSame(media.schema, other.schema) else { return false }
    if media.name == other.name { return true }
    guard other.name == "application/json" else { return false }
    switch media.name {
    case "text/json", "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml":
      return true
    case _ where media.isForm: return !carriesFiles(media)
    // What nothing is said of may be any text.
    case _ where media.name.hasPrefix("text/"): return media.schema != nil
    default: return media.isRange || media.name.hasSuffix("xml")
    }
  }

  /// Whether two schemas describe the same values. Components are only ever themselves.
  private func areSame(_ first: Schema.ID?, _ second: Schema.ID?, depth: Int = 0) -> Bool {
    guard let first, let second else { return first == second }
    if first == second { return true }
    guard depth < 50, componentNames[first] == nil, componentNames[second] == nil else {
      return false
    }
    let (one, two) = (document[first], document[second])
    guard one.place != two.place else { return true }
    let (parts, others) = (one.subschemas, two.subschemas)
    return one.summary == two.summary && parts.count == others.count
      && zip(parts, others).allSatisfy { areSame($0, $1, depth: depth + 1) }
  }
}

/// What a schema says in keywords that hold no schemas.
private struct SchemaSummary: Equatable {
  var types: [Schema.DataType]
  var isNullable: Bool
  /// `format`, `contentMediaType` and `contentEncoding`.
  var formats: [String?]
  var values: [String?]
  var properties: [String]
  var required: [String]
  var constraints: [Constraint]
  /// How many schemas there are of each kind.
  var counts: [Int]
}

extension Schema {
  fileprivate var summary: SchemaSummary {
    SchemaSummary(
      types: types, isNullable: isNullable,
      formats: [format, contentMediaType, contentEncoding],
      values: ((enumValues ?? []) + [constValue].compactMap { $0 }).map(\.text),
      properties: properties.map(\.name), required: required, constraints: constraints,
      counts: [allOf.count, anyOf.count, oneOf.count, prefixItems.count])
  }

  fileprivate var subschemas: [ID?] {
    var others: [ID?] = [reference, items, not]
    if case .schema(let values) = additionalProperties { others.append(values) }
    return others + properties.map(\.schema) + allOf + anyOf + oneOf + prefixItems
  }
}
