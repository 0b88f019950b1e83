import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// Konverse's page: two curl examples, and a table of media types.
@Suite(.serialized) struct KonverseTests {
  /// Konverse at the path of the page, on another host.
  private func konverse(_ origin: String) -> Konverse {
    let url = Konverse.Server.production.url
    return Konverse(
      appID: "the app", apiKey: "the key",
      server: .init(url.replacing("https://gateway.konverse.ai", with: origin)))
  }

  private func expectExample(_ received: ReceivedRequest, path: String) {
    #expect(received.method == "POST")
    #expect(received.target == path)
    #expect(received.header("x-app-id") == "the app")
    #expect(received.header("x-api-key") == "the key")
    #expect(received.header("Content-Type") == "application/json")
  }

  @Test func `the text of the page`() async throws {
    let exchange = try await Exchange(answering: .respond(200, body: #"{"any": [1]}"#)) { origin in
      konverse(origin).sendText(.init(to: "91XXXXXXXX", message: .init(text: "<message>")))
    }
    expectExample(exchange.received, path: "/ironman/api/v1/whatsapp/sessionMessage/text")
    #expect(try exchange.received.json == object(sample("konverse-text").utf8))
    #expect(exchange.response["any"]?[0]?.int == 1)
  }

  @Test func `the attachment of the page`() async throws {
    let exchange = try await Exchange(answering: .respond(202, body: "[]")) { origin in
      konverse(origin).sendAttachment(
        .init(
          to: "91XXXXXXXX",
          attachment: .init(
            url: "<https://link-url-file>", mime: .imageJpeg, filename: "<name of your file>",
            caption: "Caption for your file>")))
    }
    expectExample(exchange.received, path: "/ironman/api/v1/whatsapp/sessionMessage/attachment")
    // The page has a placeholder where a media type goes.
    let example = try sample("konverse-attachment").replacing("<mimetypes>", with: "image/jpeg")
    #expect(try exchange.received.json == object(example.utf8))
    #expect(exchange.response == [])
  }

  @Test(arguments: [
    Konverse.MIMEType.audioAac, .audioMp4, .audioAmr, .audioMpeg, .audioOggCodecsOpus, .imageJpeg,
    .imagePng, .imageWebp, .videoMp4, .video3gpp, .init("application/pdf"),
    .init("text/plain; charset=utf-8"),
  ])
  func `the media types of the page go out as they are`(_ type: Konverse.MIMEType) async throws {
    let exchange = try await Exchange(answering: .respond(200, body: "null")) { origin in
      konverse(origin).sendAttachment(
        .init(to: "91", attachment: .init(url: "https://files/1", mime: type)))
    }
    let attachment = try exchange.received.json["attachment"] as? NSDictionary
    #expect(attachment == ["url": "https://files/1", "mime": type.rawValue])
  }

  @Test(arguments: ["audio/ogg", "jpeg", "image/", ""])
  func `what is no media type, or not supported, is not sent`(_ type: String) async throws {
    let server = try LoopbackServer { _ in .respond(200, body: "{}") }
    let request = konverse(server.url).sendAttachment(
      .init(to: "91", attachment: .init(url: "https://files/1", mime: .init(type))))
    let error = await #expect(throws: SendError<JSONValue>.self) {
      try await Client().send(request)
    }
    guard case .notSent? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a refusal is taken as it comes`() async throws {
    let server = try LoopbackServer { _ in .respond(403, body: #"{"reason": "no session"}"#) }
    let error = await #expect(throws: SendError<JSONValue>.self) {
      try await Client().send(
        konverse(server.url).sendText(.init(to: "91", message: .init(text: "Hi"))))
    }
    guard case .rejected(let rejection)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(rejection.status == 403)
    #expect(rejection.problem?["reason"]?.string == "no session")
  }
}
