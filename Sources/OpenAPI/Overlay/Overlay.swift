import Syntax

/// An OpenAPI Overlay: corrections to a description that is itself never edited.
///
/// This is Overlay 1.0, with the merge rules as 1.1 words them (https://spec.openapis.org/overlay),
/// stricter and more lenient in these points:
/// - an action that matches nothing is an error: that is how one learns that upstream has moved;
/// - so is an action that changes nothing, having neither `update` nor `remove`;
/// - a scalar may be updated, and whatever the update is replaces it;
/// - `copy`, new in 1.1, is not supported.
package struct Overlay: Sendable {
  let actions: [Action]
  /// The description that it says it is for.
  let extends: Node?

  /// What to change, and how (Overlay 1.0 §4.4.3).
  struct Action: Sendable {
    /// The expression as the overlay has it; its place is where errors of the action point.
    let target: Node
    let path: JSONPath
    let change: Change
  }

  enum Change: Sendable {
    case remove
    case update(Node)
  }
}
