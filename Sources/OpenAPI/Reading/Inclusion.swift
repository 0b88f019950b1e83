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
  /// What the operations have, by which they could be named.
  private(set) var offered: [Kind: Set<String>] = [:]

  init(names: [Name]) {
    self.names = names
  }

  /// Whether an operation is named.
  mutating func contains(path: String, operationID: String?, tags: [String]) -> Bool {
    offered[.tags, default: []].formUnion(tags)
    offered[.paths, default: []].insert(path)
    if let operationID { offered[.operations, default: []].insert(operationID) }
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
}
