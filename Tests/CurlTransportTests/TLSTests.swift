import APIRuntime
import CurlTransport
import Foundation
import LoopbackServer
import Testing

/// A server with a certificate that nobody vouches for. It is the command openssl, and where that
/// is not there this is not tested.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: openSSL)), .serialized,
  .timeLimit(.minutes(5)))
struct TLSTests {
  @Test(arguments: [CurlTransport(), URLSessionTransport()] as [any Transport])
  func nothingGoesToWhoCannotProveItsName(_ transport: any Transport) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = ("\(folder.path)/key", "\(folder.path)/certificate")
    let maker = try begin(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", key,
      "-out", certificate)
    maker.process.waitUntilExit()
    let server = try begin(
      "s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate)
    // It prints where it listens, and then all that it is sent.
    var printed = ""
    while !printed.contains(/ACCEPT .*:\d+\n/) {
      printed += String(decoding: server.output.availableData, as: UTF8.self)
    }
    let port = try #require(printed.firstMatch(of: /ACCEPT .*:(\d+)\n/)?.1)
    var request = Request<RawResponse, Never>(.post, "https://127.0.0.1:\(port)", "/message")
    request.json("secret")
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport, retries: .none).send(request)
    }
    // It takes no other signal: threads of a test have them blocked, and it has that from them.
    kill(server.process.processIdentifier, SIGKILL)
    guard case .notSent(let reason)? = error, case .noConnection = reason.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    printed += String(decoding: try server.output.readToEnd() ?? Data(), as: UTF8.self)
    #expect(!printed.contains("message") && !printed.contains("secret"))
  }

  private func begin(_ arguments: String...) throws -> (process: Process, output: FileHandle) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: openSSL)
    process.arguments = arguments
    process.standardInput = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output.fileHandleForReading)
  }
}

private let openSSL = "/usr/bin/openssl"
