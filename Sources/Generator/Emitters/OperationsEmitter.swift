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
        fields(operation)
        answers(operation)
        "return request"
      }
    }
  }

  private func documentation(of operation: APIOperation) -> [String] {
    let parameters = operation.parameters.compactMap { parameter in
      parameter.documentation.first.map { "- Parameter \(parameter.name): \($0)" }
    }
    return Documentation.join([operation.documentation, parameters])
  }

  /// What has to be given, then the body, then what may be left out.
  private func parameters(of operation: APIOperation) -> [Code] {
    let required = operation.parameters.filter { !$0.isOptional }
    let optional = operation.parameters.filter(\.isOptional)
    let body = operation.body.map { body in
      Code.line("_ body: \(spelling.text(body.type))" + (body.isOptional ? "? = nil" : ""))
    }
    return required.map { .line("\($0.name.escaped): \(spelling.text($0.type))") }
      + [body].compactMap { $0 }
      + optional.map { .line("\($0.name.escaped): \(spelling.text($0.type))? = nil") }
  }

  private func type(of operation: APIOperation) -> String {
    let response = operation.response.map(text) ?? "RawResponse"
    let problem = operation.problem.map(text) ?? "Never"
    return "Request<\(response), \(problem)>"
  }

  private func text(_ reading: APIOperation.Reading) -> String {
    switch reading {
    case .json(let type): spelling.text(type)
    case .raw: "RawResponse"
    }
  }

  private func request(_ operation: APIOperation) -> Code {
    let pieces = operation.path.flatMap { piece in
      switch piece {
      case .text(let text): text.literalPieces
      case .parameter(let name): ["\\(\(name.escaped))"]
      }
    }
    let method = "." + operation.method.lowercased()
    return .call(
      opening: "var request = \(type(of: operation))",
      arguments: [.line(method), "server.url", .literal(pieces)], closing: "")
  }

  private func fields(_ operation: APIOperation) -> Code {
    Code {
      for credential in operation.credentials {
        field("header", credential.header, credential.name)
      }
      for parameter in operation.parameters where parameter.location != .path {
        field(parameter.location.rawValue, parameter.key, parameter.name)
      }
      if let body = operation.body {
        switch body.format {
        case .json: "request.json(body)"
        case .multipart: "request.multipart(body)"
        }
      }
    }
  }

  private func field(_ location: String, _ key: String, _ name: String) -> Code {
    .call("request.\(location)", .literal(key), .line(name.escaped))
  }

  private func answers(_ operation: APIOperation) -> Code {
    Code {
      for answer in operation.successes { self.answer("success", answer) }
      for answer in operation.refusals { self.answer("refusal", answer) }
    }
  }

  private func answer(_ kind: String, _ answer: APIOperation.Answer) -> Code {
    let status =
      switch answer.status {
      case .code(let code): "\(code)"
      case .range(let digit): ".range(\(digit))"
      case .default: ".default"
      }
    let reader =
      switch answer.reading {
      case .json: ".json"
      case .raw: ".raw"
      }
    return .line("request.\(kind)(\(status), \(reader))")
  }
}
