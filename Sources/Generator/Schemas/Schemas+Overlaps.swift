import OpenAPI

/// Objects that may be no more than a part of a value.
///
/// A value of `anyOf` may be several of its branches at once, and is read as the one that fits
/// best. So that what the others say is not lost, each such object keeps what it does not name.
extension Schemas {
  /// Two schemas, in no order.
  struct Overlap: Hashable {
    let first: Schema.ID
    let second: Schema.ID

    init(_ one: Schema.ID, _ other: Schema.ID) {
      (first, second) = one.index < other.index ? (one, other) : (other, one)
    }
  }

  /// Objects in rings of different lengths overlap as often as the product of the lengths.
  private static let mostOverlaps = 50_000

  /// Notes what the branches of a choice, and what is inside of them, may be at once.
  mutating func findOverlaps(in choice: Shape.Choice, _ id: Schema.ID) {
    guard choice.discriminator == nil, choice.core == nil else { return }
    let together = Set(layers(of: id).flatMap { self[$0].anyOf })
    let branches = choice.schemas.filter(together.contains)
    var pending: [Overlap] = []
    for (index, one) in branches.enumerated() {
      pending += branches[..<index].map { Overlap(one, $0) }
      // Without recursion: schemas nest as deep as a description wants.
      while let overlap = pending.popLast() {
        let overlap = Overlap(target(of: overlap.first), target(of: overlap.second))
        guard overlap.first != overlap.second, overlaps.count < Self.mostOverlaps,
          overlaps.insert(overlap).inserted
        else { continue }
        pending += inner(of: overlap.first, overlap.second)
      }
    }
  }

  /// What is inside of two schemas that a value may be at once.
  private mutating func inner(of one: Schema.ID, _ other: Schema.ID) -> [Overlap] {
    switch (shape(of: one).shape, shape(of: other).shape) {
    case (.object, .object): return innerOfObjects(one, other)
    case (.object, .dictionary), (.object, .primitive(.json)): partialObjects.append(one)
    case (.dictionary, .object), (.primitive(.json), .object): partialObjects.append(other)
    case (.array(let one?), .array(let other?)), (.dictionary(let one?), .dictionary(let other?)):
      return [Overlap(one, other)]
    case (.union(let choice), _): return choice.schemas.map { Overlap($0, other) }
    case (_, .union(let choice)): return choice.schemas.map { Overlap(one, $0) }
    default: break
    }
    return []
  }

  private mutating func innerOfObjects(_ one: Schema.ID, _ other: Schema.ID) -> [Overlap] {
    if isClosed(one, to: other) || isClosed(other, to: one) { return [] }
    let theirs = members(of: other)
    var others = Dictionary(
      zip(theirs.lazy.map(\.property.name), theirs.indices), uniquingKeysWith: { $1 })
    var inner: [Overlap] = []
    for member in members(of: one) {
      guard let same = others.removeValue(forKey: member.property.name).map({ theirs[$0] })
      else { continue }
      let (mine, theirs) = (member.property.schema, same.property.schema)
      if member.isRequired || same.isRequired, exclude(mine, theirs) { return [] }
      inner.append(Overlap(mine, theirs))
    }
    if !others.isEmpty { partialObjects.append(one) }
    if inner.count < members(of: one).count { partialObjects.append(other) }
    return inner
  }

  /// Whether no value is both of what a property is.
  private mutating func exclude(_ one: Schema.ID, _ other: Schema.ID) -> Bool {
    if shape(of: one).isNullable, shape(of: other).isNullable { return false }
    if case .enumeration(let one) = shape(of: target(of: one)).shape, !one.isOpen,
      case .enumeration(let other) = shape(of: target(of: other)).shape, !other.isOpen
    {
      return Set(one.values.map(\.scalar)).isDisjoint(with: other.values.map(\.scalar))
    }
    shapesOfBranch = 0
    return memberShape(of: one, depth: 0).excludes(memberShape(of: other, depth: 0))
  }

  /// Whether an object must not have something that another has to.
  private mutating func isClosed(_ one: Schema.ID, to other: Schema.ID) -> Bool {
    guard isClosed(one) else { return false }
    let names = Set(members(of: one).map(\.property.name))
    return members(of: other).contains { $0.isRequired && !names.contains($0.property.name) }
  }

  /// Whether an object has no other members than it names.
  mutating func isClosed(_ id: Schema.ID) -> Bool {
    layers(of: id).contains {
      if case .forbidden = self[$0].additionalProperties { true } else { false }
    }
  }
}

extension JSONShape {
  /// Whether no value has both shapes.
  fileprivate func excludes(_ other: JSONShape) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): false
    case (.anyOf(let shapes), _): shapes.allSatisfy { $0.excludes(other) }
    case (_, .anyOf(let shapes)): shapes.allSatisfy { excludes($0) }
    case (.strings(let one), .strings(let other)): Set(one).isDisjoint(with: other)
    case (.integers(let one), .integers(let other)): Set(one).isDisjoint(with: other)
    case (.booleans(let one), .booleans(let other)): Set(one).isDisjoint(with: other)
    default: type != other.type
    }
  }

  /// The type in JSON; nil for several.
  var type: Schema.DataType? {
    switch self {
    case .boolean, .booleans: .boolean
    case .integer, .integers, .number: .number
    case .string, .strings, .date, .calendarDate, .uuid, .base64: .string
    case .array: .array
    case .object, .dictionary, .tagged: .object
    case .null: .null
    case .any, .anyOf: nil
    }
  }
}
