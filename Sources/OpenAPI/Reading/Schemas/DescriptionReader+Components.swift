import Syntax

/// The schemas of the Components Object (OAS 3.1 §4.8.7).
extension DescriptionReader {
  /// All of them.
  mutating func readComponents() {
    for entry in componentSchemas() {
      let schema = addSchema(entry.value)
      schemaIDs[.component(entry.key)] = schema
      document.components.append(
        Document.Component(name: entry.key, schema: schema, place: entry.keyPlace))
    }
  }

  /// Those that what was read leads to. A base with a discriminator leads to the schemas that are
  /// composed of it (OAS 3.1 §4.8.25.2).
  mutating func readReachedComponents() {
    let entries = componentSchemas()
    let heirs = heirs(among: entries)
    var visited = 0
    while visited < document.schemas.count {
      let new = document.schemas[visited...].filter { $0.discriminator != nil }
      visited = document.schemas.count
      for heir in new.flatMap({ heirs[$0.place] ?? [] }) {
        _ = schemaID(of: heir, at: heir.located.node.place)
      }
      readSchemas()
    }
    for entry in entries {
      guard let schema = schemaIDs[.component(entry.key)] else { continue }
      document.components.append(
        Document.Component(name: entry.key, schema: schema, place: entry.keyPlace))
    }
  }

  /// The components that are an `allOf` of another, by the place of that.
  private func heirs(among components: Located.Entries) -> [Place: [Target]] {
    var bases: [String: Place] = [:]
    for entry in components {
      bases[Target.Key.component(entry.key).fragment] = entry.value.node.place
    }
    var heirs: [Place: [Target]] = [:]
    for entry in components {
      for branch in entry.value.node["allOf"]?.sequence ?? [] {
        guard let base = branch["$ref"]?.text.flatMap({ bases[$0] }) else { continue }
        heirs[base, default: []].append(
          Target(located: entry.value, key: .component(entry.key)))
      }
    }
    return heirs
  }

  private mutating func componentSchemas() -> Located.Entries {
    entries(of: root["components"]?["schemas"], "the schemas of the components")
  }
}
