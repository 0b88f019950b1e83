import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// What a client sends by where it is given no transport.
@Suite(.serialized) struct DefaultTransportTests {
  #if os(Linux) && Curl
    /// `URLSession` ends the process, where nothing can catch it.
    @Test func anAnswerThatBreaksOffInItsHeadersIsAnUnknownOutcome() async throws {
      let bytes = Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)
      let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
      let error = await #expect(throws: SendError<Sample.Problem>.self) {
        try await Client().send(Sample(at: server).sendMessage(id: "1", .valid))
      }
      #expect(error?.outcomeUnknown != nil)
      #expect(server.requests.count == 1)
    }
  #else
    @Test func itIsFoundations() {
      #expect(Client().transport is URLSessionTransport)
    }
  #endif
}
