import Syntax

extension Node {
  /// Removes the selected nodes from their parents; the node itself stays.
  mutating func remove(_ selection: Selection) {
    changeChildren(of: selection) { $0.remove($1) }
    let removed = Set(selection.children.lazy.filter(\.selection.isSelected).map(\.position))
    if removed.isEmpty { return }
    switch value {
    case .scalar: break
    case .sequence(let items):
      value = .sequence(items.indices.lazy.filter { !removed.contains($0) }.map { items[$0] })
    case .mapping(var mapping):
      let keys = Set(removed.map { mapping.entries[$0].key })
      mapping.removeAll { keys.contains($0.key) }
      value = .mapping(mapping)
    }
  }

  /// Updates each selected node, the ones inside another before it. A list is lengthened, by the
  /// items of a list or by anything else as one item; what is no list is merged.
  ///
  /// Throws an error at the first value of the update that does not fit.
  mutating func update(_ selection: Selection, with update: Node) throws(Diagnostic) {
    try changeChildren(of: selection) { (child, selection) throws(Diagnostic) in
      try child.update(selection, with: update)
    }
    guard selection.isSelected else { return }
    if case .sequence(let items) = value {
      value = .sequence(items + (update.sequence ?? [update]))
    } else {
      try merge(update)
    }
  }

  /// Mappings are merged key by key, lists are joined, and a scalar gives way to anything; other
  /// pairs do not fit (Overlay 1.1 §4.4.3).
  private mutating func merge(_ update: Node) throws(Diagnostic) {
    switch (value, update.value) {
    case (.scalar, _): self = update
    case (.sequence(let items), .sequence(let more)): value = .sequence(items + more)
    case (.mapping, .mapping(let changes)):
      var mapping = takeMapping()
      defer { value = .mapping(mapping) }
      for entry in changes.entries {
        if let position = mapping.position(of: entry.key) {
          try mapping.changeValue(at: position) { (child) throws(Diagnostic) in
            try child.merge(entry.value)
          }
        } else {
          mapping.insert(entry)
        }
      }
    default:
      throw Diagnostic(
        "found \(update.summary), expected \(summary) to merge into the one of the description; "
          + "to replace that, remove it in an action before this one",
        at: update.place, notes: [("the description has \(summary) here", place)])
    }
  }

  private mutating func changeChildren<Failure: Error>(
    of selection: Selection, _ change: (inout Node, Selection) throws(Failure) -> Void
  ) throws(Failure) {
    if selection.children.isEmpty { return }
    switch value {
    case .scalar: break
    case .sequence(var items):
      value = .sequence([])
      defer { value = .sequence(items) }
      for (position, selection) in selection.children { try change(&items[position], selection) }
    case .mapping:
      var mapping = takeMapping()
      defer { value = .mapping(mapping) }
      for (position, selection) in selection.children {
        try mapping.changeValue(at: position) { (child) throws(Failure) in
          try change(&child, selection)
        }
      }
    }
  }

  /// What is in the node, for changes: were it in both places, each change would copy it all.
  private mutating func takeMapping() -> Mapping {
    guard case .mapping(let mapping) = value else { return Mapping() }
    value = .sequence([])
    return mapping
  }
}
