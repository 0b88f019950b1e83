import Foundation
import Testing

@testable import APICoding

struct DateTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2021-06-03T14:37:24.684Z", 1_622_731_044.684),
      ("2021-06-03t14:37:24z", 1_622_731_044), ("2021-06-03 14:37:24Z", 1_622_731_044),
      ("2021-06-03T10:37:24.684-04:00", 1_622_731_044.684),
      ("2021-06-03T20:07:24+0530", 1_622_731_044),
      ("2021-06-03T14:37:24.6Z", 1_622_731_044.6), ("1969-12-31T23:59:59.999Z", -0.001),
      ("2000-02-29T00:00:00Z", 951_782_400), ("0000-01-01T00:00:00Z", -62_167_219_200),
      ("2016-12-31T23:59:60Z", 1_483_228_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ] as [(String, Double)])
  func reads(_ text: String, _ seconds: Double) throws {
    let date = try Date(json: .string(text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_1)
  }

  @Test func readsNanoseconds() throws {
    let date = try Date(json: "2021-06-03T14:37:24.123456789Z")
    #expect(abs(date.timeIntervalSince1970 - 1_622_731_044.123456789) < 0.000_001)
  }

  @Test(arguments: [
    "", "2021-06-03T", "2021-06-03T14", "2021-06-03Z", "2021-13-03T14:37:24Z",
    "2021-02-29T00:00:00Z",
    "2021-06-00T14:37:24Z", "2021-06-03T24:00:00Z", "2021-06-03T14:60:24Z", "2021-06-03T14:37:61Z",
    "2021-06-03T14:37:24.Z", "2021-06-03T14:37:24Zx", "2021-06-03T14:37:24+1",
    "2O21-06-03T14:37:24Z",
    "+021-06-03T14:37:24Z",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONDecodingError.self) { try Date(json: .string(text)) }
  }

  @Test(arguments: [
    "2021-06-03T14:37:24.684Z", "2021-06-03T14:37:24Z", "1969-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z", "2000-02-29T23:59:59.001Z", "9999-12-31T23:59:59.999Z",
    "1900-03-01T00:00:00Z", "2026-11-21T10:00:00.123456Z", "2026-11-21T10:00:00.000001Z",
    "1969-12-31T23:59:59.999999Z", "2026-11-21T10:00:00.120Z",
  ])
  func writesWhatItReads(_ text: String) throws {
    #expect(try Date(json: .string(text)).rfc3339 == text)
  }

  @Test(arguments: ["9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999Z"])
  func `the last moment of .NET can be sent back`(_ text: String) throws {
    #expect(try Date(json: .string(text)).rfc3339 == "9999-12-31T23:59:59.999Z")
  }

  /// Foundation's own calendar, every 9 days and some seconds for 300 years.
  @Test func agreesWithFoundation() {
    let formatter = ISO8601DateFormatter()
    for seconds in stride(from: -4_000_000_000.0, to: 5_500_000_000, by: 9 * 86_400 + 12_345) {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(date.rfc3339 == formatter.string(from: date))
    }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, 253_402_300_801, -62_167_219_201])
  func hasNoTextOutsideFourDigitYears(_ seconds: Double) {
    #expect(Date(timeIntervalSince1970: seconds).rfc3339 == nil)
  }
}
