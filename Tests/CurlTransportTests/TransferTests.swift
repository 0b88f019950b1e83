import APIRuntime
import CurlTransport
import Foundation
import LoopbackServer
import Testing

/// Transfers that end half-way leave nothing behind, by either transport, but for what is below.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TransferTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")

  private func inFolder(_ work: () async throws -> Void) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work()
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
  }

  @Test(arguments: [CurlTransport(), URLSessionTransport()] as [any Transport])
  func aDownloadThatIsCancelledLeavesNoFile(_ transport: any Transport) async throws {
    let server = try LoopbackServer { _ in
      .begin(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8))
    }
    var request = Request<RawResponse, Never>(.get, server.url, "/")
    request.success(200, .raw)
    try await inFolder {
      let task = Task { [request, folder] in
        try await Client(transport: transport).download(
          request, to: folder.appendingPathComponent("x"))
      }
      while try names.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      task.cancel()
      await #expect(throws: SendError<Never>.self) { try await task.value }
      #expect(try names.isEmpty)
    }
  }

  /// Not by `URLSession`: on Linux it may end the process where a connection breaks, or is given
  /// up, under a file. It goes on with a handle of libcurl's that is at its end
  /// (`EasyHandle.swift`).
  @Test(arguments: ["resets after half of the body", "stalls after half of the body"])
  func anUploadThatBreaksOffClosesItsFile(_ fault: String) async throws {
    let server = try FaultServer(Fault.all.filter { $0.name == fault })
    // One that no other file has, so that those of this one are known.
    let length = 5_000_000 + Int.random(in: 1...1_000_000)
    try await inFolder {
      let file = folder.appendingPathComponent("x")
      try Data(count: length).write(to: file)
      var request = Request<RawResponse, Never>(.post, server.url(0), "/0/00000001")
      request.retries = Retries(attempts: 1, timeLimit: .milliseconds(500))
      request.file(File(at: file))
      let error = await #expect(throws: SendError<Never>.self) {
        try await Client(transport: CurlTransport()).send(request)
      }
      guard case .outcomeUnknown? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      // The transport ends on threads of its own.
      while openFiles(ofLength: length) > 0 {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    #expect(server.sight(of: "00000001").begun == 1)
  }

  /// How many files of that length the process has open.
  private func openFiles(ofLength length: Int) -> Int {
    (0..<4_096).count { descriptor in
      var status = stat()
      return fstat(Int32(descriptor), &status) == 0 && status.st_size == length
    }
  }
}
