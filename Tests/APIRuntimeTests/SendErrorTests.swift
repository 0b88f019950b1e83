import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// Each answer to "was it delivered?", over a real socket.
@Suite(.serialized) struct SendErrorTests {
  private func failure(
    of sample: Sample, _ message: Sample.Message = .valid, timeout: Duration = .seconds(60)
  ) async throws -> SendError<Sample.Problem> {
    let client = Client(transport: URLSessionTransport(timeout: timeout), retries: .none)
    return try #require(
      await #expect(throws: SendError<Sample.Problem>.self) {
        try await client.send(sample.sendMessage(id: "a/1", message))
      })
  }

  @Test func successIsTheDocumentedBody() async throws {
    let server = try LoopbackServer { request in
      .respond(201, body: #"{"id":7,"message":\#(String(decoding: request.body, as: UTF8.self))}"#)
    }
    let receipt = try await Client().send(Sample(at: server).sendMessage(id: "a/1", .valid))
    #expect(receipt.id == 7)
    #expect(receipt.message.phone == "+56912345678")
    let received = try #require(server.requests.first)
    #expect(received.method == "POST")
    #expect(received.target == "/v1/chats/a%2F1/messages/")
    #expect(received.header("X-API-Key") == "key-42")
    #expect(received.header("Content-Type") == "application/json")
    #expect(received.header("Accept") == "application/json")
    let body = #"{"text":"Hola","phone":"+56912345678","kind":"text","status":null,"tags":[]}"#
    #expect(String(decoding: received.body, as: UTF8.self) == body)
  }

  @Test(arguments: ["http://127.0.0.1:1", "http://no-such-host.invalid"])
  func withoutAConnectionItWasNotSent(_ url: String) async throws {
    let error = try await failure(of: Sample(apiKey: "k", server: .init(url: url)))
    guard case .noConnection = error.notSent?.cause else {
      Issue.record(error)
      return
    }
    #expect(
      error.description.hasPrefix(
        "POST /v1/chats/a%2F1/messages/ was not sent: there is no connection"))
  }

  @Test func withoutTLSItWasNotSent() async throws {
    let server = try LoopbackServer { _ in .respond(201) }
    let url = server.url.replacing("http:", with: "https:")
    let error = try await failure(of: Sample(apiKey: "k", server: .init(url: url)))
    guard case .noConnection = error.notSent?.cause else {
      Issue.record(error)
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func whatIsNotValidReachesNoServer() async throws {
    let server = try LoopbackServer { _ in .respond(201) }
    let broken = try await failure(of: Sample(at: server), Sample.Message(text: "", phone: "1"))
    #expect(
      broken.description == "POST /v1/chats/a%2F1/messages/ was not sent: "
        + "/text: has 0 characters, expected at least 1. Correct it and send it again.")
    var sample = Sample(at: server)
    sample.apiKey = "key\r\nX-Injected: 1"
    #expect(try await failure(of: sample).notSent?.violations.count == 1)
    #expect(server.requests.isEmpty)
  }

  @Test func aRefusalHasItsProblemAndItsBytes() async throws {
    let server = try LoopbackServer { _ in
      .respond(401, headers: [("X-Id", "7")], body: #"{"detail":"no", "more":1}"#)
    }
    let error = try await failure(of: Sample(at: server))
    #expect(error.rejected?.problem?.detail == "no")
    #expect(error.rejected?.body == Data(#"{"detail":"no", "more":1}"#.utf8))
    #expect(error.rejected?.headers["x-id"] == "7")
    #expect(
      error.description.hasPrefix(
        "POST /v1/chats/a%2F1/messages/ was delivered, and refused with status 401."))
    #expect(server.requests.count == 1)
  }

  @Test func halfADocumentIsUndecodableAndKept() async throws {
    let server = try LoopbackServer { _ in .respond(200, body: #"{"id":1,"mess"#) }
    let error = try await failure(of: Sample(at: server))
    #expect(error.undecodable?.response.body == Data(#"{"id":1,"mess"#.utf8))
    #expect(
      error.undecodable?.error?.description == "expected a closing quote at byte 13, found the end")
    #expect(server.requests.count == 1)
  }

  /// The server has read the request, and then: closes, or answers something else.
  @Test(arguments: [
    LoopbackServer.Answer.close,
    .bytes(Array("SSL certificate problem\r\n\r\n".utf8), keepsConnection: false),
  ])
  func aBrokenAnswerLeavesTheOutcomeUnknown(_ answer: LoopbackServer.Answer) async throws {
    let server = try LoopbackServer { _ in answer }
    let error = try await failure(of: Sample(at: server))
    guard case .connectionLost = error.outcomeUnknown?.cause else {
      Issue.record(error)
      return
    }
    #expect(error.description.contains("may have been delivered"))
    #expect(server.requests.count == 1)
  }

  /// `localhost` is ::1 as well, where nobody listens: the refusal there says nothing of the
  /// request that went out.
  @Test func aRefusedFirstAddressDoesNotMakeItNotSent() async throws {
    let server = try LoopbackServer { _ in .close }
    let url = server.url.replacing("127.0.0.1", with: "localhost")
    let error = try await failure(of: Sample(apiKey: "k", server: .init(url: url)))
    #expect(error.outcomeUnknown != nil)
    #expect(server.requests.count == 1)
  }

  @Test func aTimeOutLeavesTheOutcomeUnknown() async throws {
    let server = try LoopbackServer { _ in .stall }
    let error = try await failure(of: Sample(at: server), timeout: .milliseconds(300))
    #expect(error.outcomeUnknown?.cause == .timedOut)
    #expect(server.requests.count == 1)
  }

  /// The status is there, and says yes.
  @Test(arguments: [
    ("Content-Length: 99\r\n", Data("begun".utf8)), ("Content-Encoding: x-none\r\n", Data()),
  ])
  func `an answer that breaks off says that it was delivered`(_ header: String, _ body: Data)
    async throws
  {
    let bytes = Array("HTTP/1.1 201 Created\r\nX-Id: 7\r\n\(header)\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await Client().send(Sample(at: server).sendMessage(id: "1", .valid))
    }
    #expect(error?.undecodable?.response.status == 201)
    #expect(error?.undecodable?.response.headers["X-Id"] == "7")
    #expect(error?.undecodable?.response.body == body)
    guard case .incomplete(.connectionLost)? = error?.undecodable?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    let beginning =
      "POST /v1/chats/1/messages/ was delivered and accepted with status 201, but the answer breaks "
      + "off: the connection broke ("
    #expect(error?.description.hasPrefix(beginning) == true)
    #expect(server.requests.count == 1)
  }

  /// The status is there, and says no.
  @Test func aRefusalWhoseBodyBreaksOffIsARefusal() async throws {
    let bytes = Array("HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    let request = Request<Void, Never>(.post, server.url, "/x")
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(retries: .none).send(request)
    }
    #expect(error?.rejected?.status == 400)
  }

  @Test func `errors of several requests are of one type without their problems`() async throws {
    let server = try LoopbackServer { _ in .respond(409, body: #"{"code":"busy"}"#) }
    let refused: any Error = try await failure(of: Sample(at: server))
    let error = try #require(SendError<Never>(refused))
    #expect(error.rejected?.status == 409)
    #expect(error.rejected.map { String(decoding: $0.body, as: UTF8.self) } == #"{"code":"busy"}"#)
    #expect(SendError<Never>(CancellationError()) == nil)
  }
}
