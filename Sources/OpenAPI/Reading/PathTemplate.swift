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
    let pieces = path.split(separator: "{", omittingEmptySubsequences: false).enumerated().map {
      guard $0 > 0, let close = $1.firstIndex(of: "}"), let name = names[String($1[..<close])]
      else { return String($1) }
      return name + $1[close...]
    }
    return pieces.joined(separator: "{")
  }

  /// A name without the operators of RFC 6570 (§3.2), which some write: `;id*` is `id`.
  static func plain(_ name: String) -> String {
    var plain = name[...]
    if let first = plain.first, "+#./;?&".contains(first) { plain.removeFirst() }
    if plain.last == "*" { plain.removeLast() }
    return String(plain)
  }
}
