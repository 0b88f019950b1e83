import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What goes out of the fixture `Bodies`, and what comes back.
@Suite(.serialized) struct BodiesBehaviourTests {
  private func sent<Response, Problem>(
    _ request: (Bodies) -> Request<Response, Problem>
  ) async throws -> ReceivedRequest {
    try await send { request(Bodies(token: "t", server: .init($0))) }.received
  }

  @Test func `types of JSON that mean something else are a choice`() async throws {
    let form = Bodies.Form(text: "a")
    let cases: [(Bodies.SendFormatsBody, String)] = [
      (.json(form), "application/json"), (.mergePatch(form), "application/merge-patch+json"),
      (.jsonPatch(form), "application/json-patch+json"),
    ]
    for (body, type) in cases {
      let received = try await sent { $0.sendFormats(body) }
      #expect(received.header("Content-Type") == type)
      #expect(received.text == #"{"text":"a"}"#)
    }
  }

  @Test func `formats of one schema are no choice, even where it is written twice`() async throws {
    let received = try await sent { $0.sendSame(.init(a: .x, b: [1])) }
    #expect(received.header("Content-Type") == "application/json")
    #expect(received.text == #"{"a":"x","b":[1]}"#)
  }

  @Test func `an object of any type is JSON, and nothing is sent of none`() async throws {
    let received = try await sent { $0.removeAny(.init(text: "a")) }
    #expect(received.method == "DELETE")
    #expect(received.header("Content-Type") == "application/json")
    #expect(received.text == #"{"text":"a"}"#)
    let nothing = try await sent { $0.removeAny() }
    #expect(nothing.header("Content-Type") == nil)
    #expect(nothing.body.isEmpty)
  }

  @Test func `text is of the type that is described`() async throws {
    let word = try await sent { $0.sendWord(.on) }
    #expect(word.header("Content-Type") == "text/plain")
    #expect(word.text == "on")
    let cases: [(Bodies.SendTextBody, String, String)] = [
      (.text(7), "text/plain", "7"),
      (.calendar(CalendarDate("2024-02-29")!), "text/calendar", "2024-02-29"),
      (.csv("a,b"), "text/csv", "a,b"),
    ]
    for (body, type, expected) in cases {
      let received = try await sent { $0.sendText(body) }
      #expect(received.header("Content-Type") == type)
      #expect(received.text == expected)
    }
    let violations = try await violations { origin in
      Bodies(token: "t", server: .init(origin)).sendText(.text(10))
    }
    #expect(violations == ["is more than 9"])
  }

  @Test func `null is a body where one has to be there`() async throws {
    let null = try await sent { $0.setName(nil) }
    #expect(null.text == "null" && null.header("Content-Type") == "application/json")
    #expect((try await sent { $0.setName("x") }).text == #""x""#)
  }

  @Test func `bodies of which nothing is said are JSON, text or a file`() async throws {
    let cases: [(Bodies.SendUntoldBody, String, String)] = [
      (.json(["a": 1]), "application/json", #"{"a":1}"#), (.text("a"), "text/plain", "a"),
      (.binary(File(Data("f".utf8))), "application/octet-stream", "f"),
    ]
    for (body, type, text) in cases {
      let received = try await sent { $0.sendUntold(body) }
      #expect(received.header("Content-Type") == type)
      #expect(received.text == text)
    }
  }

  @Test func `a file says which type of a range it is`() async throws {
    let file = File(Data("f".utf8), name: "f", contentType: "image/gif")
    let cases: [(Bodies.SendRangeBody, String)] = [
      (.image(file), "image/gif"), (.file(file), "image/gif"), (.xml(file), "application/xml"),
    ]
    for (body, type) in cases {
      let received = try await sent { $0.sendRange(body) }
      #expect(received.header("Content-Type") == type)
      #expect(received.text == "f")
    }
    let bytes = try await sent { $0.sendRange(.xml(File(Data("f".utf8)))) }
    #expect(bytes.text == "f")
    let pdf = File(Data(), name: "f", contentType: "application/pdf")
    let violations = try await violations { origin in
      Bodies(token: "t", server: .init(origin)).sendRange(.image(pdf))
    }
    #expect(violations == ["is a file of type application/pdf, expected image/*"])
  }

  /// What is between the parts is in the type (RFC 2046 §5.1.1).
  @Test func `parts that are one text are sent as they are`() async throws {
    let parts = "--batch\r\n\r\nGET /a HTTP/1.1\r\n--batch--"
    let mixed = try await sent { $0.sendBatch(.multipartMixed(File(Data(parts.utf8)))) }
    #expect(mixed.header("Content-Type") == "multipart/mixed; boundary=batch")
    #expect(mixed.text == parts)
    let file = File(Data(parts.utf8), contentType: "multipart/related; boundary=batch")
    let related = try await sent { $0.sendBatch(.multipartRelated(file)) }
    #expect(related.header("Content-Type") == "multipart/related; boundary=batch")
    #expect(related.text == parts)
  }

  @Test func `a form that is one text is sent as it is`() async throws {
    let form = try await sent { $0.sendFields("a=1&b=%26") }
    #expect(form.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(form.text == "a=1&b=%26")
    let violations = try await violations { origin in
      Bodies(token: "t", server: .init(origin)).sendFields("a=")
    }
    #expect(violations == ["has 2 characters, expected at least 3"])
  }

  private func bodies(_ origin: String) -> Bodies {
    Bodies(
      token: "t", login: BasicCredentials(user: "me", password: "pw"), server: .init(origin + "/v1")
    )
  }

  @Test func `a form, and the credentials that there are`() async throws {
    let received = try await send { origin in
      bodies(origin).sendForm(.init(text: "a b&c", ids: [1, 2]))
    }.received
    #expect(received.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(received.header("Authorization") == "Bearer t")
    #expect(received.text == "text=a+b%26c&ids=1+2")
  }

  @Test func `one of several bodies, and one of several answers`() async throws {
    let (made, received) = try await send(answering: .respond(201, body: #"{"text": "x"}"#)) {
      bodies($0).sendAny(.imagePng(File(Data([1, 2]), name: "a.png")))
    }
    #expect(received.header("Content-Type") == "image/png")
    #expect(received.body == [1, 2])
    guard case .created(let form) = made else { throw Unexpected(value: made) }
    #expect(form.text == "x")
    let (fine, sent) = try await send(answering: .respond(200, body: "fine")) {
      bodies($0).sendAny(.text("hello"))
    }
    #expect(sent.text == "hello")
    guard case .ok("fine") = fine else { throw Unexpected(value: fine) }
  }

  @Test func `without the credentials that it needs nothing is sent`() async throws {
    let server = try LoopbackServer { _ in .respond(204) }
    await #expect(throws: SendError<Never>.self) {
      try await Client().send(Bodies(server: .init(server.url)).sendForm())
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a refusal of several`() async throws {
    let server = try LoopbackServer { _ in .respond(422, body: #"{"title": "no"}"#) }
    let error = await #expect(throws: SendError<Bodies.SendAnyProblem>.self) {
      try await Client().send(bodies(server.url).sendAny(.text("x")))
    }
    guard case .rejected(let rejection)? = error,
      case .clientError(let problem)? = rejection.problem
    else { throw Unexpected(value: error) }
    #expect(problem.title == "no")
  }

  @Test func `a success without a body is nil`() async throws {
    let nothing = try await send { bodies($0).readMaybe() }
    #expect(nothing.response == nil)
    #expect(nothing.received.header("Authorization") == nil)
    let something = try await send(answering: .respond(200, body: "{}")) { bodies($0).readMaybe() }
    #expect(something.response != nil)
  }

  @Test func `parameters in their styles`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: "bytes")
    let (data, received) = try await send(answering: answer) { origin in
      bodies(origin).readFile(
        name: "a/b", filter: ["x", "y"], ids: [1, 2], where: .init(text: "q"),
        raw: ["k": 1], since: CalendarDate("2024-02-29"), session: "s1")
    }
    #expect(data == Data("bytes".utf8))
    #expect(
      received.target
        == "/v1/files/a%2Fb;filter=x,y?ids=1,2&where%5Btext%5D=q&raw=%7B%22k%22%3A1%7D")
    #expect(received.header("since") == "2024-02-29")
    #expect(received.header("Cookie") == "session=s1")
    #expect(received.header("Authorization") == "Basic bWU6cHc=")
  }
}
