import APIRuntime
import Foundation
import LoopbackServer

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

extension NotSent {
  var violations: [String] {
    if case .invalid(let violations) = cause { violations.map(\.description) } else { [] }
  }
}

/// Answers every request alike.
struct StubTransport: Transport {
  var status = 200
  var headers = HTTPHeaders()
  var body = ""

  func send(_ request: HTTPRequest) async throws(TransportError) -> RawResponse {
    RawResponse(status: status, headers: headers, body: Data(body.utf8))
  }
}

/// Shows every request to a test, and answers it with null.
struct EchoTransport: Transport {
  let sent: @Sendable (HTTPRequest) -> Void

  func send(_ request: HTTPRequest) async throws(TransportError) -> RawResponse {
    sent(request)
    return RawResponse(status: 200, headers: [:], body: Data("null".utf8))
  }
}
