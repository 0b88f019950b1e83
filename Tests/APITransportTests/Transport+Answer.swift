import APITransport
import Foundation
import LoopbackServer
import Testing

extension HTTPRequest {
  init(
    _ method: HTTPMethod, _ server: LoopbackServer, headers: HTTPHeaders = [:], body: Body? = nil
  ) throws {
    let url = try #require(URL(string: server.url + "/x"))
    self.init(method: method, url: url, headers: headers, body: body)
  }
}

extension Transport {
  /// The answer when all of it has come.
  func answer(to request: HTTPRequest) async throws -> RawResponse {
    let response = try await send(request)
    var body = Data()
    for try await piece in response.body { body += piece }
    return RawResponse(status: response.status, headers: response.headers, body: body)
  }
}

extension TransportError {
  var notSent: NotSent.Cause? { if case .notSent(let cause) = self { cause } else { nil } }
  var interrupted: OutcomeUnknown.Cause? {
    if case .interrupted(let cause) = self { cause } else { nil }
  }
}
