import OpenAPI

/// What answers are read as.
extension APIBuilder {
  /// The documented successes, or the refusals that have a body (one without is kept raw in any
  /// case), and the one type that all of them are read as.
  mutating func answers(
    of operation: Operation, named name: String, isSuccess: Bool
  ) -> (type: SwiftType?, answers: [APIOperation.Answer]) {
    let responses = responses(of: operation, isSuccess: isSuccess)
    // What is not described may still be answered: a success is never read as a refusal.
    if isSuccess, responses.isEmpty {
      return (.raw, [APIOperation.Answer(status: .range(2), format: .raw, type: .raw)])
    }
    let suffix = isSuccess ? "Response" : "Problem"
    let schemas = Set(responses.flatMap { $0.content.prefix(1) }.map(\.schema))
    // The answer to HEAD never has a body (RFC 9110 §9.3.2).
    let hasBodies = operation.method != "HEAD"
    var answers = responses.map { response in
      guard hasBodies else {
        return APIOperation.Answer(status: response.status, format: .raw, type: .raw)
      }
      return answer(
        response,
        named: Identifier.type(name) + (schemas.count > 1 ? response.status.name : "") + suffix)
    }
    let types = Set(answers.filter { $0.format != .raw }.map(\.type))
    guard let first = answers.first(where: { $0.format != .raw }) else {
      return (answers.isEmpty ? nil : .raw, answers)
    }
    if types.count == 1 {
      let hasRaw = answers.contains { $0.format == .raw }
      if !hasRaw { return (first.type, answers) }
      // A success without a body, beside those with one, is nil.
      if answers.allSatisfy({ $0.format == .raw || $0.format == .json }) {
        for index in answers.indices where answers[index].format == .raw {
          answers[index].format = .none
        }
        return (first.type.orNil, answers)
      }
    }
    return choice(of: answers, responses, named: Identifier.type(name) + suffix)
  }

  private func responses(of operation: Operation, isSuccess: Bool) -> [Response] {
    let successes = operation.responses.filter(\.status.isSuccess)
    if isSuccess {
      // Where no success is described, `default` is one.
      return successes.isEmpty
        ? operation.responses.filter { $0.status == .default } : successes
    }
    return operation.responses.filter { !$0.status.isSuccess && !$0.content.isEmpty }
  }

  private mutating func choice(
    of answers: [APIOperation.Answer], _ responses: [Response], named typeName: String
  ) -> (type: SwiftType?, answers: [APIOperation.Answer]) {
    var answers = answers
    var scope = NameScope()
    for index in answers.indices {
      answers[index].caseName = scope.claimMember(
        Identifier.member(answers[index].status.name))
    }
    let path = [claimType(typeName, in: [])]
    let cases = zip(answers, responses).map { answer, response in
      TypeDeclaration.BodyCase(
        name: answer.caseName ?? "", type: answer.type,
        documentation: Documentation.lines(response.description))
    }
    declare(TypeDeclaration(path: path, documentation: [], kind: .bodies(cases)))
    return (.named(path), answers)
  }

  private mutating func answer(
    _ response: Response, named typeName: String
  ) -> APIOperation.Answer {
    func answer(
      _ format: APIOperation.Answer.Format, _ type: SwiftType, accept: String? = nil
    ) -> APIOperation.Answer {
      APIOperation.Answer(status: response.status, format: format, type: type, accept: accept)
    }
    if let json = response.content.first(where: \.isJSON) {
      let use = json.schema.map { decide($0, named: typeName, in: []) }
      return answer(
        .json, use?.optionalType ?? .json,
        accept: json.name == "application/json" ? nil : json.name)
    }
    guard let media = response.content.first else { return answer(.raw, .raw) }
    if media.name.hasPrefix("text/") { return answer(.text, .string, accept: media.name) }
    return answer(.data, .data, accept: media.name.contains("/") ? media.name : "*/*")
  }
}

extension Response.Status {
  fileprivate var isSuccess: Bool {
    switch self {
    case .code(let code): (200...299).contains(code)
    case .range(let digit): digit == 2
    case .default: false
    }
  }

  /// The reason phrase of RFC 9110 §15, in one word.
  fileprivate var name: String {
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
    200: "OK", 201: "Created", 202: "Accepted", 204: "NoContent", 206: "PartialContent",
    207: "MultiStatus", 301: "MovedPermanently", 302: "Found", 303: "SeeOther",
    304: "NotModified", 307: "TemporaryRedirect", 308: "PermanentRedirect", 400: "BadRequest",
    401: "Unauthorized", 402: "PaymentRequired", 403: "Forbidden", 404: "NotFound",
    405: "MethodNotAllowed", 406: "NotAcceptable", 408: "RequestTimeout", 409: "Conflict",
    410: "Gone", 412: "PreconditionFailed", 413: "ContentTooLarge", 415: "UnsupportedMediaType",
    422: "UnprocessableContent", 423: "Locked", 429: "TooManyRequests",
    500: "InternalServerError", 501: "NotImplemented", 502: "BadGateway",
    503: "ServiceUnavailable", 504: "GatewayTimeout",
  ]
}
