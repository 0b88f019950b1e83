import Foundation

extension CalendarDate {
  /// The day that it is in a time zone at an instant; nil outside the years 0 to 9999.
  public init?(_ date: Date, in timeZone: TimeZone = .current) {
    let seconds = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
    // Before it is made an integer.
    guard (-1e12...1e12).contains(seconds) else { return nil }
    let (year, month, day) = civilDate(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    self.init(year: year, month: month, day: day)
  }

  /// The instant at which the day begins in a time zone: midnight, or, where clocks are put forward
  /// over it, the moment when they are. Nil where the whole day is left out, as Samoa did without
  /// 2011-12-30.
  public func date(in timeZone: TimeZone = .current) -> Date? {
    let midnight = daysSince1970(year: year, month: month, day: day) * 86_400
    let offset = { (second: Int) in
      timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
    // No zone is further than a day from UTC.
    let offsets = [offset(midnight - 86_400), offset(midnight + 86_400)]
    let candidates = offsets.map { midnight - $0 }.sorted()
    var start = candidates.first { midnight - $0 == offset($0) }
    if start == nil {
      // Clocks are put forward between the two.
      var (before, after) = (candidates[0] - 1, candidates[1])
      while after - before > 1 {
        let middle = (before + after) / 2
        if middle + offset(middle) < midnight { before = middle } else { after = middle }
      }
      start = after
    }
    return start.map { Date(timeIntervalSince1970: Double($0)) }
      .flatMap { CalendarDate($0, in: timeZone) == self ? $0 : nil }
  }
}
