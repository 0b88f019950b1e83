import APITransport
import Foundation
import LoopbackServer
import Testing

/// What `URLSession` would do otherwise.
@Suite(.serialized) struct URLSessionTransportTests {
  private let transport = URLSessionTransport()

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectsAreAnswersAndTakeNoKeyAlong(_ status: Int) async throws {
    let elsewhere = try LoopbackServer { _ in .respond(200) }
    let url = elsewhere.url
    let server = try LoopbackServer { _ in
      .respond(status, headers: [("Location", "\(url)/x")], body: "moved")
    }
    let answer = try await transport.answer(
      to: HTTPRequest(.post, server, headers: ["X-Key": "k"], body: Body(Data("Hola".utf8))))
    #expect(answer.status == status)
    #expect(answer.headers["Location"] == "\(url)/x")
    #expect(answer.body == Data("moved".utf8))
    #expect(server.requests.count == 1)
    #expect(elsewhere.requests.isEmpty)
  }

  @Test(arguments: ["Basic realm=\"x\"", "Digest realm=x, nonce=y", "Bearer", "Basic \"", "é"])
  func aChallengeIsAnAnswerLikeOthers(_ challenge: String) async throws {
    let server = try LoopbackServer { _ in
      .respond(401, headers: [("WWW-Authenticate", challenge)], body: "no")
    }
    let answer = try await transport.answer(
      to: HTTPRequest(.post, server, body: Body(Data("Hola".utf8))))
    #expect(answer.status == 401)
    #expect(answer.body == Data("no".utf8))
    #expect(answer.headers["WWW-Authenticate"] == challenge)
    #expect(server.requests.count == 1)
  }

  /// libcurl would send the second request over the kept connection, and a third time when that
  /// breaks.
  @Test func aMessageGoesOutOnceWhenAKeptConnectionBreaks() async throws {
    let server = try LoopbackServer { request in
      request.ordinal > 0 ? .close : .respond(200, body: "[]", keepsConnection: true)
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    try Data("file".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try await transport.answer(to: HTTPRequest(.get, server))
    _ = try await transport.answer(to: HTTPRequest(.post, server))
    _ = try await transport.answer(
      to: HTTPRequest(.put, server, body: Body(Data("bytes".utf8))))
    _ = try await transport.answer(to: HTTPRequest(.post, server, body: Body([.file(file)])))
    let bodies = server.requests.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies == ["", "", "bytes", "file"])
  }

  /// It overflows what measures time.
  @Test func aTimeOutMayBeEndless() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let patient = URLSessionTransport(timeout: .seconds(Int64.max))
    #expect(try await patient.answer(to: HTTPRequest(.post, server)).status == 200)
    #expect(server.requests.count == 1)
  }

  @Test func cookiesAreNotKept() async throws {
    let server = try LoopbackServer { _ in
      .respond(200, headers: [("Set-Cookie", "a=b; Path=/")], body: "[]")
    }
    _ = try await transport.answer(to: HTTPRequest(.get, server))
    _ = try await transport.answer(to: HTTPRequest(.get, server))
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.header("Cookie") == nil })
  }

  /// URLSession on Linux gives it like an answer.
  @Test(arguments: ["100 Continue", "103 Early Hints"])
  func anInterimAnswerIsNone(_ status: String) async throws {
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]"
    let server = try LoopbackServer { _ in
      .bytes(Array("HTTP/1.1 \(status)\r\n\r\n\(answer)".utf8), keepsConnection: false)
    }
    #expect(try await transport.answer(to: HTTPRequest(.get, server)).status == 200)
    #expect(server.requests.count == 1)
  }

  @Test func aGetWithABodyIsNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let request = try HTTPRequest(.get, server, body: Body(Data("x".utf8)))
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    let violation = Violation(
      place: "body", message: "is one that URLSession cannot send with GET")
    #expect(error?.notSent == .invalid([violation]))
    #expect(server.requests.isEmpty)
  }

  @Test func cancelledBeforeItBeginsItIsNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(201) }
    let request = try HTTPRequest(.post, server)
    let task = Task {
      // Cancelled by now, for certain: sleeping ends only then.
      try? await Task.sleep(for: .seconds(3600))
      return await #expect(throws: TransportError.self) { try await transport.send(request) }
    }
    task.cancel()
    #expect(await task.value?.notSent == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func cancelledAfterItHasGoneOutTheOutcomeIsUnknown() async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _ in
      arrival.yield()
      return .stall
    }
    let request = try HTTPRequest(.post, server)
    let task = Task {
      await #expect(throws: TransportError.self) { try await transport.send(request) }
    }
    for await _ in arrivals.prefix(1) { task.cancel() }
    #expect(await task.value?.interrupted == .cancelled)
    #expect(server.requests.count == 1)
  }

  /// At any moment: it must end, one way or another.
  @Test(.timeLimit(.minutes(5))) func cancellingAlwaysEndsIt() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "[]") }
    let request = try HTTPRequest(.get, server)
    for index in 0..<200 {
      let task = Task { try await transport.answer(to: request) }
      for _ in 0..<index % 20 { await Task.yield() }
      task.cancel()
      _ = await task.result
    }
    #expect(try await transport.answer(to: request).status == 200)
  }
}
