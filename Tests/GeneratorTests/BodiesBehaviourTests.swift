import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What goes out of the bodies of the fixture `Bodies`, in each of their formats.
struct BodiesBehaviourTests {
  private func sent<Response, Problem>(
    _ request: (Bodies) -> Request<Response, Problem>
  ) async throws -> ReceivedRequest {
    try await send { request(Bodies(token: "t", server: .init($0))) }.received
  }

  private func text(_ received: ReceivedRequest) -> String {
    String(decoding: received.body, as: UTF8.self)
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
      #expect(text(received) == #"{"text":"a"}"#)
    }
  }

  @Test func `formats of one schema are no choice, even where it is written twice`() async throws {
    let received = try await sent { $0.sendSame(.init(a: .x, b: [1])) }
    #expect(received.header("Content-Type") == "application/json")
    #expect(text(received) == #"{"a":"x","b":[1]}"#)
  }

  @Test func `an object of any type is JSON, and nothing is sent of none`() async throws {
    let received = try await sent { $0.removeAny(.init(text: "a")) }
    #expect(received.method == "DELETE")
    #expect(received.header("Content-Type") == "application/json")
    #expect(text(received) == #"{"text":"a"}"#)
    let nothing = try await sent { $0.removeAny() }
    #expect(nothing.header("Content-Type") == nil)
    #expect(nothing.body.isEmpty)
  }

  @Test func `text is of the type that is described`() async throws {
    let word = try await sent { $0.sendWord(.on) }
    #expect(word.header("Content-Type") == "text/plain")
    #expect(text(word) == "on")
    let cases: [(Bodies.SendTextBody, String, String)] = [
      (.text(7), "text/plain", "7"),
      (.calendar(CalendarDate("2024-02-29")!), "text/calendar", "2024-02-29"),
      (.csv("a,b"), "text/csv", "a,b"),
    ]
    for (body, type, expected) in cases {
      let received = try await sent { $0.sendText(body) }
      #expect(received.header("Content-Type") == type)
      #expect(text(received) == expected)
    }
    let violations = try await violations { origin in
      Bodies(token: "t", server: .init(origin)).sendText(.text(10))
    }
    #expect(violations == ["is more than 9"])
  }

  @Test func `null is a body where one has to be there`() async throws {
    let null = try await sent { $0.setName(nil) }
    #expect(text(null) == "null" && null.header("Content-Type") == "application/json")
    #expect(text(try await sent { $0.setName("x") }) == #""x""#)
  }

  @Test func `a file says which type of a range it is`() async throws {
    let file = File(Data("f".utf8), name: "f", contentType: "image/gif")
    let cases: [(Bodies.SendRangeBody, String)] = [
      (.image(file), "image/gif"), (.file(file), "image/gif"), (.xml(file), "application/xml"),
    ]
    for (body, type) in cases {
      let received = try await sent { $0.sendRange(body) }
      #expect(received.header("Content-Type") == type)
      #expect(text(received) == "f")
    }
    let bytes = try await sent { $0.sendRange(.xml(File(Data("f".utf8)))) }
    #expect(text(bytes) == "f")
    let pdf = File(Data(), name: "f", contentType: "application/pdf")
    let violations = try await violations { origin in
      Bodies(token: "t", server: .init(origin)).sendRange(.image(pdf))
    }
    #expect(violations == ["is a file of type application/pdf, expected image/*"])
  }
}
