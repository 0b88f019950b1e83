import OpenAPI

/// Whether two schemas ask for the same.
extension Schemas {
  /// Generators of descriptions write a schema anew for every media type and every header: what is
  /// said twice is not two types.
  mutating func isSame(_ first: Schema.ID?, _ second: Schema.ID?, depth: Int = 0) -> Bool {
    guard let first, let second, depth < Self.mostLevels else { return first == second }
    if first == second || chain(of: first).last == chain(of: second).last { return true }
    let (one, other) = (shape(of: first), shape(of: second))
    guard one.isNullable == other.isNullable else { return false }
    switch (one.shape, other.shape) {
    case (.primitive(let one), .primitive(let other)): return one == other
    case (.array(let one), .array(let other)), (.dictionary(let one), .dictionary(let other)):
      return isSame(one, other, depth: depth + 1)
    case (.enumeration(let one), .enumeration(let other)):
      return one.type == other.type && one.values.map(\.scalar) == other.values.map(\.scalar)
    case (.union(let one), .union(let other)):
      return one.core == other.core && one.branches.count == other.branches.count
        && zip(one.branches, other.branches).allSatisfy { haveSameBranch($0, $1, depth) }
    case (.object, .object): return haveSameMembers(first, second, depth)
    default: return false
    }
  }

  private mutating func haveSameBranch(
    _ first: Shape.Branch, _ second: Shape.Branch, _ depth: Int
  ) -> Bool {
    switch (first, second) {
    case (.schema(let one), .schema(let other)): isSame(one, other, depth: depth + 1)
    case (.type(let one), .type(let other)): one == other
    default: false
    }
  }

  private mutating func haveSameMembers(
    _ first: Schema.ID, _ second: Schema.ID, _ depth: Int
  ) -> Bool {
    let (one, other) = (members(of: first), members(of: second))
    guard one.count == other.count else { return false }
    for (one, other) in zip(one, other) {
      guard one.property.name == other.property.name, one.isRequired == other.isRequired,
        isSame(one.property.schema, other.property.schema, depth: depth + 1)
      else { return false }
    }
    return true
  }
}
