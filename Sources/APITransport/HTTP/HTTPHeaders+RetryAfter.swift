import Foundation

extension HTTPHeaders {
  /// How long to wait before the next try (RFC 9110 §10.2.3), from seconds, of which some servers
  /// write a fraction, or a date, which counts from the server's own; nil where it is not said.
  package var retryAfter: Duration? {
    guard let text = self["Retry-After"] else { return nil }
    let now = self["Date"].flatMap(Date.init(httpDate:)) ?? Date()
    // `Double` reads `nan`, `-1` and `0x1` too, which say nothing of a time.
    let isNumber = text.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    let seconds = isNumber ? Double(text) : Date(httpDate: text)?.timeIntervalSince(now)
    // Past a lifetime, a `Duration` overflows.
    return seconds.map { .seconds(Swift.min(Swift.max($0, 0), 1e9)) }
  }
}
