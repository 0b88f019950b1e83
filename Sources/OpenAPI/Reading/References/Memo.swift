/// What references lead to, which is read once. An object, so that the reader can pass one of its
/// own to a method of its own.
final class Memo<Value> {
  let kind: SharedKind

  /// Nil while it is being read, and where it cannot be.
  var values: [Target.Key: Value?] = [:]

  init(_ kind: SharedKind) { self.kind = kind }
}

/// What references other than those of schemas lead to, by what a name of it ends in.
enum SharedKind: String {
  case parameter = "Parameter"
  case header = "Header"
  case requestBody = "Body"
  case response = "Response"
  case mediaType = "Content"
}
