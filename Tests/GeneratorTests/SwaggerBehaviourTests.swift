import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What goes out of the fixture `Swagger`, as Swagger 2.0 says.
@Suite(.serialized) struct SwaggerBehaviourTests {
  private let list = ["a b", "c"]

  @Test func `lists in paths, queries and headers`() async throws {
    let received = try await send(answering: .respond(200)) { origin in
      Swagger(server: .init(origin)).readLists(
        path: list, commas: list, ssv: ["a", "c"], tsv: list, pipes: list, multi: list, xList: list,
        xTabs: [1, 2])
    }.received
    #expect(
      received.target == "/lists/a%20b%7Cc?csv=a%20b,c&ssv=a%20c&tsv=a%20b%09c&pipes=a%20b%7Cc"
        + "&multi=a%20b&multi=c")
    #expect(received.header("X-List") == "a b|c")
    #expect(received.header("X-Tabs") == "1\t2")
  }

  @Test func `brackets of a list, the type of a body, and values of a map by slips`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"{"a":1}"#)
    let (counts, received) = try await send(answering: answer) { origin in
      Swagger(server: .init(origin)).sendSlips("x", ids: list)
    }
    #expect(received.target == "/slips?ids%5B%5D=a%20b&ids%5B%5D=c")
    #expect(received.text == #""x""#)
    #expect(counts == ["a": 1])
  }

  @Test func `files are sent and read`() async throws {
    let file = { File(Data($0.utf8), name: $0) }
    let parts = try await send(answering: .respond(200)) { origin in
      Swagger(server: .init(origin)).sendFiles(.init(one: file("1"), more: [file("2"), file("3")]))
    }.received.multipart
    #expect(parts.type == "multipart/form-data; boundary=B")
    for (name, file) in [("one", "1"), ("more", "2"), ("more", "3")] {
      let part = """
        Content-Disposition: form-data; name="\(name)"; filename="\(file)"
        Content-Type: application/octet-stream

        \(file)
        --B
        """
      #expect(parts.parts.contains(part))
    }
    let (bytes, received) = try await send(answering: .respond(200, body: "x")) { origin in
      Swagger(server: .init(origin)).readFile()
    }
    #expect(bytes == Data("x".utf8))
    #expect(received.header("Accept") == "*/*")
  }

  @Test func `an error is JSON where the operation offers files too`() async throws {
    let answer = LoopbackServer.Answer.respond(404, body: #"{"message":"gone"}"#)
    let error = await #expect(throws: SendError<Swagger.ReadArchiveProblem>.self) {
      try await send(answering: answer) { Swagger(server: .init($0)).readArchive() }
    }
    guard case .rejected(let rejection)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(rejection.problem?.message == "gone")
  }

  @Test func `what stands between the values of a form stands in none of them`() async throws {
    #expect(
      try await violations {
        Swagger(server: .init($0)).sendForm(.form(.init(ssv: list, pipes: ["a|b"])))
      } == [
        #"/ssv: has " " in a value, which separates values"#,
        #"/pipes: has "|" in a value, which separates values"#,
      ])
    #expect(
      try await violations {
        Swagger(server: .init($0)).sendForm(.multipart(.init(tsv: ["a\tb"])))
      } == [#"/tsv: has "\t" in a value, which separates values"#])
  }

  @Test func `lists in forms, which are offered in two types`() async throws {
    let form = try await send(answering: .respond(200)) { origin in
      Swagger(server: .init(origin)).sendForm(
        .form(.init(csv: list, ssv: ["a", "c"], tsv: list, pipes: list, multi: list)))
    }.received
    #expect(form.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(form.text == "csv=a+b,c&ssv=a+c&tsv=a+b%09c&pipes=a+b%7Cc&multi=a+b&multi=c")
    let parts = try await send(answering: .respond(200)) { origin in
      Swagger(server: .init(origin)).sendForm(.multipart(.init(tsv: list, pipes: list)))
    }.received.multipart
    #expect(
      parts.parts == """
        --B
        Content-Disposition: form-data; name="tsv"

        a b\tc
        --B
        Content-Disposition: form-data; name="pipes"

        a b|c
        --B--

        """)
  }
}
