import APIRuntime
import Fixtures
import LoopbackServer
import Testing

@testable import Generator

/// `x-apigen: {access: …}`, of which the fixture `Access` has `package`.
@Suite(.serialized) struct AccessBehaviourTests {
  @Test func `a client for its package alone is one like any other`() async throws {
    let answer = LoopbackServer.Answer.respond(
      200, headers: [("Content-Type", "application/json"), ("X-Count", "2")],
      body: #"{"kind": "leaf", "rings": 3}"#)
    let (response, received) = try await send(answering: answer) { origin in
      Access(key: "k", server: .init(origin))
        .plant(.init(kind: .branch, left: .init(kind: .leaf), additionalProperties: ["rings": 1]))
    }
    #expect(received.text == #"{"kind":"branch","left":{"kind":"leaf"},"rings":1}"#)
    guard case .ok(.tree(let tree)) = response else { throw Unexpected(value: response) }
    #expect(tree.kind == .leaf)
    #expect(tree.additionalProperties == ["rings": 3])
  }

  @Test func `credentials that a user may have beside one that all have`() async throws {
    let user = BasicCredentials(user: "me", password: "pw")
    for (user, expected) in [(user, "Basic bWU6cHc="), (nil, nil)] {
      let received = try await send { origin in
        Access(key: "k", user: user, server: .init(origin)).fell(user: "you")
      }.received
      #expect(received.header("X-Key") == "k")
      #expect(received.header("Authorization") == expected)
      #expect(received.target == "/trees?user=you")
    }
  }

  @Test(
    arguments: [
      ("package", "package "), ("internal", ""), ("public", "public "),
    ])
  func `every declaration has the level that is asked for`(access: String, keyword: String) throws {
    let description = try Fixture(name: "Access").text
      .replacing("access: package", with: "access: \(access)")
    let files = GeneratedFile.files(of: try api(description))
    let text = files.map(\.text).joined()
    #expect(text.contains("\n\(keyword)nonisolated struct A: Sendable {"))
    #expect(text.contains("  @Indirect \(keyword)var left: Tree?"))
    let others = ["public ", "package ", "internal "].filter { $0 != keyword }
    #expect(others.filter(text.contains) == [])
  }
}
