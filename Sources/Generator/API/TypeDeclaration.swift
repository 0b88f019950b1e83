/// A type that the output declares.
struct TypeDeclaration {
  indirect enum Kind {
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

  var path: TypePath
  var documentation: [String]
  var kind: Kind
  var nested: [TypeDeclaration] = []

  var name: String { path.name }
  var count: Int { nested.reduce(1) { $0 + $1.count } }
}
