import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What the Swift of the fixtures does on a wire.
struct BehaviourTests {
  private func text(_ received: ReceivedRequest) -> String {
    String(decoding: received.body, as: UTF8.self)
  }

  // MARK: Choices

  @Test(arguments: [
    ("3", "int"), (#""x""#, "choice"), (#"{"a":1}"#, "dictionary"), (#"{"note":"x"}"#, "object"),
    ("[true]", "other"), (#"{"a":"x"}"#, "other"),
  ])
  func `a choice that is one of itself is read once`(_ json: String, _ name: String) throws {
    let loop = try JSONDecoder().decode(Choices.Loop.self, from: Data(json.utf8))
    #expect("\(loop)".hasPrefix(name))
    #expect(String(decoding: try JSONEncoder().encode(loop), as: UTF8.self) == json)
  }

  @Test func `a discriminator decides, and an unknown value keeps its JSON`() async throws {
    let cat = try await pet(#"{"petType": "kitty", "lives": 7}"#)
    guard case .cat(let cat) = cat else { throw Unexpected(value: cat) }
    #expect(cat.lives == 7)
    let dog = try await pet(#"{"petType": "Dog", "bark": "loud", "lives": 1}"#)
    guard case .dog(let dog) = dog else { throw Unexpected(value: dog) }
    #expect(dog.bark == "loud")
    let bird = try await pet(#"{"petType": "Bird", "song": true}"#)
    guard case .other(let bird) = bird else { throw Unexpected(value: bird) }
    #expect(bird["song"]?.bool == true)
  }

  private func pet(_ body: String) async throws -> Choices.Pet {
    try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).addPet(.dog(.init(petType: "Dog")))
    }.response
  }

  @Test func `a constant decides`() async throws {
    let body = #"{"type": "deleted", "id": 4, "text": "x"}"#
    let event = try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).readEvent()
    }.response
    guard case .deleted(let deleted) = event else { throw Unexpected(value: event) }
    #expect(deleted.id == 4)
  }

  @Test(arguments: [
    ("7", "int(7)"), ("7.5", "double(7.5)"), ("true", "bool(true)"), (#""small""#, "value(small)"),
    (#"["a"]"#, #"strings(["a"])"#), ("[1]", "ints([1])"),
  ])
  func `the type of JSON decides`(_ body: String, _ expected: String) async throws {
    let value = try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).readValue()
    }.response
    #expect("\(try #require(value))" == expected)
  }

  @Test func `a constant that is absent has no value`() throws {
    let node = try JSONDecoder().decode(Choices.Tag.self, from: Data(#"{"id": 1}"#.utf8))
    #expect(node.error == nil)
    #expect(node.id == 1)
    #expect(node.kind == .tag)
  }

  @Test func `keys decide, and null is nil`() async throws {
    let body = #"{"right": {"left": "x"}}"#
    let value = try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).readValue()
    }.response
    guard case .right(let right) = value, case .left(let left)? = right.right else {
      throw Unexpected(value: value)
    }
    #expect(left.left == "x")
    let null = try await send(answering: .respond(200, body: "null")) { origin in
      Choices(server: .init(origin)).readValue()
    }.response
    #expect(null == nil)
  }

  @Test func `absent, null and a value differ; what is only read is not sent`() async throws {
    let inner = Choices.Node(name: "b", note: .null, id: 9)
    let node = Choices.Node(
      name: "a", next: inner, children: [inner], note: "hi", level: ._2,
      additionalProperties: ["extra": 1])
    let received = try await send { origin in
      Choices(server: .init(origin)).addNode(node)
    }.received
    #expect(
      text(received)
        == #"{"name":"a","next":{"name":"b","note":null},"children":[{"name":"b","note":null}],"#
        + #""note":"hi","level":2,"extra":1}"#)
  }

  @Test func `what a node does not know survives a round trip`() throws {
    let json = Data(#"{"name":"a","note":null,"level":7,"id":9,"extra":5}"#.utf8)
    let node = try JSONDecoder().decode(Choices.Node.self, from: json)
    #expect(node.level?.rawValue == 7)
    let again = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(node))
    #expect(try again == JSONDecoder().decode(JSONValue.self, from: json))
  }

  // MARK: Bodies

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
    #expect(text(received) == "text=a+b%26c&ids=1+2")
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
    #expect(text(sent) == "hello")
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
