import Syntax

extension JSONPath {
  /// What the path selects under a root, or nil where it selects nothing.
  func selection(in root: Node) -> Selection? {
    selection(in: root, applying: [0])
  }

  /// The first of several names in one segment that the path could do without.
  func nameThatSelectsNothing(in root: Node) -> String? {
    for index in segments.indices {
      let names = segments[index].selectors.compactMap(\.name)
      // Alone it would be the path itself, or stand beside what selects by no name.
      if names.count < 2 { continue }
      let idle = names.first { name in
        var path = self
        path.segments[index].selectors = [.step(.name(name))]
        return path.selection(in: root) == nil
      }
      if let idle { return idle }
    }
    return nil
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
    case .mapping(let mapping) where onlyName(active) != nil:
      // Most paths lead through large mappings by names.
      if let name = onlyName(active), let position = mapping.position(of: name) {
        let value = mapping.entries[position].value
        result.add(selection(in: value, applying: [active[active.startIndex] + 1]), at: position)
      }
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

  /// The name that is all that some segments select by.
  private func onlyName(_ active: ArraySlice<Int>) -> String? {
    guard active.count == 1, let index = active.first, !segments[index].isDescendant,
      segments[index].selectors.count == 1
    else { return nil }
    return segments[index].selectors[0].name
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
  fileprivate var name: String? {
    if case .step(.name(let name)) = self { name } else { nil }
  }

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
