import OpenAPI

/// What the statuses mean (RFC 9110 §15), and what they are called in Swift.
extension Response.Status {
  var isSuccess: Bool {
    switch self {
    case .code(let code): (200...299).contains(code)
    case .range(let digit): digit == 2
    case .default: false
    }
  }

  /// The code of a success of this status; nil where it is for others.
  var successCode: Int? {
    switch self {
    case .code(let code): isSuccess ? code : nil
    case .range: isSuccess ? 200 : nil
    case .default: 200
    }
  }

  /// Whether it says where the answer is, so that a client may go there (RFC 9110 §15.4).
  var isRedirect: Bool {
    switch self {
    case .code(let code): [301, 302, 303, 307, 308].contains(code)
    case .range(let digit): digit == 3
    case .default: false
    }
  }

  /// The reason phrase in one word: of RFC 9110 §15, of WebDAV (RFC 4918 §11), and of RFC 6585,
  /// 7725 and 8470.
  var name: String {
    switch self {
    case .default: "Default"
    case .range(1): "Informational"
    case .range(2): "Success"
    case .range(3): "Redirection"
    case .range(4): "ClientError"
    case .range: "ServerError"
    case .code(let code): Self.names[code] ?? "Status\(code)"
    }
  }

  private static let names = [
    200: "OK", 201: "Created", 202: "Accepted", 203: "NonAuthoritativeInformation",
    204: "NoContent", 205: "ResetContent", 206: "PartialContent", 207: "MultiStatus",
    300: "MultipleChoices", 301: "MovedPermanently", 302: "Found", 303: "SeeOther",
    304: "NotModified", 307: "TemporaryRedirect", 308: "PermanentRedirect", 400: "BadRequest",
    401: "Unauthorized", 402: "PaymentRequired", 403: "Forbidden", 404: "NotFound",
    405: "MethodNotAllowed", 406: "NotAcceptable", 407: "ProxyAuthenticationRequired",
    408: "RequestTimeout", 409: "Conflict", 410: "Gone", 411: "LengthRequired",
    412: "PreconditionFailed", 413: "ContentTooLarge", 414: "URITooLong",
    415: "UnsupportedMediaType", 416: "RangeNotSatisfiable", 417: "ExpectationFailed",
    421: "MisdirectedRequest", 422: "UnprocessableContent", 423: "Locked",
    424: "FailedDependency", 425: "TooEarly", 426: "UpgradeRequired", 428: "PreconditionRequired",
    429: "TooManyRequests", 431: "RequestHeaderFieldsTooLarge", 451: "UnavailableForLegalReasons",
    500: "InternalServerError", 501: "NotImplemented", 502: "BadGateway",
    503: "ServiceUnavailable", 504: "GatewayTimeout", 505: "HTTPVersionNotSupported",
    507: "InsufficientStorage", 511: "NetworkAuthenticationRequired",
  ]
}
