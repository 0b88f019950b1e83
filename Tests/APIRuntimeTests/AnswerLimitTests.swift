import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// How much of an answer is read into memory.
@Suite(.serialized) struct AnswerLimitTests {
  private func request(_ url: String) -> Request<RawResponse, String> {
    var request = Request<RawResponse, String>(.get, url, "/x")
    request.success(200, .raw)
    request.refusal(.default, .text)
    return request
  }

  private func failure(_ client: Client, _ url: String) async throws -> SendError<String> {
    try #require(
      await #expect(throws: SendError<String>.self) { try await client.send(request(url)) })
  }

  @Test(arguments: [10, 11]) func aLongerOneIsAnError(_ length: Int) async throws {
    let server = try LoopbackServer { _ in
      .respond(200, body: String(repeating: "a", count: length))
    }
    var client = Client()
    client.answerLimit = 10
    if length == 10 {
      #expect(try await client.send(request(server.url)).body.count == 10)
      return
    }
    let error = try #require(await failure(client, server.url).undecodable)
    guard case .tooLong(10) = error.cause else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.contains("is longer than 10 bytes: raise `Client.answerLimit`"))
    #expect(error.response.body == Data("aaaaaaaaaa".utf8))
    #expect(server.requests.count == 1)
    #expect(try await client.stream(request(server.url)).body.reduce(0) { $0 + $1.count } == length)
  }

  /// As 0 is, and is no crash.
  @Test func aNegativeLimit() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "a") }
    var client = Client()
    client.answerLimit = -1
    let error = try await failure(client, server.url).undecodable
    #expect(error?.response.body.isEmpty == true)
  }

  @Test func aRefusalIsCutOff() async throws {
    let server = try LoopbackServer { _ in .respond(400, body: "no, because") }
    var client = Client()
    client.answerLimit = 2
    let error = try await failure(client, server.url).rejected
    #expect(error?.status == 400)
    #expect(error?.problem == "no")
  }

  @Test func `a refusal that breaks off has what has come of it`() async throws {
    let answer = "HTTP/1.1 400 No\r\nContent-Length: 9\r\n\r\nno, b"
    let server = try LoopbackServer { _ in .bytes(Array(answer.utf8), keepsConnection: false) }
    let error = try await failure(Client(), server.url).rejected
    #expect(error?.status == 400)
    #expect(error.map { String(decoding: $0.body, as: UTF8.self) } == "no, b")
  }

  /// Elements together may have any length.
  @Test func anElementOfAStream() async throws {
    let server = try LoopbackServer { _ in
      .respond(200, body: "\"1\"\n\"22\"\n\"333\"\n\"" + String(repeating: "4", count: 99))
    }
    var client = Client()
    client.answerLimit = 50
    var request = Request<EventStream<String>, Never>(.get, server.url, "/x")
    request.success(200, .jsonLines())
    var elements: [String] = []
    let error = await #expect(throws: SendError<Never>.self) {
      let pieces = try await client.send(request)
      for try await element in pieces { elements.append(element) }
    }
    #expect(elements == ["1", "22", "333"])
    guard case .tooLong(50)? = error?.undecodable?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// What is left of it may look like an element, which nobody has sent.
  @Test func nothingComesAfterAnElementThatIsTooLong() async throws {
    var elements = try await numbers("1\n", String(repeating: "4", count: 51), "\n5\n")
    #expect(try await elements.next() == 1)
    await #expect(throws: SendError<Never>.self) { try await elements.next() }
    #expect(try await elements.next() == nil)
  }

  /// Wherever its end comes.
  @Test func anElementOfJustThatLength() async throws {
    let long = String(repeating: "4", count: 50)
    var elements = try await numbers("1\n", long, "\n5\n\(long)\n")
    var read: [Double] = []
    while let element = try await elements.next() { read.append(element) }
    #expect(read == [1, Double(long), 5, Double(long)])
  }

  /// The elements of an answer that comes in pieces, of 50 bytes at the most.
  private func numbers(_ pieces: String...) async throws -> EventStream<Double>.AsyncIterator {
    let transport = ClosureTransport { _ in
      let body = AsyncThrowingStream<Data, any Error> { continuation in
        for piece in pieces { continuation.yield(Data(piece.utf8)) }
        continuation.finish()
      }
      return .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    var client = Client(transport: transport)
    client.answerLimit = 50
    var request = Request<EventStream<Double>, Never>(.get, "https://a.example", "/x")
    request.success(200, .jsonLines())
    return try await client.send(request).makeAsyncIterator()
  }

  /// It is not read to its end, which may never come.
  @Test(.timeLimit(.minutes(5))) func anEndlessOne() async throws {
    let transport = ClosureTransport { _ in
      let body = AsyncThrowingStream<Data, any Error> { Data(count: 1 << 20) }
      return .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    let error = try await failure(Client(transport: transport), "https://a.example")
    #expect(error.undecodable?.response.body.count == 16 << 20)
  }
}
