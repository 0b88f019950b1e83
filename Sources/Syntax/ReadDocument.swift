/// Reads a file as JSON where its name ends in `.json`, and as YAML otherwise, and registers its
/// name for the places in it. Nil after an error, which is added to the diagnostics.
package func readDocument(
  _ bytes: [UInt8], named name: String, into diagnostics: inout Diagnostics
) -> Node? {
  let file = diagnostics.addFile(name)
  return name.lowercased().hasSuffix(".json")
    ? JSONReader.read(bytes, file: file, into: &diagnostics)
    : YAMLReader.read(bytes, file: file, into: &diagnostics)
}
