import OpenAPI

/// What discriminators are in the objects that they tell apart (OAS 3.1 §4.8.25).
extension APIBuilder {
  /// Fills in the discriminator of each object that has only one value of it, wherever it is a branch:
  /// nobody needs to write it.
  mutating func fillInTags() {
    for (path, tags) in findTags() {
      guard case .object(var object)? = declarations[path]?.kind else { continue }
      for index in object.properties.indices {
        let property = object.properties[index]
        guard let values = tags[property.key], values.count == 1, let value = values.first,
          property.presence == .required, property.defaultValue == nil
        else { continue }
        object.properties[index].defaultValue = literal(value, as: property.type)
      }
      declarations[path]?.kind = .object(object)
    }
  }

  /// The values of each discriminator of an object, by its path.
  private func findTags() -> [[String]: [String: Set<String>]] {
    var tags: [[String]: [String: Set<String>]] = [:]
    for path in order {
      guard case .union(let union)? = declarations[path]?.kind else { continue }
      for item in union.cases {
        guard case .named(let branch) = item.type, let (key, values) = item.shape.tag
        else { continue }
        tags[branch, default: [:]][key, default: []].formUnion(values)
      }
    }
    return tags
  }

  /// A string as Swift, where it is one of a type: an enumeration has others than it lists.
  func literal(_ value: String, as type: SwiftType) -> String? {
    switch type {
    case .string: return value.literal
    case .named(let path):
      guard case .enumeration(let values)? = declarations[path]?.kind else { return nil }
      if let known = values.cases.first(where: { $0.text == value }) { return ".\(known.name)" }
      return values.type == .string ? ".init(\(value.literal))" : nil
    default: return nil
    }
  }
}
