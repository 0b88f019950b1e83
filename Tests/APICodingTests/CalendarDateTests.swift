import APICoding
import Foundation
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2024-02-29", "0000-01-01", "9999-12-31", "2000-02-29"])
  func readsAndWrites(_ text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect("\(date)" == text)
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(text)\"]")
    #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
  }

  @Test(arguments: [
    "", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31",
    "24-01-01", "2024-1-1", "2024-01-01T", "2024-01-01 ", "+2024-01-01", "２024-01-01",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
    #expect(throws: JSONDecodingError.self) { try CalendarDate(json: .string(text)) }
  }

  @Test(arguments: [
    ("2024-03-01T04:59:59Z", "America/New_York", "2024-02-29"),
    ("2024-03-01T05:00:00Z", "America/New_York", "2024-03-01"),
    ("2024-02-29T15:00:00Z", "Asia/Tokyo", "2024-03-01"),
    ("2024-02-29T14:59:59.999Z", "Asia/Tokyo", "2024-02-29"),
    ("1969-12-31T23:59:59.5Z", "GMT", "1969-12-31"), ("1500-02-28T00:00:00Z", "GMT", "1500-02-28"),
    ("0000-01-01T00:00:00Z", "GMT", "0000-01-01"), ("9999-12-31T23:59:59Z", "GMT", "9999-12-31"),
    ("9999-12-31T23:59:59Z", "Asia/Tokyo", nil), ("0000-01-01T00:00:00Z", "America/Lima", nil),
  ])
  func `the day that it is`(_ instant: String, _ zone: String, _ day: String?) throws {
    let zone = try #require(TimeZone(identifier: zone))
    #expect(CalendarDate(try Date(json: .string(instant)), in: zone)?.description == day)
  }

  @Test(arguments: [
    ("2024-02-29", "America/New_York", "2024-02-29T05:00:00Z"),
    ("2024-03-10", "America/New_York", "2024-03-10T05:00:00Z"),
    ("2024-11-03", "America/New_York", "2024-11-03T04:00:00Z"),
    ("2024-03-01", "Asia/Tokyo", "2024-02-29T15:00:00Z"),
    ("2024-03-01", "Pacific/Kiritimati", "2024-02-29T10:00:00Z"),
    ("2024-03-01", "Pacific/Niue", "2024-03-01T11:00:00Z"),
    // Clocks go from 00:00 to 01:00, and from 00:00 to 23:00.
    ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"),
    ("2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z"),
    // Clocks go from 23:30 to 00:30.
    ("1919-03-31", "America/Toronto", "1919-03-31T04:30:00Z"),
    // Clocks go from 00:01 to 23:01: the day begins twice.
    ("2006-10-29", "America/St_Johns", "2006-10-29T02:30:00Z"),
    ("2011-12-29", "Pacific/Apia", "2011-12-29T10:00:00Z"), ("2011-12-30", "Pacific/Apia", nil),
    ("2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00Z"),
    ("0000-01-01", "GMT", "0000-01-01T00:00:00Z"), ("1500-02-28", "GMT", "1500-02-28T00:00:00Z"),
    ("9999-12-31", "GMT", "9999-12-31T00:00:00Z"),
  ])
  func `when a day begins`(_ day: String, _ zone: String, _ instant: String?) throws {
    let zone = try #require(TimeZone(identifier: zone))
    let date = try #require(CalendarDate(day)).date(in: zone)
    #expect(try date == instant.map { try Date(json: .string($0)) })
    if let date { #expect(CalendarDate(date, in: zone)?.description == day) }
  }

  @Test func `no day is at an instant that is no time`() {
    #expect(CalendarDate(Date(timeIntervalSince1970: .infinity), in: .gmt) == nil)
    #expect(CalendarDate(Date(timeIntervalSince1970: .nan), in: .gmt) == nil)
    #expect(CalendarDate(Date()) != nil)
  }

  @Test func hasAnOrder() throws {
    let days = ["2024-02-01", "2023-12-31", "2024-01-31"].compactMap(CalendarDate.init(_:))
    #expect(days.sorted().map(\.description) == ["2023-12-31", "2024-01-31", "2024-02-01"])
    #expect(CalendarDate(year: 2024, month: 2, day: 29) == CalendarDate("2024-02-29"))
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
  }
}
