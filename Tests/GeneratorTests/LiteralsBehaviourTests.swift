import APIRuntime
import Fixtures
import Foundation
import Testing

/// What values are in Swift that have names of their own, and on a wire.
@Suite(.serialized) struct LiteralsBehaviourTests {
  @Test func `values go by the names that extensions give them`() async throws {
    let body = #"{"priority":2,"state":"P","channel":"voice-call","size":"s","content":"Hola"}"#
    let (read, received) = try await send(answering: .respond(200, body: body)) {
      Literals(server: .init($0)).sendMessage(
        .init(
          priority: .value(.high), state: .pending, channel: .voiceCall, size: .small,
          content: "Hola"))
    }
    #expect(received.text == body)
    #expect(read.priority?.value == .high)
    #expect(Literals.DeliveryState.deliveryState2.rawValue == "2")
    guard case .string("Hola") = read.content else { throw Unexpected(value: read) }
  }

  @Test func `defaults are the values that they are written for`() async throws {
    let received = try await send { Literals(server: .init($0)).listMessages() }.received
    #expect(received.target == "/messages?limit=31&priority=2&channel=fax")
  }

  @Test func `a literal has the rules of its branch`() async throws {
    let broken = try await violations {
      Literals(server: .init($0)).sendMessage(.init(content: "Buenos días"))
    }
    #expect(broken == ["/content: has 11 characters, expected at most 5"])
  }

  @Test func `a list is a literal where a choice has one of them`() async throws {
    let received = try await send(answering: .respond(200, body: "{}")) {
      Literals(server: .init($0)).sendMessage(.init(content: [.init(text: "Hola")]))
    }.received
    #expect(String(decoding: received.body, as: UTF8.self) == #"{"content":[{"text":"Hola"}]}"#)
    let broken = try await violations {
      Literals(server: .init($0)).sendMessage(.init(content: [.init(text: "7")]))
    }
    #expect(broken == [#"/content/0/text: does not match ^\D+$"#])
  }

  @Test func `a map is a literal where a choice has one of them`() async throws {
    let received = try await send(answering: .respond(200, body: "{}")) {
      Literals(server: .init($0))
        .sendMessage(.init(labels: ["order": "7", "a": ""], counts: .dictionary(["a": 1])))
    }.received
    #expect(received.text == #"{"labels":{"a":"","order":"7"},"counts":{"a":1}}"#)
    let message = Literals.Message(labels: [:])
    guard case .dictionary([:]) = message.labels else { throw Unexpected(value: message) }
  }

  @Test func `numbers and truth values are literals where a choice has a branch of them`()
    async throws
  {
    let amounts: [Literals.Amount] = [1, 2.5, true, "none"]
    guard case .int(1) = amounts[0], case .double(2.5) = amounts[1] else {
      throw Unexpected(value: amounts)
    }
    let received = try await send(answering: .respond(200, body: "{}")) {
      Literals(server: .init($0)).sendMessage(.init(amounts: amounts, sender: 7, scale: 2))
    }.received
    #expect(received.text == #"{"amounts":[1,2.5,true,"none"],"sender":7,"scale":2}"#)
    #expect("\(Literals.Message(scale: 0.5).scale!)" == "double(0.5)")
  }

  @Test func `a name for not every value is a warning`() throws {
    let text = """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Few: {enum: [a, b], x-enum-varnames: [A]}
      """
    #expect(
      try warnings(text) == [
        "A.yaml:5:42: warning: found a list for `x-enum-varnames`, expected a text for each of the 2 "
          + "values of `enum`; the others have none"
      ])
  }
}
