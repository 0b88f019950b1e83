/// Reads a file as JSON where its name ends in `.json`, and as YAML otherwise, and registers its
/// name for the places in it. Nil after an error, which is added to the diagnostics.
///
/// What is named so and is only YAML, with its comments, quotes and commas, is read as that: with a
/// warning at the place where JSON ends.
package func readDocument(
  _ bytes: [UInt8], named name: String, into diagnostics: inout Diagnostics
) -> Node? {
  let file = diagnostics.addFile(name)
  guard name.lowercased().hasSuffix(".json") else {
    return YAMLReader.read(bytes, file: file, into: &diagnostics)
  }
  var inYAML = diagnostics
  if let node = JSONReader.read(bytes, file: file, into: &diagnostics) { return node }
  guard let error = diagnostics.all.last(where: { $0.severity == .error }) else { return nil }
  inYAML.warning(error.message + "; the file is read as YAML, which allows it", at: error.place)
  // Any text is a scalar.
  guard let node = YAMLReader.read(bytes, file: file, into: &inYAML), node.scalar == nil else {
    return nil
  }
  diagnostics = inYAML
  return node
}
