import Foundation

/// A day of the Gregorian calendar, without time or zone: full-date of RFC 3339 §5.6, `2024-02-29`.
public struct CalendarDate: Sendable, Hashable {
  /// 0 to 9999.
  public let year: Int

  /// 1 to 12.
  public let month: Int

  /// From 1 on.
  public let day: Int

  /// nil for a day that the calendar does not have.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...daysIn(month: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-02-29`; nil for any other text.
  public init?(_ text: String) {
    var reader = TimestampReader(text: text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }
}

extension CalendarDate: Comparable, CustomStringConvertible {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public var description: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

extension CalendarDate: JSONCodable, Codable {
  public init(json: JSONValue) throws {
    // Of a date-time the day that it names.
    guard let text = json.string, Date(rfc3339: text, isLenient: true) != nil,
      let date = CalendarDate(String(text.prefix(10)))
    else {
      throw JSONDecodingError(expected: "a date (RFC 3339)", found: json)
    }
    if text.utf8.count > 10 {
      Deviations.current?.note("a date (RFC 3339)", found: "a date and time")
    }
    self = date
  }

  public func json(in context: inout EncodingContext) -> JSONValue { .string(description) }

  public init(from decoder: any Decoder) throws { self = try decodeJSON(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try encodeJSON(self, to: encoder) }
}
