import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What the fixture `Slips` sends and reads, though its description is full of mistakes.
@Suite(.serialized) struct SlipsBehaviourTests {
  private func slips(_ origin: String) -> Slips {
    Slips(bearerAuth: "token", server: .init(origin))
  }

  @Test func `a path, its parameters, a token and an answer`() async throws {
    let body = #"{"name": "Ana", "roles": ["admin", "owner"], "address": {"street": "A"}}"#
    let answer = LoopbackServer.Answer.respond(200, body: body)
    let (user, received) = try await send(answering: answer) { origin in
      slips(origin).readUser(id: 7, fields: ["a", "b"])
    }
    #expect(received.target == "/users/7?fields=a,b")
    #expect(received.header("Authorization") == "Bearer token")
    #expect(user.name == "Ana")
    #expect(user.roles?.map(\.rawValue) == ["admin", "owner"])
    #expect(user.address?.street == "A")
  }

  @Test func `null where it stands beside a reference that it may come`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"{"name":"A","moods":["sad",null]}"#)
    let (user, _) = try await send(answering: answer) { slips($0).readUser(id: 1) }
    #expect(user.moods == [.sad, nil])
    let sent = try await send(answering: answer) { origin in
      slips(origin).putUser(id: 7, .init(name: "Ana", moods: [.happy, nil]))
    }.received
    #expect(sent.text == #"{"name":"Ana","moods":["happy",null]}"#)
  }

  @Test func `bodies that are schemas, or parameters`() async throws {
    let user = try await send(answering: .respond(200, body: #"{"name": "B"}"#)) { origin in
      slips(origin).putUser(id: 7, .init(name: "Ana", roles: [.guest]))
    }.received
    #expect(user.text == #"{"name":"Ana","roles":["guest"]}"#)
    #expect(user.header("Content-Type") == "application/json")
    let saved = try await send(answering: .respond(204)) { origin in
      slips(origin).saveSearch(.init(query: "x"))
    }.received
    #expect(saved.target == "/searches")
    #expect(saved.text == #"{"query":"x"}"#)
  }

  @Test func `a query that is in the path, and a list by the name of what it holds`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"[{"name": "Ana"}]"#)
    let (users, received) = try await send(answering: answer) { origin in
      slips(origin).search(q: "a b")
    }
    #expect(received.target == "/search?q=a%20b")
    #expect(users.map(\.name) == ["Ana"])
  }

  @Test func `a whole address as a path, and a reference that is a list`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"[{"name": "Ana"}]"#)
    let (users, received) = try await send(answering: answer) { slips($0).teams() }
    #expect(received.target == "/teams")
    #expect(users.map(\.name) == ["Ana"])
  }
}
