/// A set of which most have few members: these are compared one by one, which takes less than hashing
/// them does.
struct FewOrMany<Member: Hashable> {
  private static var mostCompared: Int { 16 }

  private var few: [Member] = []
  /// All of them, once there are too many to compare.
  private var many: Set<Member> = []

  init() {}

  init(_ members: [Member]) {
    for member in members { insert(member) }
  }

  func contains(_ member: Member) -> Bool {
    many.isEmpty ? few.contains(member) : many.contains(member)
  }

  /// Whether it was not among them before.
  @discardableResult
  mutating func insert(_ member: Member) -> Bool {
    if !many.isEmpty { return many.insert(member).inserted }
    if few.contains(member) { return false }
    // Once, and not each time that it has grown to twice its size.
    if few.count == 1 { few.reserveCapacity(Self.mostCompared + 1) }
    few.append(member)
    if few.count > Self.mostCompared {
      many = Set(few)
      few = []
    }
    return true
  }
}

extension FewOrMany: Sendable where Member: Sendable {}
