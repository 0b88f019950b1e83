/// The text of a scalar, and whether quotes (or a block style, or a `!!str` tag) make it a string.
package struct Scalar: Hashable, Sendable {
  package var text: String
  package var isQuoted: Bool

  package init(_ text: String, isQuoted: Bool) {
    self.text = text
    self.isQuoted = isQuoted
  }
}
