/// Reads the parts of a date-time (RFC 3339 §5.6) from left to right.
struct TimestampReader {
  private var rest: Substring.UTF8View

  init(text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// The date; nil for one that the calendar does not have.
  mutating func date() -> CalendarDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The time of day, in seconds; where it is lenient, one without seconds too.
  mutating func time(isLenient: Bool) -> Int? {
    guard let hour = number(digits: 2), hour < 24, skip(":"),
      let minute = number(digits: 2), minute < 60
    else { return nil }
    let minutes = hour * 3600 + minute * 60
    guard skip(":") else { return isLenient ? minutes : nil }
    guard let second = number(digits: 2), second <= 60 else { return nil }
    return minutes + second
  }

  /// The fraction of a second; 0 where there is none.
  mutating func nanoseconds() -> Int? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty else { return nil }
    rest.removeFirst(digits.count)
    let nine = digits.prefix(9)
    let value = nine.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return (nine.count..<9).reduce(value) { value, _ in value * 10 }
  }

  /// The offset from UTC, in seconds; where it is lenient, one without minutes too, and one after a
  /// space, or `UTC` there, as Ruby writes it.
  mutating func offset(isLenient: Bool) -> Int? {
    if isLenient, skip(" "), rest.elementsEqual("UTC".utf8) {
      rest = rest.dropFirst(3)
      return 0
    }
    if skip("Zz") { return 0 }
    let isWest = rest.first == UInt8(ascii: "-")
    guard skip("+-"), let hours = number(digits: 2), hours < 24 else { return nil }
    if isLenient, isAtEnd { return hours * 3600 * (isWest ? -1 : 1) }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }

  /// Steps over one of `characters`.
  mutating func skip(_ characters: StaticString) -> Bool {
    guard let first = rest.first, "\(characters)".utf8.contains(first) else { return false }
    rest.removeFirst()
    return true
  }

  /// Exactly so many ASCII digits.
  private mutating func number(digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    rest.removeFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
