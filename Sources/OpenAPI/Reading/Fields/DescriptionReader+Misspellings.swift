import Syntax

/// Fields that are not OpenAPI's, and are written nearly like one that is: what they say is left
/// out, and nobody who wrote it wants that.
extension DescriptionReader {
  /// How many different words are looked at: a description may have any number.
  private static let mostMisspellings = 1_000

  /// An object with its fields as OpenAPI spells them, where they differ by case or a plural alone.
  /// Tells of those that are probably meant to be others too, and are left out.
  mutating func corrected(_ at: Located, _ known: FieldNames) -> Located {
    guard let entries = at.node.entries,
      !entries.allSatisfy({
        known.contains($0.key) || $0.key.hasPrefix("x-") && !Self.isMeantForOptions($0.key)
      })
    else { return at }
    var mapping = Mapping()
    for var entry in entries {
      if !known.contains(entry.key) {
        correct(&entry, known, beside: at.node)
      }
      if let first = mapping.insert(entry) {
        diagnostics.warning(
          "found `\(entry.key)` twice, expected it once; the first counts", at: entry.keyPlace,
          notes: [("the one that counts", first.keyPlace)])
      }
    }
    return Located(node: Node(.mapping(mapping), at: at.node.place), resource: at.resource)
  }

  /// Gives a field that is none of those known the name that it is meant to have, where that says
  /// nothing yet. True where it has one now.
  @discardableResult
  mutating func correct(
    _ entry: inout Mapping.Entry, _ known: FieldNames, beside owner: Node
  ) -> Bool {
    if entry.key.hasPrefix("x-") {
      reportOptions(entry, areRead: known.contains("x-apigen"))
      return false
    }
    guard let same = known.byForm[FieldNames.form(of: entry.key)], owner[same] == nil else {
      checkField(entry, known)
      return false
    }
    diagnostics.warning(
      "found '\(entry.key)', expected '\(same)'; it is read so", at: entry.keyPlace)
    entry.key = same
    return true
  }

  /// A description of Swagger 2.0 with its fields as that spells them.
  mutating func correctedSwagger2(_ root: Node) -> Node {
    let root = corrected(root, Fields.swagger2)
    guard var mapping = root.mapping else { return root }
    for name in ["paths", "x-ms-paths"] {
      guard let position = mapping.position(of: name) else { continue }
      let paths = mergedPaths(mapping.entries[position].value).mappingValues { item in
        item.mappingEntries { $0 == "parameters" ? $1 : correctedOperation($1) }
      }
      mapping.replaceValue(at: position, with: paths)
    }
    return Node(.mapping(mapping), at: root.place)
  }

  private mutating func correctedOperation(_ operation: Node) -> Node {
    corrected(operation, Fields.swagger2Operation).mappingEntries { name, value in
      switch name {
      case "parameters":
        let items = value.sequence?.map { corrected($0, Fields.swagger2Parameter) }
        return items.map { Node(.sequence($0), at: value.place) } ?? value
      case "responses": return value.mappingValues { corrected($0, Fields.swagger2Response) }
      default: return value
      }
    }
  }

  mutating func corrected(_ node: Node, _ known: FieldNames) -> Node {
    corrected(Located(node: node, resource: 0), known).node
  }

  /// Tells of a field that is none of those known, where it is probably meant to be one of them.
  private mutating func checkField(_ entry: Mapping.Entry, _ known: FieldNames) {
    guard let meant = meaning(of: entry.key, among: known) else { return }
    diagnostics.warning(
      "found '\(entry.key)', which is not a field here and is left out; did you mean '\(meant)'?",
      at: entry.keyPlace)
  }

  /// What a field that is none of those known is probably meant to be.
  mutating func meaning(of word: String, among known: FieldNames) -> String? {
    let key = Misspelling(word: word, known: ObjectIdentifier(known))
    if let meaning = misspellings[key] { return meaning }
    guard misspellings.count < Self.mostMisspellings else { return nil }
    // Many words of three letters are one edit away from another.
    let meaning = nearest(to: word, among: known.all.filter { $0.utf8.count > 3 }, within: 2)
    misspellings.updateValue(meaning, forKey: key)
    return meaning
  }
}

/// A word that is no field of one kind of object.
struct Misspelling: Hashable {
  let word: String
  let known: ObjectIdentifier
}
