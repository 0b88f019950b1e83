import Syntax

/// What a filter asks of a node (RFC 9535 §2.3.5).
///
/// `all` and `any` hold lists, so that a long chain of `&&` is not deep.
indirect enum Condition: Sendable {
  case exists(JSONPath)
  case comparison(Operand, Relation, Operand)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// One side of a comparison: a literal, or the steps from the node to the value.
  enum Operand: Sendable {
    case literal(JSONValue)
    case query([JSONPath.Step])
  }

  enum Relation: String, CaseIterable, Sendable {
    // An operator stands before any that it begins with, since a parser tries them in this order.
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
  }

  func holds(for node: Node) -> Bool {
    switch self {
    case .exists(let path): path.selection(in: node) != nil
    case .comparison(let left, let relation, let right):
      relation.holds(left.value(at: node), right.value(at: node))
    case .not(let condition): !condition.holds(for: node)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: node) }
    case .any(let conditions): conditions.contains { $0.holds(for: node) }
    }
  }
}

extension Condition.Relation {
  /// RFC 9535 §2.3.5.2.2; nil is a query that found nothing, which equals only another.
  fileprivate func holds(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: precedes(left, right)
    case .greater: precedes(right, left)
    case .lessOrEqual: precedes(left, right) || left == right
    case .greaterOrEqual: precedes(right, left) || left == right
    }
  }

  private func precedes(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.string(let left), .string(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    default: false
    }
  }
}

extension Condition.Operand {
  fileprivate func value(at node: Node) -> JSONValue? {
    switch self {
    case .literal(let value): value
    case .query(let steps): node.following(steps).map(JSONValue.init)
    }
  }
}

extension Node {
  fileprivate func following(_ steps: [JSONPath.Step]) -> Node? {
    var node = self
    for step in steps {
      guard let next = node.child(step) else { return nil }
      node = next
    }
    return node
  }

  private func child(_ step: JSONPath.Step) -> Node? {
    switch step {
    case .name(let name): return self[name]
    case .index(let index):
      guard let items = sequence else { return nil }
      let position = index < 0 ? items.count + index : index
      return items.indices.contains(position) ? items[position] : nil
    }
  }
}
