extension StringProtocol {
  /// Whether it is a token (RFC 9110 §5.6.2), as the names of headers are.
  package var isToken: Bool {
    !isEmpty
      && utf8.allSatisfy {
        (0x21..<0x7F).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0)
      }
  }
}

/// Questions about the bytes of a text in UTF-8, which are put to all of them in one piece: to go
/// from index to index through a string takes ten times as long.
extension String {
  /// Whether a character of ASCII is in it.
  package func contains(_ byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }

  /// How often a character of ASCII is in it.
  package func count(of byte: UInt8) -> Int {
    utf8.withContiguousStorageIfAvailable { $0.count { $0 == byte } } ?? utf8.count { $0 == byte }
  }
}
