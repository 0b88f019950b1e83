import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// What `URLSession` would do otherwise.
struct TransportTests {
  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectsAreAnswersAndTakeNoKeyAlong(_ status: Int) async throws {
    let elsewhere = try LoopbackServer { _ in .respond(200, body: "[]") }
    let url = elsewhere.url
    let server = try LoopbackServer { _ in
      .respond(status, headers: [("Location", "\(url)/x")], body: "moved")
    }
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await Client().send(Sample(at: server).sendMessage(id: "1", .valid))
    }
    #expect(error?.rejected?.status == status)
    #expect(error?.rejected?.headers["Location"] == "\(url)/x")
    #expect(error?.rejected?.body == Data("moved".utf8))
    #expect(server.requests.count == 1)
    #expect(elsewhere.requests.isEmpty)
  }

  @Test(arguments: ["Basic realm=\"x\"", "Digest realm=x, nonce=y", "Bearer", "Basic \"", "é"])
  func aChallengeIsARefusalLikeOthers(_ challenge: String) async throws {
    let server = try LoopbackServer { _ in
      .respond(401, headers: [("WWW-Authenticate", challenge)], body: #"{"detail":"no"}"#)
    }
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await Client().send(Sample(at: server).sendMessage(id: "1", .valid))
    }
    #expect(error?.rejected?.problem?.detail == "no")
    #expect(error?.rejected?.headers["WWW-Authenticate"] == challenge)
    #expect(server.requests.count == 1)
  }

  /// libcurl would send the second request over the kept connection, and a third time when that
  /// breaks.
  @Test func aMessageGoesOutOnceWhenAKeptConnectionBreaks() async throws {
    let server = try LoopbackServer { request in
      request.ordinal > 0 ? .close : .respond(200, body: "[]", keepsConnection: true)
    }
    let client = Client()
    var empty = Request<RawResponse, Never>(.post, server.url, "/empty")
    empty.success(200, .raw)
    _ = try await client.send(Sample(at: server).listMessages())
    try await client.send(empty)
    try await client.send(Sample(at: server).upload(Sample.Upload(file: File(Data(), name: "x"))))
    #expect(server.requests.map(\.target) == ["/v1/messages?key=key-42", "/empty", "/v1/files"])
  }

  @Test func cookiesAreNotKept() async throws {
    let server = try LoopbackServer { _ in
      .respond(200, headers: [("Set-Cookie", "a=b; Path=/")], body: "[]")
    }
    let client = Client()
    _ = try await client.send(Sample(at: server).listMessages())
    _ = try await client.send(Sample(at: server).listMessages())
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.header("Cookie") == nil })
  }

  /// URLSession on Linux gives it like an answer.
  @Test(arguments: ["100 Continue", "103 Early Hints"])
  func anInterimAnswerIsNoRefusal(_ status: String) async throws {
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]"
    let server = try LoopbackServer { _ in
      .bytes(Array("HTTP/1.1 \(status)\r\n\r\n\(answer)".utf8), keepsConnection: false)
    }
    #expect(try await Client().send(Sample(at: server).listMessages()).isEmpty)
    #expect(server.requests.count == 1)
  }

  @Test func aGetWithABodyIsNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    var request = Request<RawResponse, Never>(.get, server.url, "/")
    request.json("x")
    let error = await #expect(throws: SendError<Never>.self) { try await Client().send(request) }
    #expect(error?.notSent?.violations == ["body: is one that URLSession cannot send with GET"])
    #expect(server.requests.isEmpty)
  }

  @Test func cancelledBeforeItBeginsItIsNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(201) }
    let request = Sample(at: server).sendMessage(id: "1", .valid)
    let task = Task {
      // Cancelled by now, for certain: sleeping ends only then.
      try? await Task.sleep(for: .seconds(3600))
      return await #expect(throws: SendError<Sample.Problem>.self) {
        try await Client().send(request)
      }
    }
    task.cancel()
    #expect(await task.value?.notSent?.cause == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func cancelledAfterItHasGoneOutTheOutcomeIsUnknown() async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _ in
      arrival.yield()
      return .stall
    }
    let request = Sample(at: server).sendMessage(id: "1", .valid)
    let task = Task {
      await #expect(throws: SendError<Sample.Problem>.self) { try await Client().send(request) }
    }
    for await _ in arrivals.prefix(1) { task.cancel() }
    #expect(await task.value?.outcomeUnknown?.cause == .cancelled)
    #expect(server.requests.count == 1)
  }

  /// At any moment: it must end, one way or another.
  @Test(.timeLimit(.minutes(1))) func cancellingAlwaysEndsIt() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "[]") }
    let client = Client()
    let sample = Sample(at: server)
    for index in 0..<200 {
      let task = Task { try await client.send(sample.listMessages(limit: index)) }
      for _ in 0..<index % 20 { await Task.yield() }
      task.cancel()
      _ = await task.result
    }
    #expect(try await client.send(sample.listMessages()).isEmpty)
  }
}
