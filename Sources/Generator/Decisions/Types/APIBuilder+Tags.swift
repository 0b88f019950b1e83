import OpenAPI
import Syntax

/// What discriminators are in the objects that they tell apart (OAS 3.1 §4.8.25).
extension APIBuilder {
  /// Fills in the discriminator of each object that has only one value of it, wherever it is a
  /// branch: nobody needs to write it.
  mutating func fillInTags() {
    markTagsOfAPI()
    for (path, tags) in findTags() {
      guard case .object(let object)? = declarations[path]?.kind else { continue }
      for property in object.properties {
        guard let values = tags[property.key], values.count == 1, let value = values.first,
          property.presence == .required, property.defaultValue == nil
        else { continue }
        property.defaultValue = literal(Scalar(value, isQuoted: true), as: property.type)
      }
    }
  }

  private mutating func markTagsOfAPI() {
    for path in order {
      guard case .union(var union)? = declarations[path]?.kind, union.isTagged else { continue }
      for index in union.cases.indices {
        let item = union.cases[index]
        guard let key = item.shape.tag?.key, let type = item.content.type else { continue }
        union.cases[index].isTaggedByAPI = leads(type) { isReadOnly(key, in: $0) }
      }
      declarations[path]?.kind = .union(union)
    }
  }

  /// Whether a property is only read, where the type is an object.
  private func isReadOnly(_ key: String, in path: TypePath) -> Bool {
    guard case .object(let object)? = declarations[path]?.kind else { return false }
    return object.properties.contains { $0.key == key && $0.isReadOnly }
  }

  /// The values of each discriminator of an object, by its path.
  private func findTags() -> [TypePath: [String: Set<String>]] {
    var tags: [TypePath: [String: Set<String>]] = [:]
    for path in order {
      guard case .union(let union)? = declarations[path]?.kind else { continue }
      for item in union.cases {
        guard case .value(.named(let branch)) = item.content, let (key, values) = item.shape.tag
        else { continue }
        tags[branch, default: [:]][key, default: []].formUnion(values)
      }
    }
    return tags
  }
}
