import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// Vambe's page: one operation, in OpenAPI.
@Suite(.serialized) struct VambeTests {
  private let accepted = LoopbackServer.Answer.respond(201, body: #"{"id": "wamid.1"}"#)

  private func vambe(_ origin: String) -> Vambe {
    Vambe(apiKey: "vambe+key/==", server: .init(origin))
  }

  @Test func `its address is that of the page`() {
    #expect(Vambe.Server.production.url == "https://api.vambe.me")
    #expect(Vambe(apiKey: "k").server.url == "https://api.vambe.me")
  }

  @Test func `a message to a phone`() async throws {
    let exchange = try await Exchange(answering: accepted) { origin in
      vambe(origin).sendSessionMessage(.init(message: "Hola", phone: "+56 9 1234 5678"))
    }
    #expect(exchange.received.method == "POST")
    #expect(exchange.received.target == "/api/public/whatsapp/message/session")
    #expect(exchange.received.header("x-api-key") == "vambe+key/==")
    #expect(exchange.received.header("Content-Type") == "application/json")
    // What the description has a default for is left to the server.
    #expect(try exchange.received.json == ["message": "Hola", "phone": "+56 9 1234 5678"])
  }

  @Test func `every field, the contact in small letters`() async throws {
    let contact = try #require(UUID(uuidString: "C5CB6663-19FB-4551-ABEE-DDAB2D7355D8"))
    let exchange = try await Exchange(answering: accepted) { origin in
      vambe(origin).sendSessionMessage(
        .init(
          message: "Hola", contactID: contact, phone: "+56", replyMessageID: "wamid.0",
          fromPhoneNumber: "+57", type: .text, pauseAssistant: false))
    }
    #expect(
      String(decoding: exchange.received.body, as: UTF8.self) == #"""
        {"message":"Hola","contact_id":"c5cb6663-19fb-4551-abee-ddab2d7355d8","phone":"+56",\#
        "reply_message_id":"wamid.0","from_phone_number":"+57","type":"text",\#
        "pause_assistant":false}
        """#)
  }

  @Test func `an answer that is not described is kept as it came`() async throws {
    let exchange = try await Exchange(answering: accepted) { origin in
      vambe(origin).sendSessionMessage(.init(message: "Hola", phone: "+56"))
    }
    #expect(exchange.response.status == 201)
    #expect(String(decoding: exchange.response.body, as: UTF8.self) == #"{"id": "wamid.1"}"#)
  }

  @Test func `a stored message reads as it was, without defaults`() throws {
    let json = #"{"message":"Hola","phone":"+56"}"#
    let message = try JSONDecoder().decode(
      Vambe.SendSessionMessageDto.self, from: Data(json.utf8))
    #expect(message.type == nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(message), as: UTF8.self) == json)
  }

  @Test(arguments: [
    (Vambe.SendSessionMessageDto(message: "", phone: "+56"), "/message"),
    (Vambe.SendSessionMessageDto(message: "Hola"), "contact_id"),
    // The pattern of the page allows no UUID of version 0 but the two that are all one digit.
    (
      Vambe.SendSessionMessageDto(
        message: "Hola", contactID: UUID(uuidString: "c5cb6663-19fb-0551-abee-ddab2d7355d8")),
      "/contact_id"
    ),
  ])
  func `a message that breaks a rule is not sent`(
    _ message: Vambe.SendSessionMessageDto, _ place: String
  ) async throws {
    let server = try LoopbackServer { _ in .respond(201) }
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client().send(vambe(server.url).sendSessionMessage(message))
    }
    guard case .notSent(let reason)? = error, case .invalid(let violations) = reason.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(violations.count == 1)
    #expect(violations.first?.description.contains(place) == true)
    #expect(server.requests.isEmpty)
  }
}
