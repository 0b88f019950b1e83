import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// OneRoute's page: a table of fields, an example request, and two sample answers.
@Suite(.serialized) struct OneRouteTests {
  private func request(_ origin: String) -> Request<OneRoute.Envelope, OneRoute.Envelope> {
    OneRoute(apiKey: "the key", server: .init(origin)).sendSessionMessage(
      .init(from: "234XXXXXXXXXX", to: "234XXXXXXXXX", message: "Session message"))
  }

  @Test func `the request of the page`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: try sample("oneroute-200"))
    let received = try await Exchange(answering: answer, to: request).received
    #expect(OneRoute.Server.production.url == "https://api.oneroute.io")
    #expect(received.method == "POST")
    #expect(received.target == "/api/public/conversation/text")
    #expect(received.header("apiKey") == "the key")
    #expect(try received.json == object(sample("oneroute-request").utf8))
  }

  @Test func `the answer of the page`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: try sample("oneroute-200"))
    let envelope = try await Exchange(answering: answer, to: request).response
    #expect(envelope.message == "Message sent to customer")
    #expect(envelope.success)
    let message = try #require(envelope.data)
    #expect(message.id == UUID(uuidString: "c5cb6663-19fb-4551-abee-ddab2d7355d8"))
    #expect(message.content == "Hello :)")
    #expect(message.contentType == "TEXT")
    #expect(message.sender?.name == "covid2020")
    #expect(message.sender?.authUser == true)
    #expect(message.sender?.lastActivity == date(1_622_731_044.684))
    #expect(message.externalID == "gBGHI0kFNWAgTwIJQFXbLV4JUIzD")
    #expect(message.conversationID == UUID(uuidString: "65763b7f-b9a1-4370-b2ca-9cacfb0d65c2"))
    #expect(message.updatedAt == date(1_622_731_045.664))
    #expect(message.createdAt == date(1_622_731_045.664))
    #expect(message.subject == nil)
    #expect(message.imageURL == nil)
    #expect(message.videoURL == nil)
    #expect(message.documentURL == nil)
    #expect(message.audioURL == nil)
    #expect(message.quotedMessageID == nil)
  }

  @Test func `the refusal of the page`() async throws {
    let body = try sample("oneroute-401")
    let server = try LoopbackServer { _ in .respond(401, body: body) }
    let error = await #expect(throws: SendError<OneRoute.Envelope>.self) {
      try await Client().send(request(server.url))
    }
    guard case .rejected(let rejection)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(rejection.status == 401)
    #expect(rejection.problem?.message == "Invalid API Key")
    #expect(rejection.problem?.success == false)
    #expect(rejection.problem?.data == nil)
    #expect(rejection.body == Data(body.utf8))
  }

  private func date(_ seconds: Double) -> Date {
    Date(timeIntervalSince1970: seconds)
  }
}
