import Foundation

extension HTTPHeaders {
  /// How long to wait before the next try (RFC 9110 §10.2.3), from seconds or a date, which counts
  /// from the server's own; nil where it is not said.
  package var retryAfter: Duration? {
    guard let text = self["Retry-After"] else { return nil }
    let now = self["Date"].flatMap(Date.init(httpDate:)) ?? Date()
    let seconds = Double(text) ?? Date(httpDate: text)?.timeIntervalSince(now)
    // Past a lifetime, a `Duration` overflows.
    return seconds.map { .seconds($0.isNaN ? 0 : Swift.min(Swift.max($0, 0), 1e9)) }
  }
}
