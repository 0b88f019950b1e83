/// Makes events of the lines of a text/event-stream (WHATWG HTML §9.2.6). An event that the end
/// cuts off is dropped.
struct EventParser {
  /// What the events answer.
  let reading: Reading

  private var id = ""
  private var retry: Duration?
  private var event = ""
  private var data: [String] = []
  private var isFirstLine = true

  init(_ reading: Reading) { self.reading = reading }

  /// The event that `line` completes, which it does where it is empty; nil otherwise.
  mutating func append<Content>(_ line: [UInt8]) -> ServerSentEvent<Content>? {
    let line = isFirstLine && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line[3...]) : line
    isFirstLine = false
    if line.isEmpty { return dispatch() }
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    let value = line[name.count...].dropFirst()
    field(
      String(decoding: name, as: UTF8.self),
      String(decoding: value.first == 0x20 ? value.dropFirst() : value, as: UTF8.self))
    return nil
  }

  /// A comment has an empty name.
  private mutating func field(_ name: String, _ value: String) {
    switch name {
    case "data": data.append(value)
    case "event": event = value
    case "id" where !value.contains("\0"): id = value
    case "retry" where value.utf8.allSatisfy { $0 &- 0x30 < 10 }:
      retry = Int64(value).map { .milliseconds($0) } ?? retry
    default: break
    }
  }

  private mutating func dispatch<Content>() -> ServerSentEvent<Content>? {
    defer {
      event = ""
      data = []
    }
    if data.isEmpty { return nil }
    return ServerSentEvent(
      id: id, event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"),
      retry: retry, reading: reading)
  }
}
