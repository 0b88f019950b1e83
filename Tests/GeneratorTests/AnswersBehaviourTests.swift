import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// How the Swift of the fixture `Answers` reads answers of every status and kind.
@Suite(.serialized) struct AnswersBehaviourTests {
  /// What a request gives where the server answers so, and what it asked for.
  private func read<Response, Problem>(
    answering status: Int, _ type: String? = nil, _ body: String = "",
    headers: [(String, String)] = [],
    _ request: (Answers) -> Request<Response, Problem>
  ) async throws -> (response: Response, received: ReceivedRequest) {
    let headers = headers + (type.map { [("Content-Type", $0)] } ?? [])
    return try await send(answering: .respond(status, headers: headers, body: body)) {
      request(Answers(server: .init($0)))
    }
  }

  private let report = #"{"title": "A"}"#

  @Test func `the media type decides among the bodies of a status`() async throws {
    let (json, received) = try await read(answering: 200, "application/json; charset=utf-8", report)
    { $0.readReport(id: 1) }
    #expect(received.header("Accept") == "application/json, text/csv, application/pdf, image/*")
    guard case .json(let report) = json else { throw Unexpected(value: json) }
    #expect(report.title == "A")
    let csv = try await read(answering: 200, "text/csv", "a,b") { $0.readReport(id: 1) }.response
    guard case .csv("a,b") = csv else { throw Unexpected(value: csv) }
    let pdf = try await read(answering: 200, "application/pdf", "%PDF") { $0.readReport(id: 1) }
    guard case .pdf(Data("%PDF".utf8)) = pdf.response else { throw Unexpected(value: pdf) }
    let image = try await read(answering: 200, "image/gif", "GIF") { $0.readReport(id: 1) }
    guard case .image(Data("GIF".utf8)) = image.response else { throw Unexpected(value: image) }
  }

  @Test func `parameters of a media type are asked for, and tell answers apart`() async throws {
    let (one, received) = try await read(answering: 200, "application/json;version=1", report) {
      $0.exportReport(id: 1)
    }
    #expect(
      received.header("Accept")
        == "application/json; version=1, application/json; version=\"2\", text/csv")
    guard case .json(let report) = one else { throw Unexpected(value: one) }
    #expect(report.title == "A")
    let two = try await read(
      answering: 200, "application/json; version=\"2\"", "[\(self.report)]"
    ) { $0.exportReport(id: 1) }
    guard case .json2(let reports) = two.response else { throw Unexpected(value: two) }
    #expect(reports.map(\.title) == ["A"])
    let any = try await read(answering: 200, "application/json", self.report) {
      $0.exportReport(id: 1)
    }
    guard case .json = any.response else { throw Unexpected(value: any) }
  }

  @Test func `what is any document is JSON where it has a structure`() async throws {
    let answer = try await read(answering: 200, "application/hal+json", report) {
      $0.archiveReport(id: 1)
    }
    #expect(answer.response.title == "A")
    #expect(answer.received.header("Accept") == "application/*")
  }

  @Test func `what an application calls its own is JSON where it has a structure`() async throws {
    let type = "application/vnd.reports.v2"
    let answer = try await read(answering: 200, type, report) {
      $0.amendReport(id: 1, .init(title: "B"))
    }
    #expect(answer.response.title == "A")
    #expect(answer.received.header("Accept") == type)
    #expect(answer.received.header("Content-Type") == "application/vnd.reports")
    #expect(answer.received.text == #"{"title":"B"}"#)
  }

  @Test(arguments: [
    ("text/csv", [0xEF, 0xBB, 0xBF, 0x61], "a"), ("text/csv", [0x61, 0xE9], "a\u{FFFD}"),
    ("text/csv; charset=ISO-8859-1", [0x61, 0xE9], "aé"),
    ("text/csv;charset=\"windows-1252\"", [0x80], "€"),
    ("text/csv; header=present; charset=utf-16", [0xFF, 0xFE, 0x61, 0x00], "a"),
    ("text/csv; charset=x-unknown", [0xC3, 0xA9], "é"),
    ("text/csv; charset=x-unknown", [0xE9], nil),
  ])
  func `text is read in its own encoding`(
    _ type: String, _ bytes: [UInt8], _ expected: String?
  ) async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(bytes.count)\r\n\r\n"
    let text = try? await send(answering: .bytes(Array(head.utf8) + bytes, keepsConnection: false))
    {
      Answers(server: .init($0)).exportReport(id: 1)
    }
    switch text?.response {
    case .csv(let text): #expect(text == expected)
    case nil: #expect(expected == nil)
    case let other?: throw Unexpected(value: other)
    }
  }

  @Test(
    arguments: [
      ("iso-8859-1", .isoLatin1), ("Windows-1252", .windowsCP1252), ("utf-16", .utf16),
      ("utf-16le", .utf16LittleEndian), ("utf-8", .utf8),
      // What some servers call it, though it is UTF-8.
      ("iso-8859-1", .utf8),
    ] as [(String, String.Encoding)])
  func `JSON is read in its own encoding`(_ charset: String, _ encoding: String.Encoding)
    async throws
  {
    let body = try #require(#"{"title":"Añá"}"#.data(using: encoding))
    let head = """
      HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=\(charset)\r\n\
      Content-Length: \(body.count)\r\n\r\n
      """
    let answer = LoopbackServer.Answer.bytes(Array(head.utf8) + body, keepsConnection: false)
    let report = try await send(answering: answer) { Answers(server: .init($0)).makeReport(id: 1) }
    #expect("\(report.response)".contains("Añá"))
  }

  @Test func `the status decides, and then the media type`() async throws {
    let made = try await read(answering: 200, "application/json", report) { $0.makeReport(id: 1) }
    guard case .okJSON(let report) = made.response else { throw Unexpected(value: made) }
    #expect(report.title == "A")
    let zip = try await read(answering: 200, "application/zip", "PK") { $0.makeReport(id: 1) }
    guard case .okZip(Data("PK".utf8)) = zip.response else { throw Unexpected(value: zip) }
    let queued = try await read(answering: 202, "application/json", #"{"position": 3}"#) {
      $0.makeReport(id: 1)
    }
    guard case .accepted(let place) = queued.response else { throw Unexpected(value: queued) }
    #expect(place.position == 3)
    let nothing = try await read(answering: 204) { $0.makeReport(id: 1) }.response
    guard case .noContent = nothing else { throw Unexpected(value: nothing) }
  }

  @Test func `media types of one status that are read alike are one case`() async throws {
    for type in ["image/png", "image/jpeg"] {
      let (cover, received) = try await read(answering: 200, type, "c") { $0.makeCover(id: 1) }
      guard case .ok(Data("c".utf8)) = cover else { throw Unexpected(value: cover) }
      #expect(received.header("Accept") == "image/png, image/jpeg, application/json")
    }
    let word = try await read(answering: 202, "application/json", #""w""#) { $0.makeCover(id: 1) }
    guard case .accepted("w") = word.response else { throw Unexpected(value: word) }
  }

  @Test func `other ways to write the same value are not asked for`() async throws {
    let (reports, received) = try await read(answering: 206, "application/json", "[\(report)]") {
      $0.listReports()
    }
    #expect(reports.map(\.title) == ["A"])
    #expect(
      received.header("Accept") == "application/json, application/problem+json, text/plain")
  }

  @Test func `a refusal is read by its range, its code and its media type`() async throws {
    let wrong = try await refusal(by: 418, "application/problem+json", #"{"title": "B"}"#) {
      $0.listReports()
    }
    guard case .clientError(let problem)? = wrong.problem else { throw Unexpected(value: wrong) }
    #expect(problem.title == "B")
    let busy = try await refusal(by: 503, "text/plain", "later") { $0.listReports() }
    guard case .serviceUnavailable("later")? = busy.problem else { throw Unexpected(value: busy) }
    let other = try await refusal(by: 500, "text/plain", "oh") { $0.listReports() }
    #expect(other.problem == nil)
    #expect(other.body == Data("oh".utf8))
    let page = try await refusal(by: 400, "text/html", "<p>") { $0.login() }
    guard case .html("<p>")? = page.problem else { throw Unexpected(value: page) }
  }

  private func refusal<Response, Problem>(
    by status: Int, _ type: String, _ body: String, headers: [(String, String)] = [],
    _ request: (Answers) -> Request<Response, Problem>
  ) async throws -> Rejection<Problem> {
    let error = await #expect(throws: SendError<Problem>.self) {
      _ = try await read(answering: status, type, body, headers: headers, request)
    }
    guard case .rejected(let rejection)? = error else { throw Unexpected(value: error) }
    return rejection
  }

  @Test func `bytes, or none`() async throws {
    let (cover, received) = try await read(answering: 200, "image/jpeg", "JFIF") {
      $0.readCover(id: 1)
    }
    #expect(cover == Data("JFIF".utf8))
    #expect(received.header("Accept") == "image/png, image/jpeg, */*")
    #expect(try await read(answering: 204) { $0.readCover(id: 1) }.response == nil)
  }

  @Test func `bytes as they come, or in a file`() async throws {
    let server = try LoopbackServer { _ in
      .respond(200, headers: [("Content-Type", "image/png")], body: "PNG")
    }
    let request = Answers(server: .init(server.url)).readCover(id: 1)
    var bytes = Data()
    for try await piece in try await Client().stream(request).body { bytes += piece }
    #expect(bytes == Data("PNG".utf8))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).png")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try await Client().download(request, to: file).headers["Content-Type"] == "image/png")
    #expect(try Data(contentsOf: file) == Data("PNG".utf8))
  }

  @Test func `a redirect that the description has is an answer`() async throws {
    let location = [("Location", "https://example.com/x")]
    let found = try await read(answering: 302, headers: location) { $0.readFile(id: 1) }.response
    guard case .found(let answer) = found else { throw Unexpected(value: found) }
    #expect(answer.headers["Location"] == "https://example.com/x")
    let page = try await read(answering: 303, headers: location) { $0.login() }.response
    #expect(page.headers["Location"] == "https://example.com/x")
    let file = try await read(answering: 200, nil, "bytes") { $0.readFile(id: 1) }.response
    guard case .ok(Data("bytes".utf8)) = file else { throw Unexpected(value: file) }
    let body = #"{"title": "C"}"#
    let moved = try await refusal(by: 301, "application/problem+json", body, headers: location) {
      $0.readFile(id: 1)
    }
    #expect(moved.problem?.title == "C")
    #expect(try await refusal(by: 304, "", "") { $0.readFile(id: 1) }.status == 304)
  }

  @Test func `where the media type says little the schema decides`() async throws {
    let report = try await read(answering: 200, "application/x", report) { $0.readAny() }.response
    guard case .okOther(let report) = report else { throw Unexpected(value: report) }
    #expect(report.title == "A")
    let text = try await read(answering: 200, "text/plain", "a") { $0.readAny() }.response
    guard case .okText("a") = text else { throw Unexpected(value: text) }
    let table = try await read(answering: 200, "text/csv", "a,b") { $0.readAny() }.response
    guard case .okCSV(Data("a,b".utf8)) = table else { throw Unexpected(value: table) }
    let word = try await read(answering: 201, "text/x", "b") { $0.readAny() }.response
    guard case .created("b") = word else { throw Unexpected(value: word) }
    let bytes = try await read(answering: 202, "application/json", "[") { $0.readAny() }.response
    guard case .accepted(Data("[".utf8)) = bytes else { throw Unexpected(value: bytes) }
  }

  @Test func `headers have types`() async throws {
    let headers = [
      ("x-ratelimit-remaining", "7"), ("X-Tags", "a, b,1"), ("X-Range", "from=1,to=9"),
      ("X-Meta", #"{"total": 3}"#), ("X-Order", "random"), ("X-Version", "2"),
      ("Last-Change", "2024-02-29T12:00:00Z"), ("Retry-After", "soon"),
    ]
    let server = try LoopbackServer { _ in .respond(200, headers: headers, body: "[]") }
    let answer = try await Client().answer(
      to: Answers(server: .init(server.url)).listReports())
    #expect(answer.headers[Answers.Headers.xRateLimitRemaining] == 7)
    #expect(answer.headers[Answers.Headers.xTags] == ["a", "b", "1"])
    #expect(answer.headers[Answers.Headers.xRange]?.from == 1)
    #expect(answer.headers[Answers.Headers.xRange]?.to == 9)
    #expect(answer.headers[Answers.Headers.xMeta]?.total == 3)
    #expect(answer.headers[Answers.Headers.xOrder]?.rawValue == "random")
    let change = Date(timeIntervalSince1970: 1_709_208_000)
    #expect(answer.headers[Answers.Headers.lastChange] == change)
    // Operations disagree about it: there is one for each.
    #expect(answer.headers[Answers.Headers.xVersion] == "2")
    #expect(answer.headers[Answers.Headers.xVersionInt] == 2)
    // What is no such value is there as text.
    #expect(answer.headers[Answers.Headers.retryAfter] == nil)
    #expect(answer.headers["Retry-After"] == "soon")
    // Longer than a client waits.
    let wrong = try await refusal(
      by: 429, "application/problem+json", "{}", headers: [("Retry-After", "90")]
    ) { $0.listReports() }
    #expect(wrong.headers[Answers.Headers.retryAfter] == 90)
    #expect(wrong.headers[Answers.Headers.xTags] == nil)
  }

  @Test func `what is only read can be made by hand, as for a preview`() throws {
    #expect(try Answers.Range(from: 1, to: nil) == Answers.Range(json: ["from": 1]))
  }

  @Test func `the answer to HEAD has no body`() async throws {
    let answer = try await read(answering: 200, "application/json") { $0.findReport(id: 1) }
    #expect(answer.received.method == "HEAD")
    #expect(answer.response.status == 200)
    #expect(try await refusal(by: 404, "", "") { $0.findReport(id: 1) }.problem == nil)
  }

  @Test func `where there is only a default it is for successes and refusals`() async throws {
    let body = #"{"title": "D"}"#
    let fine = try await read(answering: 200, "application/problem+json", body) {
      $0.removeReport(id: 1)
    }
    #expect(fine.response.title == "D")
    let wrong = try await refusal(by: 500, "application/problem+json", body) {
      $0.removeReport(id: 1)
    }
    #expect(wrong.problem?.title == "D")
  }
}
