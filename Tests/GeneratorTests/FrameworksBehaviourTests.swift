import APIRuntime
import Fixtures
import Foundation
import Testing

/// What frameworks write for what OpenAPI has other words for, on a wire.
@Suite(.serialized) struct FrameworksBehaviourTests {
  @Test func `OData has an object or null, and whole numbers among numbers`() async throws {
    let json =
      ##"{"@odata.type":"#graph.user","manager":null,"status":"active","size":-3,"##
      + #""quota":9007199254740993}"#
    let (read, received) = try await send(answering: .respond(200, body: json)) {
      Frameworks(oauth2: "t", server: .init($0)).addUser(
        .init(
          manager: .null, status: .value(.active), size: .value(-3), quota: 9_007_199_254_740_993))
    }
    #expect(received.text == json)
    guard case .null? = read.manager else { throw Unexpected(value: read) }
    #expect(read.quota == 9_007_199_254_740_993)
    let other = try await send(answering: .respond(200, body: #"{"manager":{"city":"Rome"}}"#)) {
      Frameworks(oauth2: "t", server: .init($0)).addUser(.init(note: .value(.dictionary([:]))))
    }
    #expect(other.response.manager?.value?.city == "Rome")
    #expect(other.received.text == ##"{"@odata.type":"#graph.user","note":{}}"##)
  }

  @Test func `a part of allOf says what kinds an object has`() async throws {
    let json = ##"{"@odata.type":"#graph.user","quota":1}"##
    let owner = try await send(answering: .respond(200, body: json)) {
      Frameworks(oauth2: "t", server: .init($0)).getOwner()
    }.response
    guard case .graphUser(let user) = owner else { throw Unexpected(value: owner) }
    #expect(user.quota == 1)
  }

  @Test(arguments: [
    (Frameworks.IntOrString.integer(80), "80"), (.string("http"), #""http""#),
  ])
  func `Kubernetes has a number or a string`(
    _ port: Frameworks.IntOrString, _ text: String
  ) async throws {
    let json = #"{"targetPort":\#(text)}"#
    let (read, received) = try await send(answering: .respond(200, body: json)) {
      Frameworks(oauth2: "t", server: .init($0)).addPort(.init(targetPort: port), pretty: "true")
    }
    #expect(received.target == "/ports?pretty=true")
    #expect(received.text == json)
    switch (read.targetPort, port) {
    case (.integer(80)?, .integer), (.string("http")?, .string): break
    default: throw Unexpected(value: read)
    }
  }

  @Test(arguments: [
    (
      Frameworks.PatchPortsBody.jsonPatch([["op": "remove", "path": "/a"]]),
      "application/json-patch+json", #"[{"op":"remove","path":"/a"}]"#
    ),
    (.mergePatch(["a": .null]), "application/merge-patch+json", #"{"a":null}"#),
  ])
  func `Kubernetes takes a JSON Patch, which is a list`(
    _ patch: Frameworks.PatchPortsBody, _ type: String, _ json: String
  ) async throws {
    let received = try await send {
      Frameworks(oauth2: "t", server: .init($0)).patchPorts(patch)
    }.received
    #expect(received.header("Content-Type") == type)
    #expect(received.text == json)
  }

  @Test(arguments: [(#""a""#, "a"), (#""""#, ""), (#""new""#, "new")])
  func `a choice that may be blank is one enumeration, which can be sent again`(
    _ json: String, _ value: String
  ) async throws {
    let body = #"{"kind":\#(json)}"#
    let read = try await send(answering: .respond(200, body: body)) {
      Frameworks(oauth2: "t", server: .init($0)).putChoice(.init())
    }.response
    #expect(read.kind?.rawValue == value)
    let kind = try #require(read.kind)
    let received = try await send(answering: .respond(200, body: "{}")) {
      Frameworks(oauth2: "t", server: .init($0)).putChoice(.init(kind: .value(kind)))
    }.received
    #expect(received.text == body)
  }

  @Test func `bytes inside JSON are text, and bytes as a body are bytes`() async throws {
    let json = #"{"text":"hello world!","encoded":"AP8="}"#
    let (read, received) = try await send(answering: .respond(200, body: json)) {
      Frameworks(oauth2: "t", server: .init($0)).sendBytes(
        .init(text: "hello world!", encoded: Data([0, 255])))
    }
    #expect(received.text == json)
    #expect(read.text == "hello world!")
    let (bytes, sent) = try await send(answering: .respond(200, body: "[1]")) {
      Frameworks(oauth2: "t", server: .init($0)).putBytes(File(Data("{}".utf8), name: "a"))
    }
    #expect(sent.text == "{}")
    #expect(sent.header("Content-Type") == "application/json")
    #expect(bytes == Data("[1]".utf8))
  }

  @Test func `two schemes for one header are one credential`() async throws {
    let received = try await send {
      Frameworks(oauth2: "t", server: .init($0)).getToken()
    }.received
    #expect(received.header("Authorization") == "Bearer t")
  }

  /// As ASP.NET describes its numbers.
  @Test func `a number that may be a string is a number`() async throws {
    let (read, received) = try await send(
      answering: .respond(200, body: #"{"degrees":"-3","rain":"0.5"}"#)
    ) {
      Frameworks(oauth2: "t", server: .init($0)).sendWeather(
        .init(degrees: -3, rain: .value(0.5), both: "x"), hours: 2)
    }
    #expect(received.target == "/weather?hours=2")
    #expect(received.text == #"{"degrees":-3,"rain":0.5,"both":"x"}"#)
    #expect(read.degrees == -3)
    #expect(read.rain?.value == 0.5)
  }

  @Test func `a kind that came later is the base`() async throws {
    let json = #"{"id":"7","kind":"light","watts":5}"#
    let (read, received) = try await send(answering: .respond(200, body: json)) {
      Frameworks(oauth2: "t", server: .init($0)).addWidget(
        .base(.init(id: "7", kind: .light, additionalProperties: ["watts": 5])))
    }
    #expect(received.text == json)
    guard case .base(let base) = read else { throw Unexpected(value: read) }
    #expect(base.kind == .light)
    let heavy = try await send(answering: .respond(200, body: #"{"id":"1","kind":"heavy"}"#)) {
      Frameworks(oauth2: "t", server: .init($0)).addWidget(.heavy(.init(id: "1")))
    }
    #expect(heavy.received.text == #"{"id":"1","kind":"heavy"}"#)
    guard case .heavy = heavy.response else { throw Unexpected(value: heavy.response) }
  }

  @Test func `Spring's bytes of any type, and what is inside of its parameters`() async throws {
    let (read, received) = try await send(answering: .respond(200, body: "AP8=")) {
      Frameworks(oauth2: "t", server: .init($0)).getImage(
        sort: ["x", "y"],
        pageable: .init(page: 0, sort: ["a,desc", "b"], span: .init(seconds: 1)))
    }
    #expect(
      received.target
        == "/image?sort=x&sort=y&page=0&sort=a%2Cdesc&sort=b&span%5Bseconds%5D=1")
    #expect(read == Data("AP8=".utf8))
  }

  @Test(arguments: [("application/json", "\"green\""), ("text/plain;charset=UTF-8", "green")])
  func `Spring's enumeration of any type is JSON or text`(_ type: String, _ body: String)
    async throws
  {
    let read = try await send(
      answering: .respond(200, headers: [("Content-Type", type)], body: body)
    ) {
      Frameworks(oauth2: "t", server: .init($0)).getImageColor()
    }.response
    #expect(read == .green)
  }

  @Test func `Spring's events are described as they are, and by what sends them`() async throws {
    let events = "id: 1\nevent: port\ndata: {\"targetPort\":80}\n\n"
    let stream = try await send(
      answering: .respond(200, headers: [("Content-Type", "text/event-stream")], body: events)
    ) {
      Frameworks(oauth2: "t", server: .init($0)).watchPorts()
    }.response
    var ports: [Frameworks.Port] = []
    for try await event in stream { ports += [try event.content].compactMap { $0 } }
    guard case .integer(80)? = ports.first?.targetPort, ports.count == 1 else {
      throw Unexpected(value: ports)
    }
    let any = try await send(
      answering: .respond(
        200, headers: [("Content-Type", "text/event-stream")], body: "data: [1]\n\n")
    ) {
      Frameworks(oauth2: "t", server: .init($0)).watchAnything()
    }.response
    for try await event in any { #expect(try event.content == [1]) }
  }

  @Test func `lines are of what the schema says of one`() async throws {
    let received = try await send {
      Frameworks(oauth2: "t", server: .init($0)).sendLines([.init(text: "a"), .init(text: "b")])
    }.received
    #expect(received.text == "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
    #expect(received.header("Content-Type") == "application/x-ndjson")
    let broken = try await violations {
      Frameworks(oauth2: "t", server: .init($0)).sendLines([.init(text: "long")])
    }
    #expect(broken == ["/0/text: has 4 characters, expected at most 3"])
  }

  @Test func `values have the names that AutoRest and Zalando give them`() {
    #expect(Frameworks.Level.first.rawValue == 1)
    #expect(Frameworks.Color.green.rawValue == "green")
  }

  @Test func `the name of FastAPI's function is the operation's, where it says enough`()
    async throws
  {
    let item = try await send {
      Frameworks(oauth2: "t", server: .init($0)).readItem(itemID: 1)
    }.received
    #expect(item.target == "/items/1")
    let lists = try await send { Frameworks(oauth2: "t", server: .init($0)).listListsGet() }
    #expect(lists.received.target == "/lists")
    let filled = try await send {
      Frameworks(oauth2: "t", server: .init($0)).fillAllListsThenPut()
    }
    #expect(filled.received.method == "PUT")
  }

  @Test func `the rest of a path keeps its slashes, and leads nowhere else`() async throws {
    func project(_ name: String) async throws -> String {
      try await send {
        Frameworks(oauth2: "t", server: .init($0)).getProject(name: name)
      }.received.target
    }
    #expect(try await project("projects/a b?c:d%2F") == "/v1/projects/a%20b%3Fc%3Ad%252F")
    await #expect(throws: SendError<Never>.self) { try await project("projects/../admin") }
  }

  @Test func `a number that may be a text, and constants of two types`() async throws {
    let (read, received) = try await send(
      answering: .respond(200, body: #"{"speed":"2","kind":3}"#)
    ) {
      Frameworks(oauth2: "t", server: .init($0)).addWind(.init(speed: 0.5, kind: .a))
    }
    #expect(received.text == #"{"speed":0.5,"kind":"a"}"#)
    #expect(read.speed == 2)
    #expect(read.kind == ._3)
  }

  @Test func `what a call of gRPC streams comes line by line`() async throws {
    let lines = "{\"result\":{\"text\":\"a\"}}\n{\"result\":{\"text\":\"b\"}}\n"
    let (stream, received) = try await send(answering: .respond(200, body: lines)) {
      Frameworks(oauth2: "t", server: .init($0)).watchRPC()
    }
    #expect(received.header("Accept") == "application/json")
    var texts: [String?] = []
    for try await item in stream { texts.append(item.result?.text) }
    #expect(texts == ["a", "b"])
  }

  @Test func `PHP's empty list is an object without members`() async throws {
    let port = try await send(answering: .respond(200, body: "[]")) {
      Frameworks(oauth2: "t", server: .init($0)).addPort(.init())
    }.response
    #expect(port.targetPort == nil)
  }
}
