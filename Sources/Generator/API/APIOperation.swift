import OpenAPI

/// An operation, as a method that builds a request.
struct APIOperation: Sendable {
  struct Parameter: Sendable {
    /// The label of the argument.
    var name: String
    /// The name on the wire.
    var key: String
    var location: OpenAPI.Parameter.Location
    var type: SwiftType
    var isOptional: Bool
    var documentation: [String]
  }

  struct Body: Sendable {
    enum Format: Sendable {
      case json
      case multipart
    }

    var format: Format
    var type: SwiftType
    var isOptional: Bool
  }

  /// How the body of an answer is read.
  enum Reading: Hashable, Sendable {
    case json(SwiftType)
    /// The description says nothing of a body: it is kept as it came.
    case raw
  }

  struct Answer: Sendable {
    var status: Response.Status
    var reading: Reading
  }

  /// A piece of the path: text that goes out as it is, or the argument that stands there.
  enum PathPiece: Sendable {
    case text(String)
    case parameter(String)
  }

  var name: String
  var method: String
  var path: [PathPiece]
  var parameters: [Parameter]
  var credentials: [Credential]
  var body: Body?
  var successes: [Answer]
  var refusals: [Answer]
  var documentation: [String]
  var isDeprecated: Bool

  /// What the answers are read as; nil where no answer of the kind has a documented body.
  var response: Reading? { successes.first?.reading }
  var problem: Reading? { refusals.first?.reading }
}
