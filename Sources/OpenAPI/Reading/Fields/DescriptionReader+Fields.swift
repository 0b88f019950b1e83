import Syntax

/// Lists and mappings. One that has another type is a warning at its place, and reads as absent or
/// as what it must mean.
extension DescriptionReader {
  private static let largestSize = 3_000_000

  /// The items of a list; none where there is no list. A mapping is the only item of one.
  mutating func items(of list: Located?, _ subject: @autoclosure () -> String) -> [Located] {
    guard let list, let list = inPlace(list, subject()) else { return [] }
    guard let items = list.node.sequence else {
      // What has nothing in it says nothing, whatever it is: PHP writes `[]` for `{}`.
      if list.node.isEmptyCollection { return [] }
      let isItem = list.node.mapping != nil
      warn(
        list.node, subject(), expected: "a list",
        isItem ? "it is read as the only item of one" : "it is left out")
      return isItem ? [list] : []
    }
    guard affords(items.count, at: list.node.place) else { return [] }
    return items.map { Located(node: $0, resource: list.resource) }
  }

  /// The entries of a mapping, in its order; none where there is no mapping.
  mutating func entries(
    of mapping: Located?, _ subject: @autoclosure () -> String
  ) -> Located.Entries {
    guard let mapping, let mapping = inPlace(mapping, subject()) else {
      return Located.Entries(resource: 0)
    }
    guard let entries = mapping.node.entries ?? joinedEntries(of: mapping.node, subject()) else {
      warn(mapping.node, subject(), expected: "a mapping")
      return Located.Entries(resource: mapping.resource)
    }
    let isAffordable = affords(entries.count, at: mapping.node.place)
    return Located.Entries(entries: isAffordable ? entries : [], resource: mapping.resource)
  }

  /// A list or a mapping, which may stand behind a reference where OpenAPI has none; nil where that
  /// leads nowhere.
  private mutating func inPlace(
    _ at: Located, _ subject: @autoclosure () -> String
  ) -> Located? {
    guard let reference = at.node["$ref"], reference.scalar != nil else { return at }
    warn(reference, "`$ref`", expected: "\(subject()) in place", "it is followed")
    return resolve(at)
  }

  /// The entries of a list of mappings with one each, which many write for a mapping; or nil.
  private mutating func joinedEntries(of list: Node, _ subject: String) -> [Mapping.Entry]? {
    guard let items = list.sequence else { return nil }
    let entries = items.compactMap { $0.entries?.count == 1 ? $0.entries?.first : nil }
    guard entries.count == items.count, entries.allSatisfy({ $0.value.mapping != nil }) else {
      return nil
    }
    if !items.isEmpty {
      warn(list, subject, expected: "a mapping", "what is in it is read as one")
    }
    return entries
  }

  /// Counts what is about to be read. False, after one error, where it is more than any API has:
  /// then references repeat what they lead to without end.
  mutating func affords(_ count: Int, at place: Place) -> Bool {
    let wasAffordable = size <= Self.largestSize
    size += count
    guard wasAffordable, size > Self.largestSize else { return wasAffordable }
    diagnostics.error(
      "the references of the description repeat what they lead to until it has more than "
        + "\(Self.largestSize) entries; leave some of it out, in an overlay", at: place)
    return false
  }

  /// Tells of something that there is no reading of: a mistake in what is apigen's own, or a
  /// description that was made to be hostile.
  mutating func report(_ node: Node, _ subject: String, expected: String) {
    diagnostics.error(
      "found \(node.summary) for \(subject), expected \(expected); correct or remove it, "
        + "in an overlay where the description is not yours", at: node.place)
  }

  /// What was perhaps meant by a word that is none of those known. Looked for a few times only:
  /// with many words it takes long.
  mutating func suggestion(
    for word: String, among known: @autoclosure () -> [String]
  ) -> String? {
    guard suggestions > 0 else { return nil }
    suggestions -= 1
    return nearest(to: word, among: Array(known().prefix(5_000)))
  }
}
