/// The name of a type of the provider's, after those of the types that it is nested in.
///
/// An object, so that it can be found in tables without hashing its names each time.
final class TypePath: Hashable, Sendable {
  /// That of the provider itself, which all others are nested in.
  static let provider = TypePath()

  /// The type that it is nested in; nil for the provider.
  let owner: TypePath?
  let names: [String]
  private let hash: Int

  private init() { (owner, names, hash) = (nil, [], 0) }

  init(_ name: String, in owner: TypePath = .provider) {
    self.owner = owner
    names = owner.names + [name]
    var hasher = Hasher()
    hasher.combine(owner.hash)
    hasher.combine(name)
    hash = hasher.finalize()
  }

  /// The type's own name.
  var name: String { names.last ?? "" }

  static func == (one: TypePath, other: TypePath) -> Bool {
    one === other || one.hash == other.hash && one.names == other.names
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
