extension Diagnostics {
  /// Checks the encoding of a file and reads it. What the reader finds, and then what it throws, is
  /// added; after an error the answer is nil.
  mutating func reading(
    _ bytes: [UInt8], file: Int32,
    _ read: (SourceText, _ found: inout [Diagnostic]) throws(Diagnostic) -> Node
  ) -> Node? {
    var found: [Diagnostic] = []
    var node: Node?
    do throws(Diagnostic) {
      node = try bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) -> Node in
        try read(SourceText(bytes, file: file), &found)
      }
    } catch {
      found.append(error)
    }
    for diagnostic in found { add(diagnostic) }
    return found.contains { $0.severity == .error } ? nil : node
  }
}
