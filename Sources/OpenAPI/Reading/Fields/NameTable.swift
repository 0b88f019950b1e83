/// A value for each of a few names, which are asked for again and again.
struct NameTable<Value: Sendable>: Sendable {
  /// Those with one first letter and one length, which are few: so names are not hashed.
  private var alike = [[(name: String, value: Value)]](repeating: [], count: 512)

  init(_ values: some Sequence<(String, Value)>) {
    for (name, value) in values { alike[Self.form(of: name)].append((name, value)) }
  }

  subscript(name: String) -> Value? {
    for entry in alike[Self.form(of: name)] where entry.name == name { return entry.value }
    return nil
  }

  private static func form(of name: String) -> Int {
    Int(name.utf8.first ?? 0) % 32 * 16 + name.utf8.count % 16
  }
}
