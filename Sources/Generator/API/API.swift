import OpenAPI

/// What one provider's Swift is made of: every name and type is decided, nothing is left to choose.
package struct API {
  /// The Swift type of the provider, and the name of its folder.
  package var name: String
  /// The files that it comes from, for the first line of the output.
  var sources: [String]
  var access: Document.Access
  var documentation: [String]
  var servers: [ServerChoice]
  var credentials: [Credential]
  var operations: [APIOperation]
  var authorizations: [Authorization]
  var types: [TypeDeclaration]
  /// What answers look like, of the operations that the description shows one of.
  var examples: [AnswerExample] = []

  /// Whether operations with servers of their own can be sent elsewhere by the provider's: it must
  /// be possible to tell whether that is one of the description's.
  var redirects: Bool {
    servers.contains(where: \.isGeneral)
      && operations.contains { if case .argument? = $0.server { true } else { false } }
  }

  /// The variables that the provider's server has in common with those of operations, each once.
  var sharedVariables: [ServerChoice.Variable] {
    var seen: Set<String> = []
    return servers.flatMap(\.shared).filter { seen.insert($0.name).inserted }
  }

  /// The server that the provider is at unless its user says otherwise.
  var defaultServer: ServerChoice? { servers.first { $0.isGeneral } }

  package var operationCount: Int { operations.count }

  /// How many types the description's schemas became, nested ones included.
  package var modelCount: Int { types.reduce(0) { $0 + $1.count } }
}

/// What a user gives once, when the provider is made, to say who they are.
struct Credential: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case header(String)
    case query(String)
    case cookie(String)
    case basic
    case bearer
  }

  /// The name of the security scheme.
  var scheme: String
  /// The property, and the label of the argument.
  var name: String
  var kind: Kind
  /// Whether there are operations that do without.
  var isOptional: Bool
  var documentation: [String]
}

/// A choice of credentials that operations share, as a method.
struct Authorization: Sendable {
  /// What goes out where none of the choices can.
  enum Otherwise: Hashable, Sendable {
    /// Credentials that the provider always has, or none.
    case credentials([Credential])
    /// What the user has to give, in words: nothing goes out.
    case missing(String)
  }

  var name: String
  /// Sets of credentials of which the provider may lack some: the first complete one goes out.
  var choices: [[Credential]]
  var otherwise: Otherwise
}

/// An address that the description offers.
struct ServerChoice: Sendable {
  /// A piece of the address: text that is as it is, or the argument that stands there.
  enum Piece: Sendable {
    case text(String)
    case argument(String)
  }

  /// What is the user's to say of the address.
  struct Variable: Sendable {
    /// The label of the argument.
    var name: String
    /// The enumeration of the values that it may have, or a string.
    var type: SwiftType
    /// As Swift; nil where the description has only a placeholder, so that the user has to say.
    var defaultValue: String?
    var documentation: [String]
    /// Whether the provider's server keeps it, as that of an operation has the same.
    var isShared = false
  }

  /// The static member of the provider's `Server`.
  var name: String
  var url: [Piece]
  /// Whether it is one of the description's, and not only of some operations.
  var isGeneral: Bool
  var variables: [Variable]
  var documentation: [String]

  /// The variables that the user has to give.
  var required: [Variable] { variables.filter { $0.defaultValue == nil } }

  /// The variables that the provider's server has in common with those of operations.
  var shared: [Variable] { variables.filter(\.isShared) }

  /// Whether an operation that is there goes where the provider is, unless it is told otherwise.
  var followsProvider: Bool { required.isEmpty && !shared.isEmpty }

  /// The member as a default value; nil where it needs arguments.
  var value: String? {
    if !required.isEmpty { return nil }
    return variables.isEmpty ? "." + name : ".\(name)()"
  }
}
