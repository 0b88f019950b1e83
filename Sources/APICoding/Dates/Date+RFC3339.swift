import Foundation

extension Date {
  /// Reads a date-time (RFC 3339 §5.6): a fraction of any length (digits past the ninth are left
  /// out), any offset, with or without its colon, `t` and `z` in lower case, a space for the T. The
  /// leap second :60 is the next second's start.
  ///
  /// - Parameter isLenient: Whether what servers write instead is read too: the time without its
  ///   offset or its seconds, and the day alone, each in UTC; an offset of hours alone, or after a
  ///   space; `UTC`.
  init?(rfc3339 text: String, isLenient: Bool = false) {
    var reader = TimestampReader(text: text)
    guard let date = reader.date() else { return nil }
    var (time, nanoseconds, offset): (Int?, Int?, Int?) = (0, 0, 0)
    if !isLenient || !reader.isAtEnd {
      time = reader.skip("Tt ") ? reader.time(isLenient: isLenient) : nil
      nanoseconds = reader.nanoseconds()
      offset = isLenient && reader.isAtEnd ? 0 : reader.offset(isLenient: isLenient)
    }
    guard let time, let nanoseconds, let offset, reader.isAtEnd else { return nil }
    let days = daysSince1970(year: date.year, month: date.month, day: date.day)
    let seconds = days * 86_400 + time - offset
    self.init(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1_000_000_000)
  }

  /// The date-time (RFC 3339 §5.6) in UTC, to the microsecond, with as many of 0, 3 or 6 digits of
  /// a fraction as it takes; nil outside the years 0 to 9999.
  var rfc3339: String? {
    // The end of the last year of four digits, to which .NET's last moment is rounded.
    guard (-62_167_219_200...253_402_300_800).contains(timeIntervalSince1970) else { return nil }
    let time = min(timeIntervalSince1970, 253_402_300_799.999)
    let milliseconds = (time * 1000).rounded()
    // Far from 1970 a Date is no longer exact to the microsecond.
    let isWhole = abs(time - milliseconds / 1000) < max(0.000_000_5, 2 * time.ulp)
    let rounded =
      isWhole ? Int64(milliseconds) * 1000 : Int64((time * 1_000_000).rounded())
    let seconds = rounded.dividedByFlooring(1_000_000)
    let days = seconds.quotient.dividedByFlooring(86_400)
    let (year, month, day) = civilDate(daysSince1970: Int(days.quotient))
    let second = Int(days.remainder)
    let microseconds = Int(seconds.remainder)
    let fraction =
      switch (microseconds, microseconds % 1000) {
      case (0, _): ""
      case (_, 0): "." + padded(microseconds / 1000, to: 3)
      default: "." + padded(microseconds, to: 6)
      }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))T"
      + "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2))"
      + ":\(padded(second % 60, to: 2))\(fraction)Z"
  }
}

/// How many days a month has, 1 to 12, in the Gregorian calendar.
func daysIn(month: Int, of year: Int) -> Int {
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return switch month {
  case 2: isLeap ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// The number of days from 1970-01-01 in the Gregorian calendar. The year is taken to begin in
/// March, so that the leap day is its last, and in eras of 400 years, which have 146,097 days each.
func daysSince1970(year: Int, month: Int, day: Int) -> Int {
  let (era, yearOfEra) = (month > 2 ? year : year - 1).dividedByFlooring(400)
  let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

/// The other way around.
func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
  let (era, dayOfEra) = (days + 719_468).dividedByFlooring(146_097)
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let month = (monthFromMarch + 2) % 12 + 1
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
}

extension BinaryInteger {
  /// Division that rounds down, with a remainder that is never negative.
  fileprivate func dividedByFlooring(_ divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// `number`, which is not negative, with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
