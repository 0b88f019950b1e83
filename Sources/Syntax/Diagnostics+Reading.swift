extension Diagnostics {
  /// Reads a file, in whatever encoding it is. What the reader finds, and then what it throws, is
  /// added; after an error the answer is nil.
  mutating func reading(
    _ bytes: [UInt8], file: Int32,
    _ read: (SourceText, _ found: inout [Diagnostic]) throws(Diagnostic) -> Node
  ) -> Node? {
    var found: [Diagnostic] = []
    var node: Node?
    do throws(Diagnostic) {
      // A place counts in 32 bits.
      guard bytes.count < Int32.max else {
        throw Diagnostic("the file is larger than 2 GB; split it", at: .start(ofFile: file))
      }
      node = try bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) -> Node in
        if let kind = OtherFile(bytes) {
          throw Diagnostic(
            "the file is \(kind.rawValue), expected YAML or JSON; \(kind.advice)",
            at: .start(ofFile: file))
        }
        guard let utf8 = Encoding.utf8(of: bytes, file: file, &found) else {
          return try read(SourceText(bytes, file: file), &found)
        }
        return try utf8.withUnsafeBufferPointer { utf8 throws(Diagnostic) -> Node in
          try read(SourceText(utf8, file: file), &found)
        }
      }
    } catch {
      found.append(error)
    }
    for diagnostic in found { add(diagnostic) }
    return found.contains { $0.severity == .error } ? nil : node
  }
}
