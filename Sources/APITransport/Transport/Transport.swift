/// Carries requests to servers.
public protocol Transport: Sendable {
  /// Sends `request` once, and gives whatever the server answers, of any status, once its headers
  /// are there. Redirects are answers too.
  ///
  /// `request.report(sent:)` and `request.report(received:with:)` tell who has asked for it how far
  /// it has come: call them as the bodies go by. A body whose `data` is nil has files among its
  /// `segments`.
  ///
  /// - Throws: `TransportError` where there is no answer. It must say whether anything can have
  ///   gone out.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
