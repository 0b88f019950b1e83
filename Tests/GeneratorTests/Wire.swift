import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// Sends a request of a fixture to a server that gives `answer`: what came back and what arrived.
func send<Response, Problem>(
  answering answer: LoopbackServer.Answer = .respond(204),
  _ request: (String) -> Request<Response, Problem>
) async throws -> (response: Response, received: ReceivedRequest) {
  let server = try LoopbackServer { _ in answer }
  let response = try await Client().send(request(server.url))
  return (response, try #require(server.requests.first))
}

/// What is wrong with a request, of which nothing may arrive.
func violations<Response, Problem>(
  _ request: (String) -> Request<Response, Problem>
) async throws -> [String] {
  let server = try LoopbackServer { _ in .respond(204) }
  let error = await #expect(throws: SendError<Problem>.self) {
    try await Client().send(request(server.url))
  }
  #expect(server.requests.isEmpty)
  guard case .notSent(let reason)? = error, case .invalid(let violations) = reason.cause else {
    return []
  }
  return violations.map(\.description)
}

extension Undecodable {
  /// How an answer is otherwise than described; nil where that is not what is wrong.
  var error: JSONDecodingError? {
    if case .unexpected(let error) = cause { error } else { nil }
  }
}

extension ReceivedRequest {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The media type and the parts that arrive, with `B` for the boundary and line feeds.
  var multipart: (type: String, parts: String) {
    get throws {
      let type = try #require(header("Content-Type"))
      let boundary = try #require(type.components(separatedBy: "boundary=").last)
      return (
        type.replacing(boundary, with: "B"),
        text.replacing(boundary, with: "B").replacing("\r\n", with: "\n")
      )
    }
  }
}
