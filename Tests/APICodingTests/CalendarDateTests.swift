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

  @Test func hasAnOrder() throws {
    let days = ["2024-02-01", "2023-12-31", "2024-01-31"].compactMap(CalendarDate.init(_:))
    #expect(days.sorted().map(\.description) == ["2023-12-31", "2024-01-31", "2024-02-01"])
    #expect(CalendarDate(year: 2024, month: 2, day: 29) == CalendarDate("2024-02-29"))
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
  }
}
