/// A set of which most have few members: these are compared one by one, which takes less than
/// hashing them does.
struct FewOrMany<Member: Hashable> {
  private static var mostCompared: Int { 16 }

  private var few: [Member] = []
  /// All of them, once there are too many to compare.
  private var many: Set<Member> = []

  /// How many there will probably be.
  private var expected = 0

  init() {}

  init(_ members: [Member]) {
    expect(members.count)
    for member in members { insert(member) }
  }

  /// Reserves room for so many more, once there are too many to compare.
  mutating func expect(_ count: Int) { expected += count }

  func contains(_ member: Member) -> Bool {
    many.isEmpty ? few.contains(member) : many.contains(member)
  }

  /// Whether it was not among them before.
  @discardableResult
  mutating func insert(_ member: Member) -> Bool {
    if !many.isEmpty { return many.insert(member).inserted }
    if few.contains(member) { return false }
    // Most need no more.
    if few.isEmpty { few.reserveCapacity(Self.mostCompared / 2) }
    few.append(member)
    if few.count > Self.mostCompared {
      many = Set(minimumCapacity: max(expected, 2 * few.count))
      many.formUnion(few)
      few = []
    }
    return true
  }
}

extension FewOrMany: Sendable where Member: Sendable {}

extension Array where Element: Hashable {
  /// Each once, in their order.
  var unique: [Element] {
    if count < 2 { return self }
    var seen = FewOrMany<Element>()
    return filter { seen.insert($0) }
  }
}
