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
        guard let key = union.cases[index].shape.tag?.key else { continue }
        union.cases[index].isTaggedByAPI = isReadOnly(key, in: union.cases[index].type)
      }
      declarations[path]?.kind = .union(union)
    }
  }

  /// Whether a property is only read, in an object or in any kind of it.
  private func isReadOnly(_ key: String, in type: SwiftType) -> Bool {
    var seen: Set<TypePath> = []
    var pending = [type]
    while let type = pending.popLast() {
      guard case .named(let path) = type, seen.insert(path).inserted else { continue }
      switch declarations[path]?.kind {
      case .object(let object)?:
        if object.properties.contains(where: { $0.key == key && $0.isReadOnly }) { return true }
      case .union(let union)?: pending += union.cases.map(\.type)
      default: continue
      }
    }
    return false
  }

  /// The values of each discriminator of an object, by its path.
  private func findTags() -> [TypePath: [String: Set<String>]] {
    var tags: [TypePath: [String: Set<String>]] = [:]
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
}
