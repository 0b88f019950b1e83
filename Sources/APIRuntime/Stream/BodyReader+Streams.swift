import Foundation

// Each has a second form that wraps the stream, as `BodyReader.json` has.
extension BodyReader {
  /// The events of a text/event-stream (WHATWG HTML §9.2.6).
  public static func events<Content>(
    _ wrap: @escaping @Sendable (EventStream<ServerSentEvent<Content>>) -> Value
  ) -> BodyReader {
    stream(wrap, accept: "text/event-stream", .lines) {
      var parser = EventParser()
      return { parser.append($0) }
    }
  }

  /// JSON texts, one a line (application/jsonl, application/x-ndjson).
  public static func jsonLines<Element: JSONDecodable>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value,
    accept: String = "application/jsonl"
  ) -> BodyReader {
    stream(wrap, accept: accept, .lines) { readJSON }
  }

  /// JSON texts, each after a record separator (RFC 7464).
  public static func jsonSequence<Element: JSONDecodable>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value,
    accept: String = "application/json-seq"
  ) -> BodyReader {
    stream(wrap, accept: accept, .sequence) { readJSON }
  }

  private static func stream<Element>(
    _ wrap: @escaping @Sendable (EventStream<Element>) -> Value, accept: String,
    _ framing: RecordCutter.Framing, _ makeRead: @escaping @Sendable () -> EventStream<Element>.Read
  ) -> BodyReader {
    BodyReader(accept: accept) { response, request throws(SendError<Never>) in
      // Whatever is not an event would be passed over without a word (WHATWG HTML §9.2.3).
      if accept == "text/event-stream", let error = response.headers.mismatch(accept) {
        let raw = try await response.collected(for: request)
        throw .undecodable(Undecodable(request: request, response: raw, error: error))
      }
      return wrap(
        EventStream(
          bytes: ByteStream(response: response, request: request), framing: framing,
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
  if record.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) { return nil }
  return try Element(json: JSONValue(parsing: record))
}
