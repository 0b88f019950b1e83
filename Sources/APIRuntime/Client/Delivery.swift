import Foundation

/// What the transport knows of one try of a request. It alone is asked whether the request was
/// delivered, whatever a middleware does.
final class Delivery: Sendable {
  private struct Record {
    var sent: HTTPRequest?
    var outcome: Result<RawResponse, TransportError>?
  }

  private let record = Locked(Record())

  /// The request as it went to the transport, which a middleware may have changed; nil if none did.
  var sent: HTTPRequest? { record.withLock { $0.sent } }

  /// The status and the headers of the answer, without the body, which is on its way; nil if the
  /// transport was not asked.
  var outcome: Result<RawResponse, TransportError>? { record.withLock { $0.outcome } }

  /// The status that the server gave.
  var status: Int? { (try? outcome?.get())?.status }

  /// Sends `request`, but a second one only after a redirect: nobody knows which one was meant.
  func send(_ request: HTTPRequest, by transport: any Transport) async throws -> HTTPResponse {
    let isFirst = record.withLock { record in
      let status = (try? record.outcome?.get())?.status ?? 0
      let isRedirected = (300..<400).contains(status) && request.method.isSafe
      if let sent = record.sent, !isRedirected || !sent.method.isSafe {
        if (sent.description, sent.url.authority) != (request.description, request.url.authority) {
          let reason = "a middleware sent another request before it"
          record.outcome = .failure(.interrupted(.connectionLost(reason)))
        }
        return false
      }
      // Until the transport says otherwise.
      record.outcome = .failure(.interrupted(.cancelled))
      record.sent = request
      return true
    }
    guard isFirst else { throw NotSent.Cause.refused("a middleware sent it a second time") }
    do throws(TransportError) {
      let response = try await transport.send(request)
      let head = RawResponse(status: response.status, headers: response.headers, body: Data())
      record.withLock { $0.outcome = .success(head) }
      return response
    } catch {
      let error = error.redacted(for: request)
      record.withLock { $0.outcome = .failure(error) }
      throw error
    }
  }
}
