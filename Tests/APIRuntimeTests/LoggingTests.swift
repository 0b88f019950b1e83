import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

@Suite(.serialized) struct LoggingTests {
  /// What is said of a request that has a key everywhere, to a server that repeats it.
  private func lines(_ level: Logging.Level, _ answer: LoopbackServer.Answer) async throws
    -> [String]
  {
    let server = try LoopbackServer { _ in answer }
    let lines = Locked<[String]>([])
    let logging = Logging(level) { line in lines.withLock { $0.append(line) } }
    let request = Request.raw(.post, server.url, "/v1/k3y") {
      $0.header("X-Api-Id", Secret("k3y"))
      $0.header("X-Session", "not marked")
      $0.header("X-Plain", "plain")
      $0.query("phone", "+569")
      $0.query("q", Secret("k3y"))
      $0.text("Hola")
    }
    let answer = try? await Client(middlewares: [logging], retries: .none).send(request)
    if let answer { #expect(String(decoding: answer.body, as: UTF8.self) == "echo k3y") }
    let times = /after .*/
    let port = server.url.split(separator: ":").last ?? ""
    return lines.withLock {
      $0.map { $0.replacing(times, with: "after").replacing(port, with: "port") }
    }
  }

  private let echo = LoopbackServer.Answer.respond(
    200, headers: [("X-Echo", "k3y"), ("Set-Cookie", "a=b")], body: "echo k3y")

  @Test func saysWhatHappened() async throws {
    #expect(
      try await lines(.lines, echo) == [
        "> POST 127.0.0.1:port/v1/(redacted)", "< POST 127.0.0.1:port/v1/(redacted): 200 after",
      ])
    let failure = try await lines(.lines, .close)
    #expect(failure.last?.hasPrefix("< POST 127.0.0.1:port/v1/(redacted): ") == true)
  }

  @Test func showsHeadersButNoKeys() async throws {
    let said = try await lines(.headers, echo)
    #expect(said.count == 2)
    #expect(said[0].contains("\n  X-Api-Id: (redacted)\n  X-Session: (redacted)\n  X-Plain: plain"))
    #expect(said[1].contains("X-Echo: (redacted)"))
    #expect(said[1].contains("Set-Cookie: (redacted)"))
    #expect(!said.joined().contains("Hola"))
  }

  @Test func `a name that a key is a part of stays as it is`() async throws {
    let said = Locked<[String]>([])
    let logging = Logging(.headers) { line in said.withLock { $0.append(line) } }
    let request = Request.raw(.get, "https://a.example", "/key") {
      $0.header("api-id", Secret("id"))
      $0.header("X-Id", "7 id")
    }
    try await Client(transport: ScriptTransport(.status(200)), middlewares: [logging]).send(request)
    #expect(
      said.withLock { $0[0] } == "> GET a.example/key\n  api-id: (redacted)\n  X-Id: 7 (redacted)")
  }

  @Test func showsBodiesIfItIsTold() async throws {
    let said = try await lines(.bodies, echo)
    #expect(said[1] == "Hola")
    #expect(said[3] == "echo (redacted)")
    #expect(!said.joined().contains("k3y"))
    #expect(!said.joined().contains("+569"))
  }

  @Test func countsWhatIsLargeOrNoText() async throws {
    let large = String(repeating: "k3y", count: 30_000)
    let said = Locked<[String]>([])
    let logging = Logging(.bodies) { line in said.withLock { $0.append(line) } }
    for body in [Data(large.utf8), Data([0xFF, 0xFE])] {
      let transport = ClosureTransport { _ in
        .success(HTTPResponse(status: 200, headers: [:], body: body))
      }
      let answer = try await Client(transport: transport, middlewares: [logging]).send(.raw())
      #expect(answer.body == body)
    }
    #expect(
      said.withLock { $0.filter { $0.hasSuffix("bytes)") } } == ["(90000 bytes)", "(2 bytes)"])
  }

  @Test func countsWhatIsLargeAndSent() async throws {
    let said = Locked<[String]>([])
    let logging = Logging(.bodies) { line in said.withLock { $0.append(line) } }
    let client = Client(transport: ScriptTransport(.status(200)), middlewares: [logging])
    try await client.send(.raw { $0.text(String(repeating: "a", count: 70_000)) })
    #expect(said.withLock { $0[1] } == "(70000 bytes)")
  }

  @Test func aPathBeginsNoLine() async throws {
    let said = Locked<[String]>([])
    let logging = Logging { line in said.withLock { $0.append(line) } }
    let client = Client(transport: ScriptTransport(.status(200)), middlewares: [logging])
    let id = "7\n> DELETE a.example/"
    try await client.send(.raw(.get, "https://a.example", "/x/\(id)"))
    #expect(said.withLock { $0[0] } == "> GET a.example/x/7%0A%3E%20DELETE%20a.example%2F")
  }

  @Test func showsNoQueryOfAnAddress() async throws {
    let address = "https://files.example/a?X-Amz-Signature=k"
    let said = try await lines(
      .headers, .respond(200, headers: [("Location", address)], body: "echo k3y"))
    #expect(said[1].contains("Location: https://files.example/a?(redacted)"))
  }
}
