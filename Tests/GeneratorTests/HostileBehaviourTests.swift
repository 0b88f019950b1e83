import APIRuntime
import Fixtures
import LoopbackServer
import Testing

/// Text of the fixture `Hostile` that would like to be code is sent and read as it is written.
@Suite(.serialized) struct HostileBehaviourTests {
  @Test func `a path and keys are data`() async throws {
    let body = #"""
      {"\"\\(exit(11))": "a", "": "b", "self": "c", "init": "d", "\u202e": true,
      "kind": "\\(exit(13))", "1st": {"2nd": [{"3": "e"}]}}
      """#
    let (evil, received) = try await send(answering: .respond(200, body: body)) {
      Hostile(server: .init($0)).aExit8FuncB(xSign: "s")
    }
    #expect(received.target == #"/%5C(exit(7))/%22"#)
    #expect(received.header("X-Sign") == "s")
    #expect([evil.exit11, evil.empty, evil.selfValue, evil.initValue] == ["a", "b", "c", "d"])
    #expect(evil.rightToLeftOverride == true)
    #expect(evil.kind == .exit13)
    #expect(evil._1st?._2nd?.map(\._3) == ["e"])
  }

  @Test func `a default is data`() async throws {
    let evil = try await send(answering: .respond(200, body: "{}")) {
      Hostile(server: .init($0)).aExit8FuncB()
    }.response
    #expect(evil.exit11 == "(exit12\"\"\"#\u{2028}\"\\(")
  }

  @Test func `what is no name of a header is not sent`() async throws {
    let violations = try await violations { Hostile(server: .init($0)).aExit8FuncB(exit9: "x") }
    #expect(violations == [#"header "\\(exit(9))": is not the name of a header"#])
  }
}
