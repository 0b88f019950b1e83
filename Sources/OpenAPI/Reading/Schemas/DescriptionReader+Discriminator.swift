import Syntax

/// The Discriminator Object (OAS 3.1 §4.8.25).
extension DescriptionReader {
  mutating func readDiscriminator(_ at: Located) -> Discriminator? {
    let node = at.node
    // In Swagger 2.0 it is the name alone.
    guard let name = node.text ?? string("propertyName", of: node) else {
      warn(node, "`discriminator`", expected: "a mapping with `propertyName`")
      return nil
    }
    let mapping = entries(of: at["mapping"], "`mapping`")
    return Discriminator(
      propertyName: name,
      mapping: mapping.compactMap { entry in
        readVariant(entry.value).map {
          Discriminator.Variant(value: entry.key, schema: $0, place: entry.keyPlace)
        }
      },
      defaultMapping: at["defaultMapping"].flatMap { readVariant($0) }, place: node.place)
  }

  /// Adds `defaultMapping` to the branches, which need not list it (OAS 3.2 §4.25.1).
  func finishBranches(_ schema: inout Schema) {
    guard let other = schema.discriminator?.defaultMapping,
      !(schema.oneOf + schema.anyOf).contains(other)
    else { return }
    if !schema.oneOf.isEmpty {
      schema.oneOf.append(other)
    } else if !schema.anyOf.isEmpty {
      schema.anyOf.append(other)
    }
  }

  /// The schema that a value names: a component, or else what a reference leads to.
  private mutating func readVariant(_ at: Located) -> Schema.ID? {
    guard let text = at.node.text else {
      warn(at.node, "a schema of the discriminator", expected: "its name or a reference")
      return nil
    }
    let components = root["components"]?["schemas"]
    let isName = components?.node[text] != nil
    let reference = isName ? "#/components/schemas/" + JSONPointer.escape(text) : text
    do throws(ReferenceProblem) {
      let target = try target(of: reference, at: at.node.place, from: isName ? 0 : at.resource)
      return schemaID(of: target, at: at.node.place)
    } catch {
      var problem = error.message(of: text)
      if case .unreadable = error, Self.looksLikeName(text) {
        let names = components?.node.entries?.map(\.key) ?? []
        let meant = suggestion(for: text, among: names)
        problem = "no schema is called '\(text)'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
      }
      diagnostics.warning(
        problem + "; the value is left out of the discriminator", at: at.node.place)
      return nil
    }
  }

  /// Whether it is meant for the name of a component more probably than for that of a file.
  private static func looksLikeName(_ text: String) -> Bool {
    !text.contains("/") && ![".json", ".yaml", ".yml"].contains { text.hasSuffix($0) }
  }
}
