/// The nodes that a path selects, as a tree of the document's shape with everything else left out.
///
/// Each node stands in it at most once, in the order of the document, so that a change reaches a
/// node once and a walk along the tree can change the document in place.
struct Selection: Sendable {
  var isSelected: Bool
  /// Children that are selected or hold something that is, by ascending position among the entries
  /// of the mapping or the items of the sequence.
  private(set) var children: [(position: Int, selection: Selection)] = []

  /// How many nodes are selected.
  var count: Int {
    children.reduce(isSelected ? 1 : 0) { $0 + $1.selection.count }
  }

  /// How many levels the deepest selected node stands below the root.
  var depth: Int {
    children.reduce(0) { max($0, $1.selection.depth + 1) }
  }

  /// Adds a child after those that are there; nil, where the child holds nothing, adds none.
  mutating func add(_ child: Selection?, at position: Int) {
    if let child { children.append((position, child)) }
  }
}
