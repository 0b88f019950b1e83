import OpenAPI

/// Writes `<Provider>+Operations.swift`: for each operation, a method that builds its request.
///
///     extension Wassist {
///       public func sendMessage(id: String, _ body: SendMessageInput) -> Request<Message, Never> {
///         var request = Request<Message, Never>(
///           .post, server.url, "/api/v1/conversations/\(id)/messages/")
///         request.header("X-API-Key", apiKey)
///         request.json(body)
///         request.success(201, .json)
///         return request
///       }
///     }
struct OperationsEmitter {
  let api: API
  let spelling: TypeSpelling

  func code() -> Code {
    Code.block("extension \(api.name)") {
      Code.paragraphs(api.operations.map(operation))
    }
  }

  private func operation(_ operation: APIOperation) -> Code {
    Code {
      Code.documentation(documentation(of: operation))
      if operation.isDeprecated { "@available(*, deprecated)" }
      Code.block(
        .declaration(
          opening: "public func \(operation.name.escaped)", parameters: parameters(of: operation),
          closing: " -> \(type(of: operation))")
      ) {
        request(operation)
        SecurityEmitter(operation: operation).code()
        for parameter in operation.parameters where parameter.location != .path {
          Code.call(
            opening: "request.\(parameter.method)", arguments: parameter.arguments, closing: "")
        }
        for parameter in operation.parameters { parameter.check }
        if let body = operation.body { BodyEmitter(body: body).code() }
        if let header = operation.idempotencyKey { idempotency(header) }
        answers(operation)
        "return request"
      }
    }
  }

  private func documentation(of operation: APIOperation) -> [String] {
    let parameters = operation.parameters.compactMap {
      Documentation.parameter($0.name, $0.documentation)
    }
    return Documentation.join([operation.documentation, parameters])
  }

  /// What has to be given, then the body, then what may be left out.
  private func parameters(of operation: APIOperation) -> [Code] {
    let required = operation.parameters.filter { !$0.isOptional && $0.defaultValue == nil }
    let optional = operation.parameters.filter { $0.isOptional || $0.defaultValue != nil }
    let body = operation.body.map { body in
      let type = spelling.text(body.isOptional ? body.type.orNil : body.type)
      return Code.line("_ body: \(type)" + (body.isOptional ? " = nil" : ""))
    }
    return required.map { .line("\($0.name.escaped): \($0.type(spelling))") }
      + [body].compactMap { $0 }
      + optional.map { parameter in
        let type = parameter.type(spelling)
        let value = parameter.defaultValue.map { "\(type) = \($0)" } ?? "\(type)? = nil"
        return .line("\(parameter.name.escaped): \(value)")
      }
      + [serverArgument(of: operation)].compactMap { $0 }
  }

  private func serverArgument(of operation: APIOperation) -> Code? {
    guard case .argument(let name, let value)? = operation.server else { return nil }
    return .line("\(name): Server" + (value.map { " = " + $0 } ?? ""))
  }

  private func type(of operation: APIOperation) -> String {
    let problem = operation.problem.map { spelling.text($0) } ?? "Never"
    return "Request<\(spelling.text(operation.response)), \(problem)>"
  }

  private func request(_ operation: APIOperation) -> Code {
    let pieces = operation.path.map { piece in
      switch piece {
      case .text(let text): text.escapedInLiteral
      case .parameter(let parameter): "\\(\(parameter.pathArguments))"
      }
    }
    var arguments: [Code] = [
      .line(method(operation.method)), .line(url(of: operation)), .literal(pieces),
    ]
    if case .relative(let path)? = operation.server {
      arguments.append(.prefixed("base: ", .literal(path)))
    }
    return .call(
      opening: "var request = \(type(of: operation))", arguments: arguments, closing: "")
  }

  private func idempotency(_ header: String) -> Code {
    if header == "Idempotency-Key" { return "request.idempotent()" }
    return .call("request.idempotent", .prefixed("header: ", .literal(header)))
  }

  private func url(of operation: APIOperation) -> String {
    if case .argument(let name, _)? = operation.server {
      return api.redirects ? "\(name).redirected(by: self.server).url" : "\(name).url"
    }
    let isShadowed = operation.parameters.contains { $0.name == "server" }
    return isShadowed ? "self.server.url" : "server.url"
  }

  private func method(_ method: String) -> String {
    let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
    return known.contains(method)
      ? "." + method.lowercased() : "HTTPMethod(\(method.literal))"
  }

  private func answers(_ operation: APIOperation) -> Code {
    Code {
      for answer in operation.successes {
        self.answer("success", answer, of: operation.response)
      }
      for answer in operation.refusals {
        self.answer("refusal", answer, of: operation.problem ?? .raw)
      }
    }
  }

  private func answer(
    _ kind: String, _ answer: APIOperation.Answer, of type: SwiftType
  ) -> Code {
    let status =
      switch answer.status {
      case .code(let code): "\(code)"
      case .range(let digit): ".range(\(digit))"
      case .default: ".default"
      }
    return .call("request.\(kind)", .line(status), reader(of: answer, spelling.text(type)))
  }

  private func reader(of answer: APIOperation.Answer, _ type: String) -> Code {
    let wrap: String? =
      switch (answer.wrapping, answer.format) {
      case (.choice(let name), _): "\(type).\(name)"
      case (.optional, .none): "nil"
      // The runtime reads JSON that may be null as it is.
      case (.plain, _), (.optional, .json): nil
      case (.optional, _): "Optional.some"
      }
    let accept = answer.accept.map { Code.prefixed("accept: ", .literal($0)) }
    let arguments = [wrap.map { .line($0) }, accept].compactMap { $0 }
    let isStream = [.events, .jsonLines, .jsonSequence].contains(answer.format)
    return arguments.isEmpty && !isStream
      ? .line(".\(answer.format)")
      : .call(opening: ".\(answer.format)", arguments: arguments, closing: "")
  }
}
