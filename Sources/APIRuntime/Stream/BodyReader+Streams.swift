import Foundation

// Each has a second form that wraps the stream, as `BodyReader.json` has.
extension BodyReader {
  /// The events of a text/event-stream (WHATWG HTML §9.2.6).
  public static func events<Content>(
    _ wrap: @escaping @Sendable (EventStream<ServerSentEvent<Content>>) -> Value
  ) -> BodyReader {
    stream(wrap, accept: "text/event-stream", .lines) { reading in
      var parser = EventParser(reading)
      return { parser.append($0) }
    }
  }

  /// JSON texts, one a line (application/jsonl, application/x-ndjson).
  public static func jsonLines<Element: JSONDecodable>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value,
    accept: String = "application/jsonl"
  ) -> BodyReader {
    stream(wrap, accept: accept, .lineFeeds) { _ in readJSON }
  }

  /// JSON texts, each after a record separator (RFC 7464).
  public static func jsonSequence<Element: JSONDecodable>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value,
    accept: String = "application/json-seq"
  ) -> BodyReader {
    stream(wrap, accept: accept, .sequence) { _ in readText }
  }

  private static func stream<Element>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value, accept: String,
    _ framing: RecordCutter.Framing,
    _ makeRead: @escaping @Sendable (Reading) -> EventStream<Element>.Read
  ) -> BodyReader {
    BodyReader(accept: accept) { response, reading throws(SendError<Never>) in
      // Whatever is not an event would be passed over without a word (WHATWG HTML §9.2.3).
      if accept == "text/event-stream", let error = response.headers.mismatch(accept) {
        let raw = try await response.collected(for: reading)
        throw .undecodable(Undecodable(reading.request, raw, .unexpected(error)))
      }
      return wrap(
        EventStream(
          bytes: ByteStream(response: response, reading: reading), framing: framing,
          makeRead: makeRead))
    }
  }
}

extension BodyReader {
  /// The events of a text/event-stream (WHATWG HTML §9.2.6).
  public static func events<Content>() -> BodyReader
  where Value == EventStream<ServerSentEvent<Content>> {
    events { $0 }
  }

  /// JSON texts, one a line.
  public static func jsonLines<Element: JSONDecodable>(
    accept: String = "application/jsonl"
  ) -> BodyReader where Value == EventStream<Element> {
    jsonLines({ $0 }, accept: accept)
  }

  /// JSON texts, each after a record separator (RFC 7464).
  public static func jsonSequence<Element: JSONDecodable>(
    accept: String = "application/json-seq"
  ) -> BodyReader where Value == EventStream<Element> {
    jsonSequence({ $0 }, accept: accept)
  }
}

/// A record as JSON; a blank one is none.
private func readJSON<Element: JSONDecodable>(_ record: [UInt8]) throws -> Element? {
  if record.allSatisfy(\.isJSONSpace) { return nil }
  return try Element(json: JSONValue(parsing: record))
}

/// A record of a sequence as JSON. What has neither an end of its own nor a space after it may have
/// been cut off: 1 of 12 (RFC 7464 §2.4).
private func readText<Element: JSONDecodable>(_ record: [UInt8]) throws -> Element? {
  let first = record.first { !$0.isJSONSpace }
  if let first, !"[{\"".utf8.contains(first), record.last?.isJSONSpace == false {
    throw JSONDecodingError(
      expected: "a line feed after the element", found: "the end of what may be a part of it")
  }
  return try readJSON(record)
}

extension UInt8 {
  /// Whether it is white space of JSON (RFC 8259 §2).
  fileprivate var isJSONSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
