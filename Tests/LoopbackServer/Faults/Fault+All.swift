extension Fault {
  /// Every point of an exchange.
  public static let all: [Fault] = certain + keeping

  /// Those that only one verdict, or one of few, is right for.
  public static let certain: [Fault] = connecting + sending + answering + malformed + wellFormed

  private static let breaks: [Ending] = [.close, .reset, .stall]

  private static let connecting: [Fault] = [
    Fault("nobody listens", [.notSent], .refused),
    Fault("nobody accepts", [.notSent], .unanswered),
    Fault("closes when connected", [.unknown], .connection, then: .close),
    Fault("resets when connected", [.unknown, .notSent], .connection, then: .reset),
    Fault("stalls when connected", [.unknown], .connection, then: .stall),
    Fault("TLS: closes", [.notSent], .handshake, then: .close),
    Fault("TLS: resets", [.notSent], .handshake, then: .reset),
    Fault("TLS: stalls", [.notSent], .handshake, then: .stall),
    Fault("TLS: answers in plain HTTP", [.notSent], .handshake, answer: usual, then: .close),
  ]

  private static let sending: [Fault] = breaks.flatMap { ending in
    Part.allCases.map { part in
      Fault("\(ending.rawValue) after \(part.rawValue)", [.unknown], reads: part, then: ending)
    }
  }

  /// A reset may overtake what was sent before it.
  private static let answering: [Fault] = breaks.flatMap { ending in
    let head = usual.utf8.count - body.utf8.count
    let places: [(String, Int)] = [
      ("one byte of the answer", 1), ("half of its status line", 12), ("its status line", 17),
      ("half of a header", 25), ("a header", 49), ("its headers", head),
      ("half of its body", head + 8), ("all but its last byte", usual.utf8.count - 1),
    ]
    return places.map { place, length in
      let part = String(decoding: usual.utf8.prefix(length), as: UTF8.self)
      let verdict = length < head ? Verdict.unknown : .delivered
      return Fault(
        "\(ending.rawValue) after \(place)", ending == .reset ? [verdict, .unknown] : [verdict],
        answer: part, then: ending)
    }
  }

  private static let malformed: [Fault] =
    malformedHeads.map { Fault($0, [.unknown], answer: $1, then: .close) }
    + malformedBodies.map { Fault($0, [.delivered], answer: $1, then: .close) }

  private static let malformedHeads: [(String, String)] = [
    ("garbage", "\u{1}\u{2}\u{3}\u{0}\r\n\r\n"),
    ("another protocol", "SSH-2.0-OpenSSH_9.2\r\n"),
    ("HTTP/0.9", "<html>Hello</html>\n"),
    ("a status that is none", "HTTP/1.1 abc OK\r\n\r\n"),
    ("an unknown version", "HTTP/7.3 200 OK\r\n\r\n"),
    ("a header of 400 KB", reply("200 OK", "X-A: " + String(repeating: "a", count: 400_000))),
    ("headers of 400 KB", reply("200 OK", String(repeating: "X-A: b\r\n", count: 50_000))),
    ("Content-Length is text", reply(length: "seventeen")),
    ("Content-Length is negative", reply(length: "-17")),
    ("100 only", bodiless("100 Continue")),
    ("101 only", bodiless("101 Switching Protocols")),
    ("103 without end", String(repeating: bodiless("103 Early Hints"), count: 15_000)),
  ]

  /// After a head that says yes.
  private static let malformedBodies: [(String, String)] = [
    ("Content-Length is too large", reply(length: "18")),
    ("a chunk ends early", chunked + "12\r\n" + body),
    ("the last chunk is missing", chunked + "11\r\n" + body + "\r\n"),
    ("the size of a chunk is none", chunked + "zz\r\n" + body + "\r\n"),
    ("gzip that is none", reply("200 OK", "Content-Encoding: gzip")),
  ]

  private static let wellFormed: [Fault] = [
    Fault("answers", [.delivered], answer: usual),
    Fault("answers byte by byte", [.delivered], answer: usual, pace: .byteByByte),
    Fault(
      "answers and closes", [.delivered], answer: reply("200 OK", "Connection: close"), then: .close
    ),
    Fault("100, and the answer", [.delivered], answer: bodiless("100 Continue") + usual),
    Fault(
      "103 three times, and the answer", [.delivered],
      answer: String(repeating: bodiless("103 Early Hints"), count: 3) + usual),
    Fault("chunks", [.delivered], answer: chunked + "11\r\n\(body)\r\n0\r\nX-A: b\r\n\r\n"),
    Fault("no length, and closes", [.delivered], answer: bodiless("200 OK") + body, then: .close),
    Fault(
      "no length, and resets", [.delivered, .unknown], answer: bodiless("200 OK") + body,
      then: .reset),
    // libcurl takes the first, where RFC 9112 §6.3 has an error.
    Fault(
      "Content-Length twice, not the same", [.delivered, .unknown],
      answer: reply(length: "17\r\nContent-Length: 16"), then: .close),
    Fault("204", [.delivered], answer: bodiless("204 No Content")),
    refuses("400 Bad Request"), refuses("500 Internal Server Error"),
    refuses("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\""),
    refuses("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\""),
    refuses("307 Temporary Redirect", "Location: /elsewhere"),
    refuses("503 Service Unavailable", "Retry-After: 0", .first),
    refuses("429 Too Many Requests", "Retry-After: 0", .first),
    Fault(
      "413 before the body", [.rejected, .unknown], reads: .head,
      answer: reply("413 Content Too Large", "Connection: close"), then: .close, refusal: .always),
  ]

  /// What these do comes to the next request on the connection, if there is one; it is not known
  /// what became of that.
  private static let keeping: [Fault] = [
    Fault("answers, closes at once", [.delivered], answer: usual, then: .close),
    Fault("answers, closes soon", [.delivered], answer: usual, then: .closeSoon),
    Fault("answers, soon says 408", [.delivered], answer: usual, then: .timeOutSoon),
    Fault("answers, closes at the next", [.delivered], answer: usual, then: .closeAtNext),
    Fault("answers twice", [.delivered], answer: usual + usual),
  ]

  private static func refuses(
    _ status: String, _ header: String = "X-A: b", _ refusal: Refusal = .always
  ) -> Fault {
    Fault(
      refusal == .first ? "\(status) at first" : status,
      refusal == .always ? [.rejected] : [.rejected, .delivered],
      answer: reply(status, header), refusal: refusal)
  }
}

/// The body of an answer; eight letters stand for the number of the message.
private let body = #"{"id":"NNNNNNNN"}"#

extension Fault {
  static let usual = reply("200 OK", "Content-Type: application/json")
}

private let chunked = bodiless("200 OK", "Transfer-Encoding: chunked")

private func reply(_ status: String, _ header: String) -> String {
  "HTTP/1.1 \(status)\r\n\(header)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
}

private func reply(length: String) -> String {
  "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n\(body)"
}

/// The head of an answer that says nothing of a body.
private func bodiless(_ status: String, _ header: String = "X-A: b") -> String {
  "HTTP/1.1 \(status)\r\n\(header)\r\n\r\n"
}
