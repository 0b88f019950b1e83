import Syntax

/// An OpenAPI Overlay: corrections to a description that is itself never edited.
///
/// This is Overlay 1.2 (https://spec.openapis.org/overlay), of which 1.0 and 1.1 are parts,
/// stricter and more lenient in these points:
/// - an action that matches nothing is an error, and so is one of several names in it that does:
///   that is how one learns that upstream has moved;
/// - so is an action that changes nothing, having none of `update`, `remove` and `copy`;
/// - a scalar may be updated, and whatever the update is replaces it.
package struct Overlay: Sendable {
  let actions: [Action]
  /// The description that it says it is for.
  let extends: Node?

  /// What to change, and how (Overlay 1.0 §4.4.3).
  struct Action: Sendable {
    /// What it changes; its place is where errors of the action point.
    let target: Expression
    let change: Change
  }

  /// A JSONPath, as the overlay has it.
  struct Expression: Sendable {
    let node: Node
    let path: JSONPath
  }

  enum Change: Sendable {
    case remove
    case update(Node)
    /// An update with the one value that an expression selects (Overlay 1.1 §4.4.3).
    case copy(Expression)
  }
}
