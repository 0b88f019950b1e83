import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// How the fixture `Replies` reads answers that have no body, or another than described.
@Suite(.serialized) struct RepliesBehaviourTests {
  private func read<Response, Problem>(
    answering status: Int, _ type: String? = nil, _ body: String = "",
    _ request: (Replies) -> Request<Response, Problem>
  ) async throws -> Response {
    let headers = type.map { [("Content-Type", $0)] } ?? []
    return try await send(answering: .respond(status, headers: headers, body: body)) {
      request(Replies(server: .init($0)))
    }.response
  }

  private func undecodable<Response, Problem>(
    answering status: Int, _ type: String? = nil, _ body: String = "",
    _ request: (Replies) -> Request<Response, Problem>
  ) async throws -> Undecodable {
    let error = await #expect(throws: SendError<Problem>.self) {
      _ = try await read(answering: status, type, body, request)
    }
    guard case .undecodable(let answer)? = error else { throw Unexpected(value: error) }
    return answer
  }

  @Test(arguments: [200, 202, 204])
  func `no body is nil where there may be none`(_ status: Int) async throws {
    #expect(try await read(answering: status) { $0.makePet() } == nil)
  }

  @Test(arguments: [200, 204, 205])
  func `no body is the case that has none`(_ status: Int) async throws {
    let response = try await read(answering: status, "application/json") { $0.replacePet() }
    guard case .noContent = response else { throw Unexpected(value: response) }
  }

  @Test func `text may be empty`() async throws {
    let response = try await read(answering: 201, "text/plain") { $0.replacePet() }
    guard case .created("") = response else { throw Unexpected(value: response) }
  }

  @Test(arguments: [200, 204])
  func `a body that has to be there and is not is an error that says so`(_ status: Int) async throws
  {
    let list = try await undecodable(answering: status) { $0.listPets() }
    #expect(list.error?.description == "expected JSON, found no body")
    #expect(list.response.status == status)
    let pet = try await undecodable(answering: status) { $0.removePet() }
    #expect(pet.error?.description == "expected JSON, found no body")
  }

  @Test func `what has not changed is no success`() async throws {
    let error = await #expect(throws: SendError<Replies.Problem>.self) {
      try await read(answering: 304) { $0.readAny() }
    }
    guard case .rejected(let rejection)? = error else { throw Unexpected(value: error) }
    #expect(rejection.status == 304 && rejection.problem == nil)
  }

  @Test func `a page in place of JSON is called one, and kept`() async throws {
    let page = "<html>Log in</html>"
    let list = try await undecodable(answering: 200, "text/html; charset=utf-8", page) {
      $0.listPets()
    }
    #expect(
      list.error?.description == "expected application/json, found an answer of type text/html")
    #expect(list.response.body == Data(page.utf8))
    let any = try await undecodable(answering: 200, "text/html", page) { $0.readAny() }
    #expect(
      any.error?.description == "expected application/json, found an answer of type text/html")
    let broken = try await undecodable(answering: 200, "application/hal+json", "[") {
      $0.listPets()
    }
    #expect(broken.error?.expected.contains("at byte 1") == true)
  }

  @Test func `JSON is read whatever it is called`() async throws {
    let body = #"[{"name": "A"}]"#
    #expect(
      try await read(answering: 200, "text/html", body) { $0.listPets() }.map(\.name) == ["A"])
    #expect(try await read(answering: 200, nil, body) { $0.listPets() }.map(\.name) == ["A"])
  }

  @Test func `text is of the type that is described`() async throws {
    #expect(try await read(answering: 200, "text/plain", "12\n") { $0.readCount() } == 12)
    let count = try await undecodable(answering: 200, "text/plain", "some") { $0.readCount() }
    #expect(count.error?.found == "a string")
    let state = try await read(answering: 200, "text/plain", "down\n") { $0.readState() }
    guard case .ok(.down) = state else { throw Unexpected(value: state) }
    let since = try await read(answering: 201, "text/plain", "2024-02-29") { $0.readState() }
    guard case .created(CalendarDate("2024-02-29")) = since else { throw Unexpected(value: since) }
  }

  @Test func `a page is no stream of events`() async throws {
    let page = try await undecodable(answering: 200, "text/html", "<html>") { $0.watchPets() }
    #expect(
      page.error?.description == "expected text/event-stream, found an answer of type text/html")
    #expect(page.response.body == Data("<html>".utf8))
  }
}
