import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// How the fixture `Choices` tells apart what it reads.
@Suite(.serialized) struct ChoicesBehaviourTests {
  @Test(arguments: [
    ("3", "int"), (#""x""#, "string"), (#"{"a":1}"#, "dictionary"), (#"{"note":"x"}"#, "object"),
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

  @Test(arguments: [
    (#"{"bytes":{"b":"AQI=","t":"x"}}"#, "t"), (#"{"bytes":{"b":1}}"#, "u"),
    (#"{"bytes":{"b":true}}"#, "other"), (#"{"day":"2024-02-29"}"#, "calendarDate"),
    (#"{"day":"2024-02-29T12:00:00Z"}"#, "date"), (#"{"day":"never"}"#, "never"),
    (#"{"day":"soon"}"#, "other"), (#"{"notes":""}"#, "empty"), (#"{"notes":" "}"#, "other"),
    (#"{"notes":{"a":""}}"#, "dictionary"), (#"{"maps":{"a":"x"}}"#, "names"),
    (#"{"maps":{"a":1}}"#, "counts"), (#"{"maps":{"a":true}}"#, "other"),
    (#"{"flags":{"on":true,"level":3}}"#, "on"), (#"{"flags":{"on":false}}"#, "off"),
    (#"{"inner":{"k":"b","v":"x"}}"#, "words"), (#"{"inner":{"k":"c","v":1}}"#, "amount"),
    (#"{"inner":{"k":"e"}}"#, "other"),
  ])
  func `one property tells the branches apart`(_ json: String, _ name: String) throws {
    let told = try JSONDecoder().decode(Choices.Told.self, from: Data(json.utf8))
    let choices: [Any?] = [told.bytes, told.day, told.notes, told.maps, told.flags, told.inner]
    let choice = choices.compactMap(\.self)
    #expect(choice.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" } == [name])
    let sent = try JSONEncoder().encode(told)
    #expect(try JSONValue(parsing: sent) == JSONValue(parsing: Data(json.utf8)))
  }

  private func pet(_ body: String) async throws -> Choices.Pet {
    try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).addPet(.dog(.init(petType: "Dog")))
    }.response
  }

  @Test(arguments: [
    (#""m""#, "value(m)"), (#""xl""#, "value(xl)"), ("1", "step(1)"), ("7", "double(7.0)"),
  ])
  func `what stands beside listed values is described too`(
    _ json: String, _ expected: String
  ) async throws {
    let body = Data(#"{"petType": "Dog", "size": \#(json), "age": 7.5, "tag": 7}"#.utf8)
    var client = Client(
      transport: StubTransport { _ in RawResponse(status: 200, headers: [:], body: body) })
    client.onDeviation = { _, deviation in Issue.record(deviation) }
    let pet = try await client.send(Choices().addPet(.dog(.init())))
    guard case .dog(let dog) = pet else { throw Unexpected(value: pet) }
    #expect("\(try #require(dog.size))" == expected)
    #expect(dog.age == .init(7.5))
    guard case .other(7) = dog.tag else { throw Unexpected(value: dog) }
  }

  @Test func `a constant decides, also of what is not all as described`() async throws {
    let body = #"{"type": "deleted", "id": 4, "text": "x", "by": "robot"}"#
    let event = try await send(answering: .respond(200, body: body)) { origin in
      Choices(server: .init(origin)).readEvent()
    }.response
    guard case .deleted(let deleted) = event else { throw Unexpected(value: event) }
    #expect(deleted.id == 4)
    #expect(deleted.by?.rawValue == "robot")
    #expect(deleted.traces == [])
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
      received.text
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
}
