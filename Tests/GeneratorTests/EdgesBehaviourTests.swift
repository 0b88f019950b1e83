import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What is rare in descriptions, and allowed.
@Suite(.serialized) struct EdgesBehaviourTests {
  /// Sends `edge`, and gives what arrived and what came back of `answer`.
  private func exchange(
    _ edge: Edges.Edge, _ answer: String = "{}"
  ) async throws -> (sent: String, read: Edges.Edge) {
    let (read, received) = try await send(answering: .respond(200, body: answer)) {
      Edges(server: .init($0)).sendEdge(edge)
    }
    return (received.text, read)
  }

  @Test func `methods that few know`() async throws {
    let query = try await send { Edges(server: .init($0)).findEdges(.init(q: "a")) }.received
    #expect(query.method == "QUERY")
    #expect(query.text == #"{"q":"a"}"#)
    let copy = try await send { Edges(server: .init($0)).copyEdges(destination: "/b") }.received
    #expect(copy.method == "COPY")
    #expect(copy.header("Destination") == "/b")
  }

  @Test func `schemas that are true or false`() async throws {
    let json = #"{"anything":[1],"unsaid":"a","list":[1,"a",null],"map":{"a":true},"closed":{}}"#
    let edge = Edges.Edge(
      anything: [1], unsaid: "a", list: [1, "a", .null], map: ["a": true], closed: .init())
    let (sent, read) = try await exchange(edge, json)
    #expect(sent == json)
    #expect(read.anything == [1])
    #expect(read.unsaid == "a")
    #expect(read.list == [1, "a", .null])
    #expect(read.map == ["a": true])
    #expect(read.closed != nil)
    // What the description rules out is read all the same.
    #expect(try await exchange(.init(), #"{"nothing":1,"empty":[2]}"#).read.empty == [2])
  }

  @Test func `null beside a reference`() async throws {
    let owner = Edges.Owner(name: "n")
    let json = #"{"sibling":{"name":"n"},"either":null}"#
    let (sent, read) = try await exchange(.init(sibling: .value(owner), either: .null), json)
    #expect(sent == json)
    #expect(read.sibling?.value?.name == "n")
    #expect(read.either != nil && read.either?.value == nil)
    #expect(try await exchange(.init(sibling: .null)).sent == #"{"sibling":null}"#)
    let absent = try await exchange(.init())
    #expect(absent.sent == "{}")
    #expect(absent.read.sibling == nil)
  }

  @Test func `what only the API sets is not sent inside a branch either`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"{"kind":"cat","id":7,"lives":9}"#)
    let (read, received) = try await send(answering: answer) {
      Edges(server: .init($0)).sendPet(.cat(.init(id: 7, lives: 9)))
    }
    #expect(received.text == #"{"kind":"cat","lives":9}"#)
    guard case .cat(let cat) = read else { throw Unexpected(value: read) }
    #expect(cat.id == 7)
  }

  @Test func `what the provider sends is read`() throws {
    let json = Data(#"{"id":1,"edge":{"list":[null]}}"#.utf8)
    let body = try JSONDecoder().decode(Edges.EdgeMovedWebhookBody.self, from: json)
    #expect(body.id == 1)
    #expect(body.edge?.list == [.null])
    let loss = try JSONDecoder().decode(Edges.Loss.self, from: Data(#"{"why":"x"}"#.utf8))
    #expect(loss.why == "x")
  }

  @Test func `lists and maps of themselves`() async throws {
    let tree = #"{"a":{"b":"c","d":{}}}"#
    let (readTree, sentTree) = try await send(answering: .respond(200, body: tree)) {
      Edges(server: .init($0)).sendTree(["a": .tree(["b": "c", "d": .tree([:])])])
    }
    #expect(sentTree.text == tree)
    guard case .tree(let inner)? = readTree["a"], case .string("c")? = inner["b"] else {
      throw Unexpected(value: readTree)
    }
    let expression = #"["+",1,["-",2.5]]"#
    let (read, sent) = try await send(answering: .respond(200, body: expression)) {
      Edges(server: .init($0)).sendExpression(["+", .double(1), .expression(["-", .double(2.5)])])
    }
    #expect(sent.text == expression)
    guard case .expression(let last) = read[2], case .double(2.5) = last[1] else {
      throw Unexpected(value: read)
    }
  }

  @Test func `a list or an object beside other types`() async throws {
    for (json, stop) in [
      (#"{"stop":"a"}"#, Edges.Edge.Stop.string("a")),
      (#"{"stop":["a","b"]}"#, .strings(["a", "b"])),
    ] {
      let (sent, read) = try await exchange(.init(stop: stop), json)
      #expect(sent == json)
      switch (read.stop, stop) {
      case (.string("a"), .string), (.strings(["a", "b"]), .strings): break
      default: throw Unexpected(value: read)
      }
    }
    let (sent, read) = try await exchange(
      .init(detail: .value(.object(.init(code: 1)))), #"{"detail":"none"}"#)
    #expect(sent == #"{"detail":{"code":1}}"#)
    guard case .string("none")? = read.detail?.value else { throw Unexpected(value: read) }
    await #expect(throws: SendError<Never>.self) {
      try await exchange(.init(stop: .strings(["a", "b", "c"])))
    }
  }

  @Test func `integers in every spelling of YAML`() {
    #expect(Edges.Edge.BitsValues.known == [31, 15, 1])
  }
}
