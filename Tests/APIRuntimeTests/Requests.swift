import LoopbackServer
import Testing

@testable import APIRuntime

extension Request where Response == RawResponse, Problem == Never {
  /// A request whose answer is taken as it is.
  static func raw(
    _ method: HTTPMethod = .post, _ server: String = "https://a.example",
    _ path: RequestPath = "/x", _ build: (inout Request) -> Void = { _ in }
  ) -> Request {
    var request = Request(method, server, path)
    request.success(200, .raw)
    build(&request)
    return request
  }
}

/// What arrives of a request that a server answers with 200.
func received(
  _ path: RequestPath = "/x", _ build: (inout Request<RawResponse, Never>) -> Void = { _ in }
) async throws -> ReceivedRequest {
  let server = try LoopbackServer { _ in .respond(200) }
  try await Client().send(.raw(.post, server.url, path, build))
  return try #require(server.requests.first)
}

/// What keeps a request from being sent; nothing where it is sent.
func violations(
  _ path: RequestPath = "/x", _ build: (inout Request<RawResponse, Never>) -> Void = { _ in }
) async -> [String] {
  do {
    try await Client(transport: StubTransport(status: 200)).send(
      .raw(.post, "https://a.example", path, build))
    return []
  } catch {
    return error.notSent?.violations ?? [error.description]
  }
}

extension Sample {
  init(at server: LoopbackServer) {
    self.init(apiKey: "key-42", server: Server(url: server.url))
  }
}

extension Sample.Message {
  /// One that keeps every rule.
  static let valid = Sample.Message(text: "Hola", phone: "+56912345678")
}

extension Secret {
  /// How many tasks wait for it to be fetched.
  var waitingCount: Int { if case .fetched(let source) = source { source.waitingCount } else { 0 } }
}
