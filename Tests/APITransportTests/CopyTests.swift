import Foundation
import LoopbackServer
import Testing

@testable import APITransport

/// What of a body is copied to disk before it goes out.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CopyTests {
  private let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")

  /// A request with a body of files that are as slow as a disk can be: reading them waits for a
  /// writer.
  private func slowRequest(_ server: LoopbackServer) throws -> HTTPRequest {
    try Data("x".utf8).write(to: file)
    let request = try HTTPRequest(.put, server, body: Body([.file(file)]))
    try FileManager.default.removeItem(at: file)
    try #require(mkfifo(file.path, 0o600) == 0)
    return request
  }

  /// Those are few, and everybody's.
  @Test func copyingHoldsNoThreadOfTheConcurrencyPool() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let request = try slowRequest(server)
    defer { try? FileManager.default.removeItem(at: file) }
    let transport = URLSessionTransport(connectionsPerHost: 1_000)
    let count = ProcessInfo.processInfo.activeProcessorCount * 2
    let isDone = DispatchSemaphore(value: 0)
    let wasLate = Locked(false)
    let writer = Thread { [file] in
      let isInTime = isDone.wait(timeout: .now() + 30) == .success
      wasLate.withLock { $0 = !isInTime }
      // Until no reader is left.
      while server.requests.count < count {
        let descriptor = open(file.path, O_WRONLY | O_NONBLOCK)
        if descriptor >= 0 { close(descriptor) }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
    writer.start()
    let sending = (0..<count).map { _ in Task { try await transport.answer(to: request) } }
    // By then each of them reads, and who sleeps wakes up all the same.
    try await Task.sleep(for: .milliseconds(500))
    isDone.signal()
    for task in sending { _ = try await task.value }
    #expect(!wasLate.withLock { $0 })
  }

  @Test func copyingEndsWhenItIsCancelled() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    try Data(count: 1).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    // A terabyte that takes no room, and would take minutes.
    try #require(truncate(file.path, 1 << 40) == 0)
    let request = try HTTPRequest(.put, server, body: Body([.file(file)]))
    let task = Task {
      await #expect(throws: TransportError.self) { try await URLSessionTransport().send(request) }
    }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    #expect(await task.value?.notSent == .cancelled)
    #expect(server.requests.isEmpty)
  }
}
