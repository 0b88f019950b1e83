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
