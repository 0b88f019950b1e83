import APIRuntime
import Fixtures
import Foundation
import Testing

/// What the fixture `Objects` sends and reads, with a property of each kind.
@Suite(.serialized) struct ObjectsBehaviourTests {
  private static let id = "0f0e0d0c-0b0a-0908-0706-050403020100"

  private func objects(_ origin: String) -> Objects {
    Objects(server: .init(origin))
  }

  @Test func `what is required goes out, null or by default, and what else is given`() async throws
  {
    let thing = Objects.Thing(
      id: try #require(UUID(uuidString: Self.id)), origin: .init(name: "o"), count: 3, note: nil,
      object: "thing", anything: ["a": nil])
    let received = try await send { objects($0).putThingsThingID(thingID: 7, thing) }.received
    #expect(received.target == "/things/7")
    #expect(
      received.text
        == #"{"id":"\#(Self.id)","origin":{"name":"o"},"count":3,"note":null,"size":"m","#
        + #""object":"thing","anything":{"a":null}}"#)
  }

  // Its operation is deprecated.
  @Test @available(*, deprecated)
  func `what an object is composed of is read with it`() async throws {
    let body = """
      {"id": "\(Self.id)", "origin": {"name": "o"}, "count": 3, "ratio": 2, "note": null,
      "size": "x-large", "picture": "aGk=", "labels": {"a": 1}, "parts": [{"name": "p"}],
      "object": "thing", "default": true}
      """
    let (thing, received) = try await send(answering: .respond(200, body: body)) {
      objects($0).readThing(
        thingID: 7, asOf: Date(timeIntervalSince1970: 0), xTrace: UUID(uuidString: Self.id))
    }
    #expect(received.target == "/things/7?as_of=1970-01-01T00%3A00%3A00Z")
    #expect(received.header("X-Trace") == Self.id)
    #expect(thing.id == UUID(uuidString: Self.id))
    #expect(thing.origin?.name == "o")
    #expect(thing.ratio == 2)
    #expect(thing.note == nil)
    #expect(thing.size == .xLarge)
    #expect(thing.picture == Data("hi".utf8))
    #expect(thing.labels == ["a": 1])
    #expect(thing.parts?.map(\.name) == ["p"])
    #expect(thing.default == true)
  }

  @Test func `what breaks the rules of its properties is not sent`() async throws {
    let thing = Objects.Thing(
      id: UUID(), count: 11, ratio: 0, note: "longer", tags: ["a", "a"], object: "")
    let violations = try await violations { objects($0).putThingsThingID(thingID: 7, thing) }
    #expect(
      violations == [
        "/count: is more than 10", "/ratio: is not more than 0",
        "/note: has 6 characters, expected at most 5",
        "/tags: has equal elements, each must be different",
      ])
  }
}
