import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct ByteStreamTests {
  private func request(_ server: LoopbackServer) -> Request<JSONValue, String> {
    var request = Request<JSONValue, String>(.get, server.url, "/x")
    request.success(200, .json)
    request.refusal(404, .text)
    return request
  }

  /// The server sends no more: what is not passed on at once never arrives.
  @Test(.timeLimit(.minutes(5))) func bytesArriveBeforeTheEnd() async throws {
    let server = try LoopbackServer { _ in .begin(Array("HTTP/1.1 200 OK\r\n\r\nno JSON".utf8)) }
    let answer = try await Client().stream(request(server))
    #expect(answer.status == 200)
    var bytes = Data()
    for try await piece in answer.body {
      bytes += piece
      if bytes.count == 7 { break }
    }
    #expect(bytes == Data("no JSON".utf8))
  }

  @Test func aRefusalIsStillAnError() async throws {
    let server = try LoopbackServer { _ in .respond(404, body: "none") }
    let error = await #expect(throws: SendError<String>.self) {
      try await Client().stream(request(server))
    }
    #expect(error?.rejected?.problem == "none")
  }

  /// As a transport puts it.
  @Test(
    arguments: [
      (CancellationError(), .cancelled), (TransportError.notSent(.cancelled), .cancelled),
      (TransportError.notSent(.timedOut), .timedOut),
      (TransportError.interrupted(.timedOut), .timedOut),
      (
        TransportError.notSent(.noConnection("x")),
        .connectionLost("x, after 5 bytes of the answer")
      ),
    ] as [(any Error, OutcomeUnknown.Cause)])
  func anAnswerThatIsCancelledIsNotLost(
    _ error: any Error, _ cause: OutcomeUnknown.Cause
  ) async throws {
    let (body, pieces) = AsyncThrowingStream.makeStream(of: Data.self)
    pieces.yield(Data("begun".utf8))
    pieces.finish(throwing: error)
    let transport = ClosureTransport { _ in
      .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    let failure = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport).send(.raw())
    }
    #expect(failure?.undecodable?.interruption == cause)
    #expect(failure?.undecodable?.response.body == Data("begun".utf8))
  }

  /// A stream that is cancelled just ends, as if that were all.
  @Test func aPartOfAnAnswerIsNotTheWhole() async throws {
    let (body, pieces) = AsyncThrowingStream.makeStream(of: Data.self)
    pieces.yield(Data("begun".utf8))
    let (beginnings, begun) = AsyncStream.makeStream(of: Void.self)
    let transport = ClosureTransport { _ in
      begun.yield()
      return .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    let task = Task {
      await #expect(throws: SendError<Never>.self) {
        try await Client(transport: transport).send(.raw())
      }
    }
    for await _ in beginnings.prefix(1) { task.cancel() }
    #expect(await task.value?.undecodable?.interruption == .cancelled)
  }

  @Test func anAnswerThatBreaksOffIsAnError() async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    let body = try await Client().stream(request(server)).body
    let error = await #expect(throws: SendError<Never>.self) { for try await _ in body {} }
    #expect(error?.undecodable?.response.status == 200)
    #expect(error?.undecodable?.interruption != nil)
  }
}
