import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// How the Swift of the fixture `Streams` reads answers whose elements come one after the other.
@Suite(.serialized) struct StreamsBehaviourTests {
  private func read<Response, Problem>(
    answering type: String, _ body: String,
    _ request: (Streams) -> Request<Response, Problem>
  ) async throws -> (response: Response, received: ReceivedRequest) {
    try await send(answering: .respond(200, headers: [("Content-Type", type)], body: body)) {
      request(Streams(server: .init($0)))
    }
  }

  private func elements<Element>(_ stream: EventStream<Element>) async throws -> [Element] {
    var elements: [Element] = []
    for try await element in stream { elements.append(element) }
    return elements
  }

  @Test func `elements are sent one a line, or one after each separator`() async throws {
    let lines = try await send {
      Streams(server: .init($0)).sendLines([.init(text: "a\n", id: "1"), .init(text: "b")])
    }.received
    #expect(lines.header("Content-Type") == "application/jsonl")
    #expect(lines.text == "{\"text\":\"a\\n\"}\n{\"text\":\"b\"}\n")
    let list = try await send { Streams(server: .init($0)).sendList([.init(text: "a")]) }.received
    #expect(list.header("Content-Type") == "application/x-ndjson")
    #expect(list.text == "{\"text\":\"a\"}\n")
    let sequence = try await send { Streams(server: .init($0)).sendSequence([1, 2]) }.received
    #expect(sequence.header("Content-Type") == "application/json-seq")
    #expect(sequence.text == "\u{1E}1\n\u{1E}2\n")
    for (body, type, text) in [
      (Streams.SendElementsBody.jsonLines([.init(text: "a")]), "jsonl", "{\"text\":\"a\"}\n"),
      (.jsonSequence([.init(text: "b")]), "json-seq", "\u{1E}{\"text\":\"b\"}\n"),
    ] {
      let either = try await send { Streams(server: .init($0)).sendElements(body) }.received
      #expect(either.header("Content-Type") == "application/" + type)
      #expect(either.text == text)
    }
    let nothing = try await send { Streams(server: .init($0)).sendList() }.received
    #expect(nothing.header("Content-Type") == nil)
    let log = try await send {
      Streams(server: .init($0)).sendLog(File(Data("{}".utf8), name: "log"))
    }.received
    #expect(log.header("Content-Type") == "application/jsonl")
  }

  @Test func `elements that break a rule are not sent`() async throws {
    #expect(
      try await violations { Streams(server: .init($0)).sendLines([.init(text: "abcd")]) }
        == ["/0/text: has 4 characters, expected at most 3"])
    #expect(
      try await violations { Streams(server: .init($0)).sendList([]) }
        == ["has 0 elements, expected at least 1"])
    #expect(
      try await violations { Streams(server: .init($0)).sendSequence([1, -1]) }
        == ["/1: is less than 0"])
  }

  @Test func `one answer is JSON, another its events, and the last word is none`() async throws {
    let body = """
      data: {"text": "Hello"}

      data: {"text": "world"}

      data: [DONE]


      """
    let (answer, received) = try await read(answering: "text/event-stream", body) { $0.chat() }
    #expect(received.header("Accept") == "application/json, text/event-stream")
    guard case .events(let events) = answer else { throw Unexpected(value: answer) }
    let words = try await elements(events).compactMap { try $0.content?.text }
    #expect(words == ["Hello", "world"])
    let whole = try await read(answering: "application/json", #"{"text": "Hello world"}"#) {
      $0.chat()
    }.response
    guard case .json(let whole) = whole else { throw Unexpected(value: whole) }
    #expect(whole.text == "Hello world")
  }

  @Test func `a schema of the event says what is in its data`() async throws {
    let body = "id: 7\nevent: price\ndata: {\"price\":\ndata: 1.5}\n\n"
    let stream = try await read(answering: "text/event-stream", body) { $0.watchPrices() }.response
    let events = try await elements(stream)
    #expect(try events.map { try $0.content?.price } == [1.5])
    #expect(events.map(\.event) == ["price"])
    #expect(events.map(\.id) == ["7"])
  }

  @Test func `events of several kinds`() async throws {
    let body = """
      event: word
      data: {"text": "Hello"}

      event: removed
      data: {"id": 4}

      data: bye


      """
    let stream = try await read(answering: "text/event-stream", body) { $0.watchNews() }.response
    let contents = try await elements(stream).map { try $0.content }
    guard case .word(let word)? = contents[0], case .removed(let removed)? = contents[1],
      contents.count == 3, contents[2] == nil
    else { throw Unexpected(value: contents) }
    #expect(word.text == "Hello")
    #expect(removed.id == 4)
  }

  @Test func `an event that is none of JSON is among some that are`() async throws {
    let body = """
      event: addString
      data: This data is formatted
      data: across two lines
      retry: 5

      event: addJson
      data: {"foo": 42}


      """
    let stream = try await read(answering: "text/event-stream", body) { $0.watchMixed() }.response
    let events = try await elements(stream)
    #expect(events.map(\.data) == ["This data is formatted\nacross two lines", #"{"foo": 42}"#])
    guard case .string(events[0].data)? = try events[0].content,
      case .addJSON(let json)? = try events[1].content
    else { throw Unexpected(value: events) }
    #expect(json.foo == 42)
  }

  @Test func `events that only their type tells apart`() async throws {
    let body = """
      event: purged
      data: {"text": "a"}

      event: word
      data: {"text": "b"}

      event: heartbeat
      data: 17

      data: {"text": "c"}

      event: other
      data: [DONE]

      event: word
      data: {"text": 5}


      """
    let stream = try await read(answering: "text/event-stream", body) { $0.watchChanges() }.response
    let contents = try await elements(stream).map { try $0.content }
    guard contents.count == 6, case .object(let purged)? = contents[0],
      case .word(let word)? = contents[1], case .heartbeat("17")? = contents[2],
      case .word(let unnamed)? = contents[3], contents[4] == nil, case .other? = contents[5]
    else { throw Unexpected(value: contents) }
    #expect([purged.text, word.text, unnamed.text] == ["a", "b", "c"])
  }

  @Test func `events of text`() async throws {
    let stream = try await read(answering: "text/event-stream", "data: tick, tock\n\n") {
      $0.watchTicks()
    }.response
    #expect(try await elements(stream).map(\.data) == ["tick, tock"])
  }

  @Test(arguments: ["application/jsonl", "application/x-ndjson"])
  func `JSON Lines`(_ type: String) async throws {
    let (stream, received) = try await read(
      answering: type, #"{"text": "a"}"# + "\n" + #"{"text": "b"}"# + "\n"
    ) { $0.readLogs() }
    #expect(received.header("Accept") == "application/jsonl, application/x-ndjson")
    #expect(try await elements(stream).map(\.text) == ["a", "b"])
  }

  @Test func `JSON sequences`() async throws {
    let body = "\u{1E}{\"text\": \"a\"}\n\u{1E}{\"text\":\n\"b\"}\n"
    let words = try await read(answering: "application/json-seq", body) { $0.readWords() }.response
    #expect(try await elements(try #require(words)).map(\.text) == ["a", "b"])
    let places = try await read(answering: "application/geo+json-seq", "\u{1E}[1]\n") {
      $0.readPlaces()
    }
    #expect(try await elements(places.response) == [[1]])
    #expect(places.received.header("Accept") == "application/geo+json-seq")
  }
}
