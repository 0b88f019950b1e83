/// What stands under `x-apigen` at the root of a description: the options that are apigen's own.
///
/// `x-apigen.include` is not among them: what it leaves out is not in the document.
package struct Options: Sendable {
  /// The access level of what is generated.
  package enum Access: String, CaseIterable, Sendable {
    case `public`, package, `internal`
  }

  package var access = Access.public
}
