/// Carries requests to servers.
public protocol Transport: Sendable {
  /// Sends `request` once, and gives whatever the server answers, of any status, once its headers
  /// are there. Redirects are answers too.
  ///
  /// - Throws: `TransportError` where there is no answer. It must say whether anything can have
  ///   gone out.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
