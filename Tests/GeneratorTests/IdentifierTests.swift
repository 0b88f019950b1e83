import Testing

@testable import Generator

struct IdentifierTests {
  @Test(arguments: [
    ("contact_id", "contactID"), ("imageUrl", "imageURL"), ("X-USER-TOKEN", "xUserToken"),
    ("message", "message"), ("quickReplyId", "quickReplyID"),
    (
      "audio/ogg; codecs=opus",
      "audioOggCodecsOpus"
    ), ("userIDs", "userIDs"), ("user_ids", "userIDs"),
    ("HTTPServer", "httpServer"), ("id", "id"), ("ID", "id"), ("3gpp", "_3gpp"), ("", "empty"),
    ("+1", "plus1"), ("-1", "minus1"), (">=", "greaterEquals"),
    ("appID", "appID"), ("read_by_user", "readByUser"),
    (
      "sendWhatsAppMessage",
      "sendWhatsAppMessage"
    ), ("1m", "_1m"), ("v2_url", "v2URL"), ("日本", "unnamed"),
  ])
  func `members`(_ name: String, _ member: String) {
    #expect(Identifier.member(name) == member)
  }

  @Test(arguments: [
    ("SendSessionMessageDto", "SendSessionMessageDto"), ("send_message", "SendMessage"),
    ("MIMEType", "MIMEType"), ("api.Response", "APIResponse"), ("400", "Model400"), ("", "Unnamed"),
    ("Page«User»", "PageUser"),
  ])
  func `types`(_ name: String, _ type: String) {
    #expect(Identifier.type(name) == type)
  }
}
