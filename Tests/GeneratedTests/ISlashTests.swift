import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// iSlash's page: one operation with a multipart form, and three sample answers.
@Suite(.serialized) struct ISlashTests {
  private func islash(_ origin: String) -> ISlash {
    ISlash(userToken: "the token", server: .init(origin + "/api/public"))
  }

  @Test func `its address is made from the endpoint`() {
    let islash = ISlash(endpoint: "api.example.com", userToken: "the token")
    #expect(islash.server.url == "https://api.example.com/api/public")
  }

  @Test func `a text goes out as a form`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: try sample("islash-text"))
    let received = try await Exchange(answering: answer) { origin in
      islash(origin).sendSessionMessage(
        .init(session: "s1", identity: "85256872847", text: "Hello Testing", quotedMessageID: 7))
    }.received
    #expect(received.method == "POST")
    #expect(received.target == "/api/public/send-session-message")
    #expect(received.header("X-USER-TOKEN") == "the token")
    #expect(
      try FormParts(received).parts == [
        .init(headers: [#"Content-Disposition: form-data; name="session""#], body: "s1"),
        .init(headers: [#"Content-Disposition: form-data; name="identity""#], body: "85256872847"),
        .init(headers: [#"Content-Disposition: form-data; name="text""#], body: "Hello Testing"),
        .init(headers: [#"Content-Disposition: form-data; name="quoted_message_id""#], body: "7"),
      ])
  }

  @Test func `a file on disk arrives byte for byte, with its length`() async throws {
    let content = String(repeating: "0123456789abcdef", count: 1 << 18)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).jpeg")
    try Data(content.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = LoopbackServer.Answer.respond(200, body: try sample("islash-image"))
    let received = try await Exchange(answering: answer) { origin in
      islash(origin).sendSessionMessage(
        .init(
          session: "s1", identity: "852",
          file: File(at: file, name: "testing.jpg", contentType: "image/jpeg")))
    }.received
    let part = try #require(try FormParts(received).parts.last)
    #expect(
      part.headers == [
        #"Content-Disposition: form-data; name="file"; filename="testing.jpg""#,
        "Content-Type: image/jpeg",
      ])
    #expect(part.body == content)
    #expect(received.header("Content-Length") == "\(received.body.count)")
  }

  @Test(arguments: ["text", "file_url", "sticker_id", "file"])
  func `any one of four is enough`(_ key: String) async throws {
    var message = ISlash.SendSessionMessageBody(session: "s1", identity: "852")
    switch key {
    case "text": message.text = "x"
    case "file_url": message.fileURL = "x"
    case "sticker_id": message.stickerID = "x"
    default: message.file = File(Data("x".utf8), name: "x")
    }
    let answer = LoopbackServer.Answer.respond(200, body: try sample("islash-text"))
    let received = try await Exchange(answering: answer) { [message] origin in
      islash(origin).sendSessionMessage(message)
    }.received
    let part = try #require(try FormParts(received).parts.last)
    #expect(part.headers.first?.contains("name=\"\(key)\"") == true)
    #expect(part.body == "x")
  }

  @Test func `none of the four is not sent`() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client().send(
        islash(server.url).sendSessionMessage(.init(session: "s1", identity: "852")))
    }
    #expect("\(String(describing: error))".contains("sticker_id"))
    #expect(server.requests.isEmpty)
  }

  /// What the three sample answers of the page have in common, and what differs.
  @Test(arguments: [
    Sample(
      name: "islash-text", id: 9126, body: "Hello Testing", sid: "gBGGhSlIRoQvAgn-vsCRNiIMutE",
      time: 1_649_755_452),
    Sample(
      name: "islash-image", id: 9127, sid: "gBGGhSlIRoQvAgkCsO17FgACU_E", time: 1_649_755_682,
      media: Sample.Media(
        type: "image/jpeg", url: "https://cms.islash.io/media/9127/1649755682845881.jpeg",
        thumbnail: "https://cms.islash.io/media/9127/thumb/1649755682845881-thumb.jpg",
        filename: "testing.jpg", width: 681, height: 425)),
    Sample(
      name: "islash-sticker", id: 9128, sid: "gBGGhSlIRoQvAgkuFc1lWcIjD8Y", time: 1_649_755_748,
      isSticker: true,
      media: Sample.Media(
        type: "image/webp", url: " https://cms.islash.io/media/9128/1649755748614211.webp",
        thumbnail: " https://cms.islash.io /media/9128/thumb/1649755748614211.webp",
        filename: "sticker7.webp", width: 0, height: 0)),
  ])
  func `the answers of the page`(_ sample: Sample) async throws {
    let text = try GeneratedTests.sample(sample.name)
    let response = try await Exchange(answering: .respond(200, body: text)) { origin in
      islash(origin).sendSessionMessage(.init(session: "s1", identity: "852", text: "x"))
    }.response
    #expect(response.meta.code == "RESP_OKAY")
    #expect(response.meta.message == "Success")
    sample.expect(response.data.message)
  }

  struct Sample: CustomTestStringConvertible {
    struct Media {
      var type, url, thumbnail, filename: String
      var width, height: Int
    }

    var name: String
    var id: Int
    var body: String?
    var sid: String
    var time: Int
    var isSticker = false
    var media: Media?

    var testDescription: String { name }

    func expect(_ message: ISlash.SendSessionMessageResponse.DataModel.Message) {
      #expect(message.id == id)
      #expect(message.conversationID == 246)
      #expect(message.user == nil)
      #expect(message.userID == nil)
      #expect(message.contact == nil)
      #expect(message.status == .sent)
      #expect(message.body == body)
      #expect(message.color == nil)
      #expect(message.mediaType == media?.type)
      #expect(message.mediaURL == media?.url)
      #expect(message.sid == sid)
      #expect(message.direction == "outbound")
      #expect(message.isAutoMessage)
      #expect(!message.isForwarded)
      #expect(!message.isTemplateMessage)
      #expect(message.isSticker == isSticker)
      #expect(!message.isCloned)
      #expect(message.quotedMessage == nil)
      #expect(message.mediaThumbnail == media?.thumbnail)
      #expect(message.mediaFilename == media?.filename)
      #expect(message.mediaStatus == media.map { _ in "ready" })
      #expect(message.mediaResolutionX == media?.width)
      #expect(message.mediaResolutionY == media?.height)
      #expect(message.messageAt == time)
      #expect(message.sentAt == time)
      #expect(message.deliveredAt == nil)
      #expect(message.receivedAt == nil)
      #expect(message.readAt == nil)
      #expect(message.readBy == nil)
      #expect(message.readByUser == nil)
      #expect(message.revokedAt == nil)
    }
  }
}
