import Syntax

extension Overlay {
  /// Runs the actions in order, each on what the ones before it have left (Overlay 1.0 §4.4.1).
  ///
  /// A value that comes from the overlay keeps its place in the overlay. An action that fails is an
  /// error, and the ones after it still run.
  package func apply(to description: inout Node, into diagnostics: inout Diagnostics) {
    var added = 0
    for action in actions {
      do throws(Diagnostic) {
        try action.apply(to: &description, added: &added)
      } catch {
        diagnostics.add(error)
      }
    }
  }
}

extension Overlay.Action {
  /// How many values all actions of an overlay may add: actions that each double the description
  /// would soon fill any memory. A description of 4 MB has about as many.
  private static let mostAdded = 100_000

  fileprivate func apply(to description: inout Node, added: inout Int) throws(Diagnostic) {
    guard let selection = target.path.selection(in: description) else {
      if let file = fileOnTheWay(in: description) {
        throw failure(
          "is behind a `$ref` to \(file), which this overlay does not change; an overlay of that "
            + "file's name, beside it, does")
      }
      throw failure(
        "matches nothing; upstream may have changed its description: look there, and correct the "
          + "target, or delete the action where it is no longer needed")
    }
    if let name = target.path.nameThatSelectsNothing(in: description) {
      throw failure(
        "matches nothing by the name \(name.excerpt); upstream may have changed its description: look "
          + "there, and correct the name, or delete it where it is no longer needed")
    }
    switch change {
    case .remove:
      if selection.isSelected {
        throw failure("removes the whole description; choose a part of it")
      }
      description.remove(selection)
    case .update(let update):
      try self.update(selection, of: &description, with: update, added: &added)
    case .copy(let source):
      let update = try source.onlyValue(in: description)
      try self.update(selection, of: &description, with: update, added: &added)
    }
  }

  private func update(
    _ selection: Selection, of description: inout Node, with update: Node, added: inout Int
  ) throws(Diagnostic) {
    let extent = update.extent
    added += selection.count * extent.count
    guard added <= Self.mostAdded else {
      throw failure(
        "brings what the overlay adds to \(added) values, expected at most \(Self.mostAdded); "
          + "match less")
    }
    guard selection.depth + extent.depth <= Node.deepestNesting else {
      throw failure("makes values nest more than \(Node.deepestNesting) deep; match less")
    }
    try description.update(selection, with: update)
  }

  /// The other file that the target is in, where a step leads to a reference to one.
  private func fileOnTheWay(in description: Node) -> String? {
    var node = description
    for case .name(let name) in target.path.steps ?? [] {
      guard let next = node[name] else { break }
      node = next
    }
    let reference = node["$ref"]?.text?.prefix { $0 != "#" } ?? ""
    return reference.isEmpty ? nil : "'\(reference)'"
  }

  private func failure(_ message: String) -> Diagnostic {
    Diagnostic("the target \(target.node.summary) \(message)", at: target.node.place)
  }
}

extension Overlay.Expression {
  /// The value that it selects, which must be one.
  fileprivate func onlyValue(in description: Node) throws(Diagnostic) -> Node {
    guard var selection = path.selection(in: description) else {
      throw Diagnostic(
        "found \(node.summary), which matches nothing, expected one value to copy; correct it",
        at: node.place)
    }
    guard selection.count == 1 else {
      throw Diagnostic(
        "found \(node.summary), which matches \(selection.count) values, expected one to copy; "
          + "correct it", at: node.place)
    }
    var value = description
    while let child = selection.children.first {
      value = value.children[child.position]
      selection = child.selection
    }
    return value
  }
}

extension Node {
  /// The items of a list, or the values of a mapping.
  fileprivate var children: [Node] {
    switch value {
    case .scalar: []
    case .sequence(let items): items
    case .mapping(let mapping): mapping.entries.map(\.value)
    }
  }

  /// How many values a node has in it, and on how many levels, itself counted.
  fileprivate var extent: (count: Int, depth: Int) {
    children.reduce((count: 1, depth: 1)) { total, child in
      let extent = child.extent
      return (total.count + extent.count, max(total.depth, extent.depth + 1))
    }
  }
}
