/// An event of a text/event-stream (WHATWG HTML §9.2.6).
public struct ServerSentEvent<Content: JSONDecodable>: Sendable {
  /// The last ID, of this event or one before it; empty where none had one.
  public let id: String

  /// The type of the event: `message` by default.
  public let event: String

  /// The lines of its data, joined by line feeds. Not always JSON: `[DONE]`.
  public let data: String

  /// How long to wait before connecting again, as the server last said; nil if it did not.
  public let retry: Duration?

  /// By which deviations in its content are told.
  let reading: Reading

  /// The data as JSON, or as what events of its type hold; nil where it is a word in place of JSON,
  /// by which many servers say that the stream has ended (`[DONE]`) or is alive (`ping`).
  ///
  /// - Throws: `JSONDecodingError`, if it is JSON of another type, or an object that is broken.
  public var content: Content? {
    get throws { try reading.observing(readContent) }
  }

  private func readContent() throws -> Content? {
    let kinds = Content.self as? any Union.Type
    guard let kinds, let kind = kinds.eventTypes.firstIndex(where: { $0.contains(event) }) else {
      return try readJSON().map { try Content(json: $0) }
    }
    if case .string = kinds.shapes[kind] {
      return try kinds.init(json: .string(data), taken: kind) as? Content
    }
    return try readJSON().flatMap { try kinds.init(json: $0, taken: kind) as? Content }
  }

  private func readJSON() throws -> JSONValue? {
    do {
      return try JSONValue(parsing: Array(data.utf8))
    } catch {
      if data.utf8.first == UInt8(ascii: "{") { throw error }
      return nil
    }
  }
}

extension ServerSentEvent: CustomStringConvertible {
  public var description: String { "\(event): \(data)" }
}
