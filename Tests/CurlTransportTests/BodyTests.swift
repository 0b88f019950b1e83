import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime
@testable import CurlTransport

/// Bodies that are read while they go out.
struct BodyTests {
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

  @Test(arguments: [2_999_999, 3_000_001])
  func aFileOfAnotherLengthIsNotTheWholeBody(_ length: Int) throws {
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let source = BodySource(
      try Body([.bytes(Data("<".utf8)), .file(file), .bytes(Data(">".utf8))]))
    try (content + content).prefix(length).write(to: file)
    var sent = 0
    #expect(throws: CocoaError.self) {
      while case let count = try source.next(65_536).count, count > 0 { sent += count }
    }
    #expect(sent < 3_000_002)
  }
}
