import Foundation

@testable import APIRuntime

// Transports that answer as a test says.

extension StubTransport {
  /// Answers every request alike.
  convenience init(status: Int = 200, headers: HTTPHeaders = [:], body: String = "") {
    self.init { _ in RawResponse(status: status, headers: headers, body: Data(body.utf8)) }
  }
}

/// Answers each request as a closure does.
struct ClosureTransport: Transport {
  let answer: @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportError>

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try answer(request).get()
  }
}

/// Answers each try as a list says, the last as all that follow, and keeps what was sent.
final class ScriptTransport: Transport {
  private let script: [Result<RawResponse, TransportError>]
  private let sent = Locked<[HTTPRequest]>([])

  init(_ script: Result<RawResponse, TransportError>...) { self.script = script }

  var requests: [HTTPRequest] { sent.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let count = sent.withLock { sent in
      sent.append(request)
      return sent.count
    }
    return HTTPResponse(try script[min(count, script.count) - 1].get())
  }
}

extension Result<RawResponse, TransportError> {
  static let lost = Result.failure(.interrupted(.connectionLost("reset")))
  static let unreachable = Result.failure(.notSent(.noConnection("refused")))

  static func status(_ status: Int, _ headers: HTTPHeaders = [:], _ body: String = "") -> Result {
    .success(RawResponse(status: status, headers: headers, body: Data(body.utf8)))
  }
}
