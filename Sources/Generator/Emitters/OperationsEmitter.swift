import OpenAPI

/// Writes `<Provider>+Operations.swift`: for each operation, a method that builds its request.
///
///     nonisolated extension Wassist {
///       public func sendMessage(id: String, _ body: SendMessageInput) -> Request<Message, Never> {
///         var request = Request<Message, Never>(
///           .post, server.url, "/api/v1/conversations/\(id)/messages/")
///         request.header("X-API-Key", apiKey)
///         request.json(body)
///         request.success(201, .json)
///         return request
///       }
///     }
///
/// An object, so that the blocks of each method do not copy it.
final class OperationsEmitter {
  private let api: API
  private let spelling: TypeSpelling

  init(api: API, spelling: TypeSpelling) {
    self.api = api
    self.spelling = spelling
  }

  func write(to code: inout Code) {
    code.block("nonisolated extension \(api.name)") { code in
      for operation in api.operations {
        code.paragraph { self.operation(operation, &$0) }
      }
      for authorization in api.authorizations {
        code.paragraph { AuthorizationEmitter(authorization: authorization).write(to: &$0) }
      }
      if !api.examples.isEmpty {
        code.paragraph(ExamplesEmitter(api: api, spelling: spelling).write)
      }
    }
  }

  private func operation(_ operation: APIOperation, _ code: inout Code) {
    let type = type(of: operation)
    code.documentation(documentation(of: operation))
    if operation.isDeprecated { code.line("@available(*, deprecated)") }
    let opening = "\(spelling.access)func \(operation.name.escaped)"
    code.function(opening, closing: " -> \(type)") { code in
      parameters(of: operation, &code)
    } body: { code in
      if case .argument(let name, let choice)? = operation.server, choice.followsProvider {
        server(name, of: choice, &code)
      }
      request(operation, type, &code)
      SecurityEmitter(operation: operation).write(to: &code)
      for parameter in operation.parameters where parameter.location != .path {
        code.call("request.", parameter.method) { parameter.arguments(&$0) }
      }
      for parameter in operation.parameters { parameter.check(&code) }
      if let body = operation.body { BodyEmitter(body: body).write(to: &code) }
      if let header = operation.idempotencyKey { idempotency(header, &code) }
      for answer in operation.successes {
        self.answer("success", answer, of: operation.response, &code)
      }
      for answer in operation.refusals {
        self.answer("refusal", answer, of: operation.problem ?? .raw, &code)
      }
      code.line("return request")
    }
  }

  private func documentation(of operation: APIOperation) -> [String] {
    func entries(_ parameters: [APIOperation.Parameter]) -> [Documentation.Parameter] {
      parameters.map { ($0.name, $0.documentation, "In the \($0.place).") }
    }
    var all = entries(operation.parameters.filter(\.hasToBeGiven))
    if let body = operation.body { all.append(("body", body.documentation, "What is sent.")) }
    all += entries(operation.parameters.filter { !$0.hasToBeGiven })
    if case .argument(let name, let choice)? = operation.server {
      all.append((name, [], destination(choice)))
    }
    return Documentation.join([operation.documentation, Documentation.parameters(all)])
  }

  private func destination(_ choice: ServerChoice) -> String {
    if !choice.followsProvider { return "Where it goes." }
    let shared = choice.shared.map { "`\($0.name)`" }.joined(separator: " and ")
    return "Where it goes. Unless given, it has the \(shared) of the provider's server."
  }

  /// The required parameters, the body, and the optional parameters.
  private func parameters(of operation: APIOperation, _ code: inout Code) {
    for parameter in operation.parameters where parameter.hasToBeGiven {
      code.line(parameter.name.escaped, ": ", parameter.type(spelling))
    }
    if let body = operation.body {
      let type = spelling.text(body.isOptional ? body.type.orNil : body.type)
      code.line("_ body: ", type, body.isOptional ? " = nil" : "")
    }
    for parameter in operation.parameters where !parameter.hasToBeGiven {
      let type = parameter.type(spelling)
      let value = parameter.defaultValue.map { " = " + $0 } ?? "? = nil"
      code.line(parameter.name.escaped, ": ", type, value)
    }
    if case .argument(let name, let choice)? = operation.server {
      let value = choice.followsProvider ? "? = nil" : choice.value.map { " = " + $0 } ?? ""
      code.line("\(name): Server\(value)")
    }
  }

  private func type(of operation: APIOperation) -> String {
    let problem = operation.problem.map { spelling.text($0) } ?? "Never"
    return "Request<\(spelling.text(operation.response)), \(problem)>"
  }

  /// Where the provider is in one region, its operations are not in another.
  private func server(_ name: String, of choice: ServerChoice, _ code: inout Code) {
    code.halves("let ", name, " =") { code in
      code.indented { code in
        code.halves(name) { code in
          code.call("?? .", choice.name) { code in
            for variable in choice.shared {
              code.line(
                "\(variable.name): self.server.\(variable.name.escaped)",
                variable.defaultValue.map { " ?? " + $0 } ?? "")
            }
          }
        }
      }
    }
  }

  private func request(_ operation: APIOperation, _ type: String, _ code: inout Code) {
    let pieces = operation.path.map { piece in
      switch piece {
      case .text(let text): text.escapedInLiteral
      case .parameter(let parameter): "\\(\(parameter.pathArguments))"
      }
    }
    code.call("var request = ", type) { code in
      code.line(operation.method.methodSpelling)
      code.line(url(of: operation))
      code.literal(pieces: pieces)
      if case .relative(let path)? = operation.server {
        code.prefixed("base: ") { $0.literal(path) }
      }
    }
  }

  private func idempotency(_ header: String, _ code: inout Code) {
    code.call("request.idempotent") { code in
      if header != "Idempotency-Key" { code.prefixed("header: ") { $0.literal(header) } }
    }
  }

  private func url(of operation: APIOperation) -> String {
    if case .argument(let name, _)? = operation.server {
      return api.redirects ? "\(name).redirected(by: self.server).url" : "\(name).url"
    }
    let isShadowed = operation.parameters.contains { $0.name == "server" }
    return isShadowed ? "self.server.url" : "server.url"
  }

  private func answer(
    _ kind: String, _ answer: APIOperation.Answer, of type: SwiftType, _ code: inout Code
  ) {
    code.call("request.", kind) { code in
      switch answer.status {
      case .code(let status): code.line("\(status)")
      case .range(let digit): code.line(".range(\(digit))")
      case .default: code.line(".default")
      }
      reader(of: answer, type, &code)
    }
  }

  private func reader(of answer: APIOperation.Answer, _ type: SwiftType, _ code: inout Code) {
    let wrap: String? =
      switch (answer.wrapping, answer.format) {
      case (.choice(let name), .none): "\(spelling.text(type)).\(name)"
      // Before Swift 6 a case is no `@Sendable` function.
      case (.choice(let name), _): "{ .\(name)($0) }"
      case (.optional, .none): "nil"
      // The runtime reads JSON that may be null as it is.
      case (.plain, _), (.optional, .json): nil
      case (.optional, _): "{ $0 }"
      }
    let isStream = [.events, .jsonLines, .jsonSequence].contains(answer.format)
    let name = answer.format.rawValue
    if wrap == nil, answer.accept == nil, !isStream { return code.line(".", name) }
    code.call(".", name) { code in
      if let wrap { code.line(wrap) }
      if let accept = answer.accept { code.prefixed("accept: ") { $0.literal(accept) } }
    }
  }
}

extension String {
  /// The method of this name as the runtime has it: `.get`.
  var methodSpelling: String {
    let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
    return known.contains(self) ? "." + lowercased() : "HTTPMethod(\(literal))"
  }
}
