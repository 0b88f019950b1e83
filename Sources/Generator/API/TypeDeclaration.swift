/// A type that the output declares.
///
/// An object, as what is declared is asked for time and again.
final class TypeDeclaration {
  enum Kind {
    case object(ObjectType)
    case enumeration(EnumType)
    case union(UnionType)
    case alias(SwiftType)
    /// The bodies that a request or an answer may have, where they are of several types.
    case bodies([BodyCase])
    /// The headers of answers.
    case headers([HeaderField])
  }

  /// A body, and the case that carries it.
  struct BodyCase: Sendable {
    var name: String
    /// Nil where there is nothing to carry.
    var type: SwiftType?
    var documentation: [String]
  }

  let path: TypePath
  let documentation: [String]
  var kind: Kind
  var nested: [TypeDeclaration] = []

  init(path: TypePath, documentation: [String], kind: Kind) {
    self.path = path
    self.documentation = documentation
    self.kind = kind
  }

  var name: String { path.name }
  var count: Int { nested.reduce(1) { $0 + $1.count } }
}
