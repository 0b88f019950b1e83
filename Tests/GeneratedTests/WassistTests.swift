import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// Wassist's page: one operation, in OpenAPI, that sends four kinds of messages.
@Suite(.serialized) struct WassistTests {
  /// As short as an answer can be.
  private static let answer = #"""
    {"id": "c5cb6663-19fb-4551-abee-ddab2d7355d8", "role": "agent", "type": "text",
     "status": null, "createdAt": "2021-06-03T14:37:25.664Z"}
    """#

  private func send(
    _ input: Wassist.SendMessageInput, to id: String = "conv1",
    answering answer: String = WassistTests.answer
  ) async throws -> Exchange<Wassist.Message> {
    try await Exchange(answering: .respond(201, body: answer)) { origin in
      Wassist(apiKey: "the key", server: .init(origin)).sendMessage(id: id, input)
    }
  }

  @Test func `it has the two servers of the page`() {
    #expect(Wassist(apiKey: "k").server.url == "https://backend.wassist.app")
    #expect(Wassist(apiKey: "k", server: .development).server.url == "http://localhost:8050")
  }

  @Test func `the path keeps its trailing slash, and the key its header`() async throws {
    let received = try await send(.init(type: .text, text: .init(body: "Hi"))).received
    #expect(received.method == "POST")
    #expect(received.target == "/api/v1/conversations/conv1/messages/")
    #expect(received.header("X-API-Key") == "the key")
    #expect(received.header("Content-Type") == "application/json")
    #expect(try received.json == ["type": "text", "text": ["body": "Hi"]])
  }

  @Test(arguments: [("a/b", "a%2Fb"), ("é ?#%", "%C3%A9%20%3F%23%25"), ("a..b~", "a..b~")])
  func `an id stays one segment`(_ id: String, _ segment: String) async throws {
    let received = try await send(.init(type: .text), to: id).received
    #expect(received.target == "/api/v1/conversations/\(segment)/messages/")
  }

  @Test(arguments: ["", ".", ".."])
  func `an id that leads elsewhere is not sent`(_ id: String) async throws {
    await #expect(throws: SendError<Never>.self) {
      try await send(.init(type: .text), to: id)
    }
  }

  @Test func `a template`() async throws {
    let variables = Wassist.TemplateVariables(
      body: ["Ana", "7"], header: "Hola", buttons: ["x"],
      cards: [.init(body: ["a"], header: "b", buttons: ["c"])])
    let received = try await send(
      .init(type: .template, template: .init(name: "welcome", variables: variables))
    ).received
    let card: NSDictionary = ["body": ["a"], "header": "b", "buttons": ["c"]]
    let sent: NSDictionary = [
      "body": ["Ana", "7"], "header": "Hola", "buttons": ["x"], "cards": [card],
    ]
    #expect(
      try received.json == [
        "type": "template", "template": ["name": "welcome", "variables": sent] as NSDictionary,
      ])
  }

  @Test func `a call to action`() async throws {
    let received = try await send(
      .init(
        type: .cta,
        cta: .init(
          body: "See", buttonText: "Open", url: "https://wassist.app/{{1}}",
          image: .init(url: "https://wassist.app/1.png")))
    ).received
    let cta: NSDictionary = [
      "body": "See", "buttonText": "Open", "url": "https://wassist.app/{{1}}",
      "image": ["url": "https://wassist.app/1.png"] as NSDictionary,
    ]
    #expect(try received.json == ["type": "cta", "cta": cta])
  }

  @Test func `a unified message`() async throws {
    let received = try await send(
      .init(
        type: .unified,
        unified: .init(
          text: "Hi", footer: "Bye", media: .init(url: "https://wassist.app/1.mp4"),
          buttons: [
            .init(type: .url, text: "Open", url: "https://wassist.app"),
            .init(type: .quickReply, text: "Yes", quickReplyID: "yes"),
          ]))
    ).received
    let buttons: [NSDictionary] = [
      ["type": "url", "text": "Open", "url": "https://wassist.app"],
      ["type": "quick_reply", "text": "Yes", "quickReplyId": "yes"],
    ]
    let unified: NSDictionary = [
      "text": "Hi", "footer": "Bye",
      "media": ["url": "https://wassist.app/1.mp4"] as NSDictionary, "buttons": buttons,
    ]
    #expect(try received.json == ["type": "unified", "unified": unified])
  }

  @Test func `a rule inside a list is checked before anything is sent`() async throws {
    let button = Wassist.UnifiedWhatsappButtonInput(
      type: .quickReply, text: String(repeating: "é", count: 21))
    let input = Wassist.SendMessageInput(type: .unified, unified: .init(buttons: [button]))
    let error = await #expect(throws: SendError<Never>.self) { try await send(input) }
    guard case .notSent(let reason)? = error, case .invalid(let violations) = reason.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(violations.map(\.place) == ["/unified/buttons/0/text"])
  }

  @Test func `an answer with none of the contents`() async throws {
    let message = try await send(.init(type: .text)).response
    #expect(message.id == UUID(uuidString: "c5cb6663-19fb-4551-abee-ddab2d7355d8"))
    #expect(message.role == "agent")
    #expect(message.type == "text")
    #expect(message.status == nil)
    #expect(message.text?.body == nil)
    #expect(message.image == nil)
  }

  @Test func `an answer with nulls`() async throws {
    let nulls = [
      "text", "image", "cta", "listSelection", "template", "unified", "quickReply", "replyTo",
    ].map { "\"\($0)\": null" }.joined(separator: ", ")
    let answer = Self.answer.replacing("}", with: ", \(nulls)}")
    let message = try await send(.init(type: .text), answering: answer).response
    #expect(message.text == nil)
    #expect(message.unified == nil)
  }

  @Test func `an answer with objects`() async throws {
    let objects = #"""
      , "text": {"body": "Hi", "more": 1}, "image": {"url": "https://wassist.app/1.png"},
      "cta": {"buttonText": "Open"}, "listSelection": {"id": "1"}, "template": {"name": "welcome"},
      "unified": {"buttons": [{"text": "Yes"}]}, "quickReply": {"id": 2}, "replyTo": {"id": "m0"}}
      """#
    let answer = Self.answer.replacing("}", with: objects)
    let message = try await send(.init(type: .text), answering: answer).response
    #expect(message.text?.body == "Hi")
    #expect(message.image?["url"]?.string == "https://wassist.app/1.png")
    #expect(message.cta?["buttonText"]?.string == "Open")
    #expect(message.listSelection?["id"]?.string == "1")
    #expect(message.template?["name"]?.string == "welcome")
    #expect(message.unified?["buttons"]?[0]?["text"]?.string == "Yes")
    #expect(message.quickReply?["id"]?.int == 2)
    #expect(message.replyTo?["id"]?.string == "m0")
  }
}
