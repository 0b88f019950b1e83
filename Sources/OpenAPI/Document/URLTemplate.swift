/// A path, or the address of a server, with `{name}` in it (OAS 3.1 §4.8.5.1, §4.8.8.2).
///
///     URLTemplate("/users/{id}").pieces  // [.text("/users/"), .name("id")]
package struct URLTemplate {
  package enum Piece: Equatable, Sendable {
    case text(String)
    /// What stands in braces.
    case name(String)
  }

  package private(set) var pieces: [Piece] = []

  package init(_ text: String) {
    // Bytes, since a mark after a brace makes another character of the two.
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open != rest.startIndex { pieces.append(.text(Self.string(rest[..<open]))) }
      pieces.append(.name(Self.string(rest[(open + 1)..<close])))
      rest = rest[(close + 1)...]
    }
    if !rest.isEmpty { pieces.append(.text(Self.string(rest))) }
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  package var names: [String] {
    pieces.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// The text with something else for each name and its braces; nil where there is nothing for one.
  package func replacingNames(_ replacement: (String) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .name(let name):
        guard let value = replacement(name) else { return nil }
        text += value
      }
    }
    return text
  }
}
