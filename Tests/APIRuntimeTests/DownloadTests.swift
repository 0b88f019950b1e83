import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct DownloadTests {
  private let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")

  private func request(_ server: LoopbackServer) -> Request<JSONValue, String> {
    var request = Request<JSONValue, String>(.get, server.url, "/x")
    request.query("key", Secret("k"))
    request.success(200, .json)
    request.refusal(404, .text)
    return request
  }

  @Test func theBodyIsInTheFile() async throws {
    let body = String(repeating: "0123456789é", count: 300_000)
    let server = try LoopbackServer { _ in .respond(200, headers: [("X-A", "1")], body: body) }
    try Data("old".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = try await Client().download(request(server), to: file)
    #expect(try Data(contentsOf: answer.body) == Data(body.utf8))
    #expect(answer.headers["X-A"] == "1")
    #expect(server.requests.first?.target == "/x?key=k")
    #expect(server.requests.first?.header("Accept") == "application/json, text/plain")
  }

  @Test func aRefusalLeavesTheFileAlone() async throws {
    let server = try LoopbackServer { _ in .respond(404, body: "none") }
    try Data("old".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = await #expect(throws: SendError<String>.self) {
      try await Client().download(request(server), to: file)
    }
    #expect(error?.rejected?.problem == "none")
    #expect(try Data(contentsOf: file) == Data("old".utf8))
  }

  @Test func anAnswerThatBreaksOffLeavesNothing() async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    let folder = file
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = await #expect(throws: SendError<String>.self) {
      try await Client(retries: .none).download(
        request(server), to: folder.appendingPathComponent("x"))
    }
    #expect(error?.undecodable?.interruption != nil)
    #expect(error?.description.hasSuffix("`response` holds its status and headers.") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aFileThatCannotBeWrittenIsNamed() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let nowhere = file.appendingPathComponent("x")
    let error = await #expect(throws: SendError<String>.self) {
      try await Client().download(request(server), to: nowhere)
    }
    #expect(error?.undecodable?.file == "\(nowhere.path): No such file or directory")
  }

  /// And all that is in it.
  @Test func aFolderIsNotReplaced() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let kept = file.appendingPathComponent("kept")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("kept".utf8).write(to: kept)
    let error = await #expect(throws: SendError<String>.self) {
      try await Client().download(request(server), to: file)
    }
    #expect(error?.undecodable?.file == "\(file.path): Is a directory")
    #expect(try Data(contentsOf: kept) == Data("kept".utf8))
  }

  /// The description may call a redirect a success, for those who go on by its address.
  @Test func `a redirect is no file`() async throws {
    let server = try LoopbackServer { _ in .respond(302, headers: [("Location", "/y")]) }
    try Data("old".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var request = Request<RawResponse, Never>(.get, server.url, "/x")
    request.success(200, .raw)
    request.success(302, .raw)
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client().download(request, to: file)
    }
    #expect(error?.undecodable?.file == "\(file.path): status 302 is not that of a file")
    #expect(error?.undecodable?.response.headers["Location"] == "/y")
    #expect(try Data(contentsOf: file) == Data("old".utf8))
  }
}
