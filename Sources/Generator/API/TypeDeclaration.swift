/// A type that the output declares.
struct TypeDeclaration: Sendable {
  enum Kind: Sendable {
    case object(ObjectType)
    case enumeration([EnumCase])
    case alias(SwiftType)
  }

  /// A value of an enumeration, and the static member that stands for it.
  struct EnumCase: Sendable {
    var name: String
    var value: String
  }

  /// The type's name after those of the types that it is nested in.
  var path: [String]
  var documentation: [String]
  var kind: Kind
  var nested: [TypeDeclaration] = []

  var name: String { path.last ?? "" }
  var count: Int { nested.reduce(1) { $0 + $1.count } }
}
