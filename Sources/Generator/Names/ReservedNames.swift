/// Names that nothing may have in one place of the output.
struct ReservedNames: ExpressibleByArrayLiteral {
  private var names = FewOrMany<String>()
  /// Which lengths and first letters they have, as bits: by these most names are told from all of
  /// them, without being hashed.
  private var forms = SIMD4<UInt64>()

  init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  init(arrayLiteral names: String...) { self.init(names) }

  func contains(_ name: String) -> Bool {
    let form = Self.form(of: name)
    return forms[form / 64] >> (form % 64) & 1 == 1 && names.contains(name)
  }

  func union(_ others: [String]) -> ReservedNames {
    var all = self
    for name in others { all.insert(name) }
    return all
  }

  private mutating func insert(_ name: String) {
    names.insert(name)
    forms[Self.form(of: name) / 64] |= 1 << (Self.form(of: name) % 64)
  }

  private static func form(of name: String) -> Int {
    Int(name.utf8.first ?? 0) % 32 * 8 + name.utf8.count % 8
  }
}
