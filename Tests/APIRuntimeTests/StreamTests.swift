import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct StreamTests {
  /// The elements of a body that comes in pieces of so many bytes.
  private func elements<Element>(
    _ body: String, _ size: Int, _ reader: BodyReader<EventStream<Element>>
  ) async throws -> [Element] {
    let bytes = Array(body.utf8)
    let transport = ClosureTransport { _ in
      let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
      for start in stride(from: 0, to: bytes.count, by: size) {
        continuation.yield(Data(bytes[start..<min(start + size, bytes.count)]))
      }
      continuation.finish()
      return .success(HTTPResponse(status: 200, headers: [:], body: stream))
    }
    var request = Request<EventStream<Element>, Never>(.get, "https://a.example", "/")
    request.success(200, reader)
    var elements: [Element] = []
    for try await element in try await Client(transport: transport).send(request) {
      elements.append(element)
    }
    return elements
  }

  /// They are not kept, however many there are.
  @Test(arguments: [": still here\n\n", ": still here\n"])
  func commentsAndBlankLinesAreNotCounted(_ line: String) async throws {
    let transport = ClosureTransport { _ in
      let pieces = Array(repeating: line, count: 30) + ["data: a\n\n"]
      let taken = Locked(pieces[...])
      return .success(
        HTTPResponse(
          status: 200, headers: [:],
          body: AsyncThrowingStream { taken.withLock { $0.popFirst().map { Data($0.utf8) } } }))
    }
    var client = Client(transport: transport)
    client.answerLimit = 50
    var request = Request<EventStream<ServerSentEvent<String>>, Never>(
      .get, "https://a.example", "/")
    request.success(200, .events())
    var events: [String] = []
    for try await event in try await client.send(request) { events.append(event.data) }
    #expect(events == ["a"])
  }

  /// The examples of WHATWG HTML §9.2.6 and what the parser must keep to; each event as
  /// `id|event|data|retry`.
  @Test(
    arguments: [
      ("data: YHOO\ndata: +2\ndata: 10\n\n", ["|message|YHOO\n+2\n10|"]),
      (
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        ["1|message|first event|", "|message|second event|", "|message| third event|"]
      ),
      ("data\n\ndata\ndata\n\ndata:", ["|message||", "|message|\n|"]),
      ("data:test\n\ndata: test\n\n", ["|message|test|", "|message|test|"]),
      ("data: a\r\rdata: b\r\n\r\ndata: c\n\n", ["|message|a|", "|message|b|", "|message|c|"]),
      ("data: a\r\ndata: b\r\n\r\n", ["|message|a\nb|"]),
      ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n", ["|message|a|"]),
      (
        "event: add\ndata: é\nretry: 10\nretry: 1x\nid: 7\nid: a\u{0}b\nother: x\n\ndata: d\n\n",
        ["7|add|é|0.01 seconds", "7|message|d|0.01 seconds"]
      ),
      ("retry: 10\nretry: 99999999999999999999\ndata: a\n\n", ["|message|a|0.01 seconds"]),
      ("id: 1\n\nretry: \nretry:1\n:\n\ndata: a\n\n", ["1|message|a|0.001 seconds"]),
      ("Data: a\ndata : b\n data: c\ndata:\td\n\n", ["|message|\td|"]),
      ("\r\ndata: a\r\n\rdata: b\r\n\n\n", ["|message|a|", "|message|b|"]),
      ("event: x\n\ndata: y\n\n", ["|message|y|"]), ("data: cut off\n", []), ("data: [DONE]", []),
      ("", []),
    ])
  func events(_ body: String, _ expected: [String]) async throws {
    for size in [1, 2, 1000] {
      let events = try await elements(body, size, BodyReader.events()) as [ServerSentEvent<Int>]
      #expect(
        events.map { "\($0.id)|\($0.event)|\($0.data)|\($0.retry?.description ?? "")" } == expected)
    }
  }

  @Test func anEventHoldsJSONOrAnythingElse() async throws {
    let events =
      try await elements(
        "data: {\"a\":\ndata: 1}\n\ndata: {\"a\"\n\ndata: [1]\n\ndata: [DONE]\n\n", 1000,
        BodyReader.events()
      ) as [ServerSentEvent<[String: Int]>]
    #expect(try events[0].content == ["a": 1])
    #expect(throws: JSONDecodingError.self) { try events[1].content }
    #expect(throws: JSONDecodingError.self) { try events[2].content }
    #expect(events[3].data == "[DONE]")
    #expect(try events[3].content == nil)
  }

  @Test(arguments: [1, 2, 1000]) func linesAndSequences(_ size: Int) async throws {
    let lines = try await elements("[1,\r2]\n\n [2]\r\n[]", size, BodyReader.jsonLines()) as [[Int]]
    #expect(lines == [[1, 2], [2], []])
    let texts = "\u{1E}{\"a\":\n[1]}\n\u{1E}\"\\\"{\\n\"\n\u{1E}\u{1E}3\n\u{1E}true\r\u{1E}[4]"
    let sequence = try await elements(texts, size, BodyReader.jsonSequence()) as [JSONValue]
    #expect(sequence == [["a": [1]], "\"{\n", 3, true, [4]])
  }

  /// What comes after one that was cut off is read all the same (RFC 7464 §2.3, §2.4).
  @Test func whatIsCutOffIsNoElement() async throws {
    var request = Request<EventStream<JSONValue>, Never>(.get, "https://a.example", "/")
    request.success(200, .jsonSequence())
    let body = "\u{1E}1\u{1E}{\"a\":\u{1E}\"b\"\n\u{1E}12"
    let transport = StubTransport(body: body)
    var elements = try await Client(transport: transport).send(request).makeAsyncIterator()
    var read: [String] = []
    for _ in 0..<5 {
      do {
        read.append(try await elements.next().map { "\($0)" } ?? "end")
      } catch let error as SendError<Never> {
        read.append(error.undecodable?.error?.pointer ?? "\(error)")
      }
    }
    #expect(read == ["/0", "/1", "\(JSONValue.string("b"))", "/3", "end"])
  }

  /// And at once: no more comes.
  @Test(.timeLimit(.minutes(5))) func whatComesAfterSomethingCutOffIsNotHeldBack() async throws {
    let (body, pieces) = AsyncThrowingStream.makeStream(of: Data.self)
    pieces.yield(Data("\u{1E}[{\"a\":\u{1E}\"b\"\n".utf8))
    let transport = ClosureTransport { _ in
      .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    var request = Request<EventStream<String>, Never>(.get, "https://a.example", "/")
    request.success(200, .jsonSequence())
    var elements = try await Client(transport: transport).send(request).makeAsyncIterator()
    await #expect(throws: SendError<Never>.self) { try await elements.next() }
    #expect(try await elements.next() == "b")
  }

  @Test func deviationsInAnEventAreTold() async throws {
    let told = Locked<[String]>([])
    var client = Client(transport: StubTransport(body: "data: [{\"kind\":\"new\"}]\n\n"))
    client.onDeviation = { request, deviation in
      told.withLock { $0.append("\(request) \(deviation)") }
    }
    var request = Request<EventStream<ServerSentEvent<[[String: Sample.Kind]]>>, Never>(
      .get, "https://a.example", "/events")
    request.success(200, .events())
    for try await event in try await client.send(request) {
      #expect(try event.content?.count == 1)
    }
    #expect(
      told.withLock { $0 } == [
        "GET /events /0/kind: expected a listed value, found another"
      ])
  }

  @Test func anElementThatCannotBeReadIsKept() async throws {
    let error = await #expect(throws: SendError<Never>.self) {
      try await elements("1\n\"two\"\n3\n", 1000, BodyReader.jsonLines()) as [Int]
    }
    #expect(error?.undecodable?.response.body == Data("\"two\"".utf8))
    #expect(
      error?.undecodable?.error?.description
        == "/1: expected a whole number of 64 bits, found a string")
  }

  @Test func aStreamIsAlsoOneOfSeveralAnswers() async throws {
    enum Answer: Sendable {
      case whole(Int)
      case events(EventStream<ServerSentEvent<Int>>)
    }
    var request = Request<Answer, Never>(.get, "https://a.example", "/")
    request.success(200, .json(Answer.whole))
    request.success(200, .events(Answer.events))
    let headers: HTTPHeaders = ["Content-Type": "text/event-stream"]
    let transport = StubTransport(headers: headers, body: "data: 1\n\n")
    guard case .events(let events) = try await Client(transport: transport).send(request) else {
      Issue.record("not the stream")
      return
    }
    for try await event in events { #expect(try event.content == 1) }
    guard case .whole(2) = try await Client(transport: StubTransport(body: "2")).send(request)
    else {
      Issue.record("not the whole")
      return
    }
  }

  private let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"

  private func request(
    _ method: HTTPMethod, _ server: LoopbackServer
  ) -> Request<EventStream<ServerSentEvent<Int>>, Never> {
    var request = Request<EventStream<ServerSentEvent<Int>>, Never>(method, server.url, "/")
    if method == .post { request.json("x") }
    request.success(200, .events())
    return request
  }

  /// The server sends no more: what is not passed on at once never arrives. Nobody holds the
  /// client.
  @Test(.timeLimit(.minutes(5)), arguments: [HTTPMethod.get, .post])
  func elementsArriveBeforeTheEnd(_ method: HTTPMethod) async throws {
    let begun = Array("\(head)\r\ndata: 1\n\ndata: 2\n\n".utf8)
    let server = try LoopbackServer { _ in .begin(begun) }
    var contents: [Int] = []
    for try await event in try await Client().send(request(method, server)) {
      contents.append(try #require(try event.content))
      if contents.count == 2 { break }
    }
    #expect(contents == [1, 2])
    // Nobody reads any more: the connection is closed.
    while server.connectionCount > 0 { await Task.yield() }
    #expect(server.requests.first?.header("Accept") == "text/event-stream")
  }

  @Test func anAnswerThatBreaksOffIsAnError() async throws {
    let bytes = Array("\(head)Content-Length: 99\r\n\r\ndata: 1\n\ndata: 2".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    var events = try await Client().send(request(.get, server)).makeAsyncIterator()
    #expect(try await events.next()?.content == 1)
    let error = await #expect(throws: SendError<Never>.self) { try await events.next() }
    guard case .connectionLost(let reason)? = error?.undecodable?.interruption else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasSuffix(", after 16 bytes of the answer"))
  }

  @Test(.timeLimit(.minutes(5))) func cancellingEndsTheReading() async throws {
    let begun = Array("\(head)\r\ndata: 1\n\n".utf8)
    let server = try LoopbackServer { _ in .begin(begun) }
    let stream = try await Client().send(request(.get, server))
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      await #expect(throws: SendError<Never>.self) {
        for try await _ in stream { arrival.yield() }
      }
    }
    for await _ in arrivals.prefix(1) { task.cancel() }
    #expect(await task.value?.undecodable?.interruption == .cancelled)
  }
}
