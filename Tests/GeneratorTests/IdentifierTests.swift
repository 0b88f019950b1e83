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
    ("HTTPServer", "httpServer"), ("URLs", "urls"), ("id", "id"), ("ID", "id"), ("3gpp", "_3gpp"),
    ("", "empty"),
    ("+1", "plus1"), ("-1", "minus1"), (">=", "greaterThanOrEqual"), ("<", "lessThan"),
    ("appID", "appID"), ("read_by_user", "readByUser"),
    (
      "sendWhatsAppMessage",
      "sendWhatsAppMessage"
    ), ("1m", "_1m"), ("v2_url", "v2URL"), ("日本", "riBen"),
    ("größe", "grosse"), ("имя_пользователя", "imaPolzovatela"), ("ユーザー名", "yuzaMing"),
    ("µg/m³", "ugM3"), ("μs", "us"), ("mg/m³", "mgM3"), ("°C", "degreesC"), ("k\u{2126}", "kohm"),
    ("μία", "mia"),
    ("اسم", "asm"), ("e\u{301}t\u{e9}", "ete"), ("x²", "x2"), ("٣", "_3"), ("ａｂ", "ab"),
    ("😀", "grinningFace"), ("€", "euro"), ("\u{202e}", "rightToLeftOverride"),
    ("\u{7}", "u7"), ("👍🏽", "thumbsUpEmojiModifierFitzpatrickType4"), ("a\u{202e}b", "ab"),
    ("-name", "minusName"), ("+name", "plusName"), (">1y", "greaterThan1y"),
    ("StartTime<", "startTimeLessThan"), ("size>=", "sizeGreaterThanOrEqual"), ("18+", "_18Plus"),
    ("C++", "cPlusPlus"), ("Etc/GMT+10", "etcGMTPlus10"), ("Etc/GMT-10", "etcGMT10"),
    ("hasSSL", "hasSSL"), ("price_EUR", "priceEUR"), ("HAS_SSL", "hasSsl"), ("iOS", "iOS"),
    ("-USER_COUNT", "minusUserCount"), ("-user_ID_NO", "minusUserIDNO"),
    ("!done", "notDone"), ("Hello!", "hello"), ("<none>", "none"), ("--flag", "flag"),
    ("- none -", "none"), ("List<String>", "listString"),
    (
      "application/problem+json",
      "applicationProblemJSON"
    ), ("$type", "type"), ("utf-8", "utf8"), ("IPv6", "ipv6"),
    ("reservedIPv4Address", "reservedIPv4Address"), ("HTTPv2", "httpv2"), ("apiV2", "apiV2"),
    ("OAuthToken", "oauthToken"), ("userOAuth2", "userOAuth2"),
    ("1.5", "_1Point5"), ("v1.0", "v1Point0"), ("gpt-4.1-mini", "gpt4Point1Mini"),
    ("users.2", "users2"), ("2.users", "_2Users"), (".5", "_5"), ("+1.5", "plus1Point5"),
    ("()", "leftParenthesisRightParenthesis"), ("\u{e000}", "ue000"),
  ])
  func `members`(_ name: String, _ member: String) {
    #expect(Identifier.member(name) == member)
  }

  @Test(arguments: [
    ("SendSessionMessageDto", "SendSessionMessageDto"), ("send_message", "SendMessage"),
    ("MIMEType", "MIMEType"), ("api.Response", "APIResponse"), ("400", "Model400"), ("", "Empty"),
    ("ProductOrder_FVO", "ProductOrderFVO"), ("ORDER_FVO", "OrderFvo"),
    ("Page«User»", "PageUser"), ("文本", "WenBen"), ("+1", "Plus1"),
  ])
  func `types`(_ name: String, _ type: String) {
    #expect(Identifier.type(name) == type)
  }

  @Test(arguments: [
    ("A short one", "A short one"),
    (
      "The first of the words, and none of those that come after them",
      "The first of the words and none of"
    ),
    (String(repeating: "a", count: 61), String(repeating: "a", count: 60)),
    (String(repeating: "-", count: 61), String(repeating: "-", count: 60)),
  ])
  func `sentences are shortened`(_ text: String, _ expected: String) {
    #expect(Identifier.shortened(text) == expected)
  }

  @Test(arguments: [("vambe", "Vambe"), ("String", "StringAPI"), ("Values", "ValuesAPI")])
  func `providers`(_ stem: String, _ type: String) {
    #expect(APIBuilder.typeName(of: stem) == type)
  }

  @Test(
    arguments: [
      ("Send Message", "SendMessage", true), ("Type", "TypeModel", true),
      ("user_id", "userID", true),
      ("Model", "Model", true), ("Message to send", "message", false),
      ("Price ($)", "price", false),
    ])
  func `titles that only say a name again`(title: String, name: String, isSpelled: Bool) {
    #expect(Identifier.isSpelled(title, as: name) == isSpelled)
  }
}
