import Syntax

extension JSONPath {
  /// What the path selects under a root, or nil where it selects nothing.
  func selection(in root: Node) -> Selection? {
    selection(in: root, applying: [0])
  }

  /// Walks each node once, however many ways the path reaches it: `pending` holds the indices of
  /// all segments that apply to the children of this node, ascending. An index past the last
  /// segment says that the node itself is selected.
  private func selection(in node: Node, applying pending: [Int]) -> Selection? {
    var result = Selection(isSelected: pending.last == segments.count)
    let active = result.isSelected ? pending.dropLast() : pending[...]
    guard !active.isEmpty else { return result }
    switch node.value {
    case .scalar: break
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        let next = following(active) { $0.selects(item, at: index, of: items.count) }
        result.add(selection(in: item, applyingAny: next), at: index)
      }
    case .mapping(let mapping):
      for (position, entry) in mapping.entries.enumerated() {
        let next = following(active) { $0.selects(entry) }
        result.add(selection(in: entry.value, applyingAny: next), at: position)
      }
    }
    return result.isSelected || !result.children.isEmpty ? result : nil
  }

  private func selection(in node: Node, applyingAny pending: [Int]) -> Selection? {
    pending.isEmpty ? nil : selection(in: node, applying: pending)
  }

  /// The segments that apply below a child: a descendant segment again, and the one after each
  /// segment that selects the child.
  private func following(
    _ active: ArraySlice<Int>, where selects: (Selector) -> Bool
  ) -> [Int] {
    var next: [Int] = []
    for index in active {
      if segments[index].isDescendant, next.last != index { next.append(index) }
      if segments[index].selectors.contains(where: selects) { next.append(index + 1) }
    }
    return next
  }
}

extension JSONPath.Selector {
  fileprivate func selects(_ entry: Mapping.Entry) -> Bool {
    switch self {
    case .step(.name(let name)): name == entry.key
    case .step(.index): false
    case .wildcard: true
    case .filter(let condition): condition.holds(for: entry.value)
    }
  }

  fileprivate func selects(_ item: Node, at index: Int, of count: Int) -> Bool {
    switch self {
    case .step(.name): false
    case .step(.index(let wanted)): index == (wanted < 0 ? count + wanted : wanted)
    case .wildcard: true
    case .filter(let condition): condition.holds(for: item)
    }
  }
}
