import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime
@testable import CurlTransport

/// Bodies that are read while they go out.
@Suite(.serialized) struct BodySourceTests {
  private let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")
  private let content = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) })

  @Test func aFileGoesOutBetweenBytes() async throws {
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try LoopbackServer { _ in .respond(200) }
    var request = Request<RawResponse, Never>(.put, server.url, "/")
    request.multipart(["a": File(at: file), "b": File(Data("x".utf8), name: "x")])
    request.success(200, .raw)
    try await Client(transport: CurlTransport()).send(request)
    let received = try #require(server.requests.first)
    #expect(received.header("Content-Length") == "\(received.body.count)")
    #expect(received.header("Transfer-Encoding") == nil)
    #expect(Data(received.body).range(of: content) != nil)
  }

  /// By either transport.
  @Test(arguments: [CurlTransport(), URLSessionTransport()] as [any Transport])
  func progressIsTold(_ transport: any Transport) async throws {
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = String(repeating: "a", count: 2_000_000)
    let server = try LoopbackServer { _ in .respond(200, body: answer) }
    var request = Request<RawResponse, Never>(.put, server.url, "/")
    request.file(File(at: file))
    request.success(200, .raw)
    let told = Locked<[TransferProgress]>([])
    request.progress = { progress in told.withLock { $0.append(progress) } }
    try await Client(transport: transport).send(request)
    let all = told.withLock { $0 }
    let sent = all.compactMap {
      if case .sent(let count, of: 3_000_000) = $0 { count } else { nil }
    }
    let received = all.compactMap {
      if case .received(let count, of: 2_000_000) = $0 { count } else { nil }
    }
    #expect(sent.count + received.count == all.count)
    #expect(sent.last == 3_000_000)
    #expect(received.last == 2_000_000)
    #expect(sent.count > 1 && received.count > 1)
    #expect(sent == sent.sorted() && received == received.sorted())
  }

  @Test(arguments: [2_999_999, 3_000_001])
  func aFileOfAnotherLengthIsNotTheWholeBody(_ length: Int) throws {
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let source = BodySource(
      try Body([.bytes(Data("<".utf8)), .file(file), .bytes(Data(">".utf8))]))
    try (content + content).prefix(length).write(to: file)
    var sent = 0
    let error = #expect(throws: NotSent.Cause.self) {
      while case let count = try source.next(65_536).count, count > 0 { sent += count }
    }
    #expect(error == .file("a file of the body is not as long as it was"))
    #expect(sent < 3_000_002)
  }

  /// The head may have gone out, where the body is read after it.
  @Test(
    arguments: [
      (CurlTransport(), "something may have gone out", "read"),
      (URLSessionTransport(), "nothing went out", "copied"),
    ] as [(any Transport, String, String)])
  func aFileThatIsGoneIsNamed(
    _ transport: any Transport, _ verdict: String, _ done: String
  ) async throws {
    try content.write(to: file)
    let server = try LoopbackServer { _ in .respond(200) }
    let url = try #require(URL(string: server.url))
    let request = HTTPRequest(method: .put, url: url, body: try Body([.file(file)]))
    try FileManager.default.removeItem(at: file)
    let error = try await #require(throws: TransportError.self) {
      try await transport.send(request)
    }
    let words = "the file \(file.path) cannot be \(done) (No such file or directory)"
    #expect(error.description.hasPrefix("\(verdict): "))
    #expect(error.description.contains(words), "\(error)")
    #expect(server.requests.isEmpty)
  }
}
