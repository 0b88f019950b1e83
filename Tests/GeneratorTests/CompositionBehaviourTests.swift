import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What composed schemas are on a wire.
@Suite(.serialized) struct CompositionBehaviourTests {
  @Test func `a property that is described twice is both at once`() async throws {
    let invoice = Composition.Invoice(
      id: "only read", amount: 7, note: .null, tags: [.due],
      sender: .init(name: "Ann", account: "A1"),
      origin: .init(city: "Rome"), other: 3, due: .init(on: CalendarDate("2024-02-29")))
    let body =
      #"{"kind":"invoice","amount":7,"note":null,"tags":["due"],"#
      + #""sender":{"name":"Ann","account":"A1"},"origin":{"city":"Rome"},"other":3,"#
      + #""due":{"on":"2024-02-29"}}"#
    let (read, received) = try await send(answering: .respond(200, body: body)) {
      Composition(server: .init($0)).addInvoice(invoice)
    }
    #expect(received.text == body)
    let again = try await send(answering: .respond(200, body: body)) {
      Composition(server: .init($0)).addInvoice(read)
    }.received
    #expect(again.text == body)
  }

  @Test func `and has the rules of both`() async throws {
    let found = try await violations {
      Composition(server: .init($0)).addInvoice(
        .init(
          amount: -1, note: "too long", tags: [.due, .paid, .due],
          due: .init(name: "long")))
    }
    #expect(
      found == [
        "/amount: is less than 0", "/note: has 8 characters, expected at most 5",
        "/tags: has 3 elements, expected at most 2",
        "/due/name: has 4 characters, expected at most 3",
      ])
    let one = try await violations {
      Composition(server: .init($0)).addInvoice(.init(amount: 11, tags: [], due: .init(name: "")))
    }
    #expect(
      one == [
        "/amount: is more than 10", "/tags: has 0 elements, expected at least 1",
        "/due/name: has 0 characters, expected at least 1",
      ])
  }

  @Test func `what is no object is narrowed`() async throws {
    let narrowed = Composition.Narrowed(
      labels: ["a": "x"], counts: ["b": 2], marks: [.b], size: 5, id: .integer(7), state: .c,
      day: CalendarDate("2024-02-29"))
    let sent = try await send { Composition(server: .init($0)).writeNarrowed(narrowed) }.received
    #expect(
      sent.text == #"{"labels":{"a":"x"},"counts":{"b":2},"marks":["b"],"size":5,"#
        + #""id":7,"state":"c","day":"2024-02-29"}"#)
    #expect(Composition.Narrowed.State.allCases == [.b, .c])
    let found = try await violations {
      Composition(server: .init($0)).writeNarrowed(.init(labels: ["a": "too long"], size: 6))
    }
    #expect(
      found == ["/labels/a: has 8 characters, expected at most 5", "/size: is more than 5"])
  }

  @Test func `what no pattern describes may be anything`() throws {
    let json = Data(#"{"id": "a", "x-1": 1, "more": {"x-2": "b"}}"#.utf8)
    let marks = try JSONDecoder().decode(Composition.Open.Marks.self, from: json)
    #expect(marks.id == "a")
    #expect(marks.additionalProperties == ["x-1": 1])
  }

  @Test func `what patterns and places say is kept, as any of it`() async throws {
    let open = Composition.Open(
      name: "x", point: [.double(1.5), .string("m")], labels: ["x-a": 1],
      additionalProperties: ["n1": .int(2), "s1": .string("y")])
    let received = try await send { Composition(server: .init($0)).addOpen(open) }.received
    #expect(
      received.text == #"{"name":"x","point":[1.5,"m"],"labels":{"x-a":1},"n1":2,"s1":"y"}"#)
    let long = Composition.Open(point: [.double(1), .string("m"), .string("n")])
    #expect(
      try await violations { Composition(server: .init($0)).addOpen(long) } == [
        "/point: has 3 elements, expected at most 2"
      ])
  }
}
