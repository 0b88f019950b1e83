extension String {
  /// Whether this is a token (RFC 9110 §5.6.2), as the names of methods and headers are.
  package var isToken: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  /// A name as messages show it: escaped, between quotes, where it is no token.
  package var shownName: String { isToken ? self : debugDescription }
}
