import Syntax

/// `x-apigen.include`: the operations that are wanted, by any of their tags, their path or their
/// operationId.
struct Inclusion {
  /// Where operations are looked up by: the keys of `include`.
  enum Kind: String, CaseIterable {
    case tags, paths, operations
  }

  /// A tag, a path (which ends in `*` for all that begin so) or an operationId.
  struct Name {
    var kind: Kind
    var text: String
    var place: Place
    /// Whether an operation has it.
    var isUsed = false
  }

  /// More than anyone writes; each operation is compared with each.
  static let mostNames = 1_000

  var names: [Name]

  /// Whether an operation is named.
  mutating func contains(path: String, operationID: String?, tags: [String]) -> Bool {
    var isNamed = false
    for index in names.indices {
      let text = names[index].text
      let matches =
        switch names[index].kind {
        case .tags: tags.contains(text)
        case .operations: text == operationID
        case .paths: text.hasSuffix("*") ? path.hasPrefix(text.dropLast()) : path == text
        }
      if matches { names[index].isUsed = true }
      isNamed = isNamed || matches
    }
    return isNamed
  }

  /// Tells of names that no operation has: that is how one learns that upstream has moved.
  func reportUnused(into diagnostics: inout Diagnostics) {
    for name in names where !name.isUsed {
      diagnostics.error(
        "'\(name.text)' is in `\(name.kind)` and matches no operation; upstream may have changed "
          + "its description: look there, and correct the name or delete it", at: name.place)
    }
  }
}
