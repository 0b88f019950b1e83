import OpenAPI

/// An operation, as a method that builds a request.
struct APIOperation: Sendable {
  struct Parameter: Sendable {
    /// How a value is written.
    enum Format: Sendable {
      /// In a style (OAS 3.2 §4.12.2), which is the usual one of the location where it makes no
      /// difference.
      case style(OpenAPI.Parameter.Style, explode: Bool)
      /// As JSON text (`content`).
      case json
      /// As the fields of a form, which are the whole query.
      case form([MediaType.Encoding])
      /// As text that is the whole query.
      case text
    }

    /// The label of the argument.
    var name: String
    /// The name on the wire.
    var key: String
    var location: OpenAPI.Parameter.Location
    var type: SwiftType
    var isOptional: Bool
    /// What is sent unless the user says otherwise, as Swift; for one that is required.
    var defaultValue: String?
    var format: Format
    var allowReserved: Bool
    /// Whether a value in the path may be several segments.
    var keepsSlashes: Bool
    /// What a value has to keep.
    var rules: [Rule]
    /// Whether its name may go out without a value, which its type cannot say: null stands for it.
    var allowEmptyValue: Bool
    var documentation: [String]
  }

  /// What a request may carry: one kind of body, or a choice of several.
  struct Body: Sendable {
    /// The type of the argument.
    var type: SwiftType
    var isOptional: Bool
    var variants: [BodyVariant]
    var documentation: [String]
  }

  struct BodyVariant: Sendable {
    /// By the name of the runtime's method.
    enum Format: String, Sendable {
      case json, jsonLines, jsonSequence, form, multipart, parts, text, file
    }

    /// The case of the choice that carries it; nil where there is no choice.
    var caseName: String?
    var format: Format
    var type: SwiftType
    /// The media type, where it is not what the format always has.
    var contentType: String?
    var encoding: [MediaType.Encoding]
    /// Whether nil is null: the body has to be there, so nil can mean nothing else.
    var isNullSent = false
    /// What it has to keep that its type does not check.
    var rules: [Rule] = []
  }

  /// How an answer with a status is read.
  struct Answer: Sendable {
    /// By the name of the runtime's reader.
    enum Format: String, Sendable {
      case json, text, data, events, jsonLines, jsonSequence
      /// The description says nothing of a body: it is kept as it came.
      case raw
      /// There is nothing to read, beside answers with a body.
      case none
    }

    /// How what is read becomes the response of the operation.
    enum Wrapping: Hashable, Sendable {
      /// It is the response.
      case plain
      /// The response is that, or nil for an answer without a body.
      case optional
      /// A case of the response carries it.
      case choice(caseName: String)
    }

    var status: Response.Status
    var format: Format
    var type: SwiftType
    /// The media type to ask for, where it is not what the format always has.
    var accept: String?
    var wrapping = Wrapping.plain
  }

  /// Where an operation is that has servers of its own.
  enum OwnServer: Sendable {
    /// An argument says where, which may be left out unless the choice needs something.
    case argument(name: String, ServerChoice)
    /// At the provider's server, with another path: a reference (RFC 3986 §4.2).
    case relative(String)
  }

  /// How a request says who sends it (OAS 3.1 §4.8.30).
  enum Security: Sendable {
    /// By credentials that the provider always has, or none.
    case credentials([Credential])
    /// By what the provider has of several: the method of this name knows it.
    case authorization(String)
  }

  /// A piece of the path: text that goes out as it is, or the argument that stands there.
  enum PathPiece: Sendable {
    case text(String)
    case parameter(Parameter)
  }

  var name: String
  var method: String
  var path: [PathPiece]
  var parameters: [Parameter]
  var security: Security
  var body: Body?
  /// The header of the key by which the server knows a request that it has seen.
  var idempotencyKey: String?
  /// What `send` returns.
  var response: SwiftType
  var successes: [Answer]
  /// What a refusal carries; nil where none is described with a body.
  var problem: SwiftType?
  var refusals: [Answer]
  /// Where the operation is, where that is not the provider's server.
  var server: OwnServer?
  var documentation: [String]
  var isDeprecated: Bool
}
