/// A path with `{name}` in it (OAS 3.1 §4.8.8.2).
enum PathTemplate {
  /// The names in braces, in their order.
  static func names(in path: String) -> [String] {
    var names: [String] = []
    var rest = path.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { break }
      names.append(String(path[rest.startIndex..<close]))
      rest = rest[close...]
    }
    return names
  }

  /// A path with other names in braces.
  static func renaming(_ names: [String: String], in path: String) -> String {
    var renamed = ""
    var rest = path.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(path[path.utf8.index(after: open)..<close])
      renamed += path[rest.startIndex...open] + (names[name] ?? name)
      rest = rest[close...]
    }
    return renamed + path[rest.startIndex...]
  }

  /// A name without the operators of RFC 6570 (§3.2), which some write: `;id*` is `id`.
  static func plain(_ name: String) -> String {
    var plain = name[...]
    if let first = plain.first, "+#./;?&".contains(first) { plain.removeFirst() }
    if plain.last == "*" { plain.removeLast() }
    return String(plain)
  }
}
