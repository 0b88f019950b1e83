import OpenAPI

/// Whether two schemas ask for the same.
extension Schemas {
  /// Generators of descriptions write a schema anew for every media type and every header: what is
  /// said twice is not two types.
  mutating func isSame(_ first: Schema.ID?, _ second: Schema.ID?) -> Bool {
    var compared: Set<Overlap> = []
    return isSame(first, second, 0, &compared)
  }

  /// - Parameter compared: The pairs that were looked at, or are being: one that differs ends all.
  private mutating func isSame(
    _ first: Schema.ID?, _ second: Schema.ID?, _ depth: Int, _ compared: inout Set<Overlap>
  ) -> Bool {
    guard let first, let second, depth < Self.mostLevels else { return first == second }
    if first == second || target(of: first) == target(of: second) { return true }
    guard compared.insert(Overlap(first, second)).inserted else { return true }
    let (one, other) = (shape(of: first), shape(of: second))
    guard one.isNullable == other.isNullable else { return false }
    switch (one.shape, other.shape) {
    case (.primitive(let one), .primitive(let other)): return one == other
    case (.array(let one), .array(let other)), (.dictionary(let one), .dictionary(let other)):
      return isSame(one, other, depth + 1, &compared)
    case (.enumeration(let one), .enumeration(let other)):
      return one.type == other.type && one.values.map(\.scalar) == other.values.map(\.scalar)
    case (.union(let one), .union(let other)):
      return one.core == other.core && one.branches.count == other.branches.count
        && zip(one.branches, other.branches).allSatisfy { haveSameBranch($0, $1, depth, &compared) }
    case (.object, .object): return haveSameMembers(first, second, depth, &compared)
    default: return false
    }
  }

  private mutating func haveSameBranch(
    _ first: Shape.Branch, _ second: Shape.Branch, _ depth: Int, _ compared: inout Set<Overlap>
  ) -> Bool {
    switch (first, second) {
    case (.schema(let one), .schema(let other)): isSame(one, other, depth + 1, &compared)
    case (.type(let one), .type(let other)): one == other
    default: false
    }
  }

  private mutating func haveSameMembers(
    _ first: Schema.ID, _ second: Schema.ID, _ depth: Int, _ compared: inout Set<Overlap>
  ) -> Bool {
    let (one, other) = (members(of: first), members(of: second))
    return one.count == other.count
      && zip(one, other).allSatisfy {
        $0.property.name == $1.property.name && $0.isRequired == $1.isRequired
          && isSame($0.property.schema, $1.property.schema, depth + 1, &compared)
      }
  }
}
