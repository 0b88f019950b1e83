/// Names that nothing may have in one place of the output.
struct ReservedNames: ExpressibleByArrayLiteral {
  private let names: Set<String>
  /// How long the longest is: what is longer, as most names are, need not be looked up.
  private let longest: Int

  init(_ names: some Sequence<String>) {
    self.names = Set(names)
    longest = self.names.reduce(0) { max($0, $1.utf8.count) }
  }

  init(arrayLiteral names: String...) { self.init(names) }

  func contains(_ name: String) -> Bool { name.utf8.count <= longest && names.contains(name) }

  func union(_ others: [String]) -> ReservedNames { ReservedNames(names.union(others)) }
}
