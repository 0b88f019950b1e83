/// The name of a type of the provider's, after those of the types that it is nested in.
///
/// An object, made once for each type, so that what is known of the type is found by its index.
final class TypePath: Hashable, Sendable {
  /// That of the provider itself, which all others are nested in.
  static let provider = TypePath("", index: 0, in: nil)

  /// The type's own name.
  let name: String
  /// Which of a provider's types it is.
  let index: Int
  /// The type that it is nested in; nil for the provider.
  let owner: TypePath?

  init(_ name: String, index: Int, in owner: TypePath?) {
    self.name = name
    self.index = index
    self.owner = owner
  }

  /// The names of the types that it is nested in, and its own.
  var names: [String] { owner.map { $0.names + [name] } ?? [] }

  /// The type that it is nested in, however deep; itself where that is none.
  var outermost: TypePath {
    var path = self
    while let owner = path.owner, owner != .provider { path = owner }
    return path
  }

  static func == (one: TypePath, other: TypePath) -> Bool { one === other }

  func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
