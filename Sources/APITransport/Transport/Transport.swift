/// Carries requests to servers.
public protocol Transport: Sendable {
  /// Sends `request` once, and returns the answer, of any status, once its headers have arrived.
  /// Redirects are answers too.
  ///
  /// Call `request.report(sent:)` and `request.report(received:with:)` as the bodies go by: they
  /// report the progress. A body whose `data` is nil has files among its `segments`.
  ///
  /// - Throws: `TransportError` where there is no answer. It must say whether anything may have
  ///   gone out.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
