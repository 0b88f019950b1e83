import APIRuntime
import Foundation
import LoopbackServer
import Testing

extension Sample {
  init(at server: LoopbackServer) {
    self.init(apiKey: "key-42", server: Server(url: server.url))
  }
}

extension Sample.Message {
  /// One that keeps every rule.
  static let valid = Sample.Message(text: "Hola", phone: "+56912345678")
}

extension SendError {
  var notSent: NotSent? { if case .notSent(let error) = self { error } else { nil } }
  var rejected: Rejection<Problem>? { if case .rejected(let error) = self { error } else { nil } }
  var undecodable: Undecodable? { if case .undecodable(let error) = self { error } else { nil } }
  var outcomeUnknown: OutcomeUnknown? {
    if case .outcomeUnknown(let error) = self { error } else { nil }
  }
}

extension Undecodable {
  var error: JSONDecodingError? {
    if case .unexpected(let error) = cause { error } else { nil }
  }
  var file: String? { if case .file(let words) = cause { words } else { nil } }
  var interruption: OutcomeUnknown.Cause? {
    if case .incomplete(let cause) = cause { cause } else { nil }
  }
  var middleware: String? { if case .middleware(let words) = cause { words } else { nil } }
}

extension NotSent {
  var violations: [String] {
    if case .invalid(let violations) = cause { violations.map(\.description) } else { [] }
  }
}

extension StubTransport {
  /// Answers every request alike.
  convenience init(status: Int = 200, headers: HTTPHeaders = [:], body: String = "") {
    self.init { _ in RawResponse(status: status, headers: headers, body: Data(body.utf8)) }
  }
}

/// Answers each request as a test says.
struct ClosureTransport: Transport {
  let answer: @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportError>

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try answer(request).get()
  }
}

/// What arrives of a request that a server answers with 200.
func received(
  _ path: RequestPath = "/x", _ build: (inout Request<RawResponse, Never>) -> Void = { _ in }
) async throws -> ReceivedRequest {
  let server = try LoopbackServer { _ in .respond(200) }
  var request = Request<RawResponse, Never>(.post, server.url, path)
  request.success(200, .raw)
  build(&request)
  try await Client().send(request)
  return try #require(server.requests.first)
}

/// What is wrong with a request, which is not sent.
func violations(
  _ path: RequestPath = "/x", _ build: (inout Request<RawResponse, Never>) -> Void = { _ in }
) async -> [String] {
  var request = Request<RawResponse, Never>(.post, "https://a.example", path)
  build(&request)
  let error = await #expect(throws: SendError<Never>.self) {
    try await Client(transport: StubTransport(status: 200)).send(request)
  }
  return error?.notSent?.violations ?? []
}
