import Foundation

extension Date {
  /// Reads an HTTP-date, in its form, in the two old ones (RFC 9110 §5.6.7), and in that of mails
  /// (RFC 5322 §3.3).
  package init?(httpDate text: String) {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    let formats = [
      "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
      "EEE MMM d HH:mm:ss yyyy", "EEE, dd MMM yyyy HH:mm:ss Z",
    ]
    for format in formats {
      formatter.dateFormat = format
      guard let date = formatter.date(from: text) else { continue }
      self = date
      return
    }
    return nil
  }
}
