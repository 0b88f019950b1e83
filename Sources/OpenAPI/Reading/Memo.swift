/// What references lead to, which is read once. An object, so that a reader can be handed one of its
/// own without being copied.
final class Memo<Value> {
  /// What the things are: `Parameter`.
  let kind: String

  /// Nil while it is being read, and where it cannot be.
  var values: [Target.Key: Value?] = [:]

  init(_ kind: String) { self.kind = kind }
}
