/// Sees each try of a request as it goes out, with its credentials, and the answer as it arrived.
/// It may change either, answer the request itself, or throw to stop it.
///
/// ```swift
/// struct Tracing: Middleware {
///   let span: String
///
///   func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
///     var request = request
///     request.headers["traceparent"] = span
///     return try await next(request)
///   }
/// }
/// ```
///
/// Only the transport decides whether the request was delivered; a middleware cannot change that:
///
/// | The transport | The middleware answers | The middleware throws |
/// |---|---|---|
/// | was not asked | its answer, if it accepts; `notSent` | `notSent` |
/// | failed | what the transport says | what the transport says |
/// | had an answer | its answer | `rejected` or `undecodable`, by the server's status |
public protocol Middleware: Sendable {
  /// What sends a request on its way: the next middleware, or the transport.
  typealias Next = @Sendable (HTTPRequest) async throws -> HTTPResponse

  /// Sends `request` by `next`, which can be called once, and again where the answer redirects a
  /// request that changes nothing, such as a `GET`.
  func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse
}
