import APIRuntime
import CurlTransport
import Foundation
import LoopbackServer
import Testing

/// Cancelling ends a request, wherever it is, which would go on for an hour.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct CancellationTests {
  /// Those that take an hour to give up.
  enum Patient: CaseIterable {
    case curl, urlSession

    var client: Client {
      switch self {
      case .curl: Client(transport: CurlTransport(timeout: .seconds(3_600)))
      case .urlSession: Client(transport: URLSessionTransport(timeout: .seconds(3_600)))
      }
    }
  }

  /// What cancelling comes to, a moment after the server has `seen` what it waits for.
  private func cancelled(
    _ url: String, by client: Client, length: Int = 0,
    once seen: () -> Bool = { true }
  ) async throws -> SendError<Never> {
    var request = Request<RawResponse, Never>(.post, url, "/0/00000001")
    request.file(File(Data(count: length)))
    request.success(200, .raw)
    let task = Task { [request] in
      await #expect(throws: SendError<Never>.self) { try await client.send(request) }
    }
    repeat { try await Task.sleep(for: .milliseconds(100)) } while !seen()
    task.cancel()
    return try #require(await task.value)
  }

  private func isUnknown(_ error: SendError<Never>) -> Bool {
    if case .outcomeUnknown(let error) = error { error.cause == .cancelled } else { false }
  }

  private func isIncomplete(_ error: SendError<Never>) -> Bool {
    guard case .undecodable(let error) = error else { return false }
    return if case .incomplete(.cancelled) = error.cause { true } else { false }
  }

  private func isNotSent(_ error: SendError<Never>) -> Bool {
    if case .notSent(let error) = error { error.cause == .cancelled } else { false }
  }

  private func server(_ fault: String) throws -> FaultServer {
    try FaultServer(Fault.all.filter { $0.name == fault })
  }

  /// `URLSession` does not tell that it has no connection; on a slow machine it may not have begun.
  @Test(arguments: Patient.allCases) func whileItConnects(_ patient: Patient) async throws {
    let server = try server("nobody accepts")
    let error = try await cancelled(server.url(0), by: patient.client)
    #expect(isNotSent(error) || patient == .urlSession && isUnknown(error))
  }

  @Test(arguments: Patient.allCases)
  func whileItsBodyGoesOut(_ patient: Patient) async throws {
    let server = try server("stalls after the headers")
    let hasBegun = { server.sight(of: "00000001").begun == 1 }
    #expect(
      try await isUnknown(
        cancelled(
          server.url(0), by: patient.client, length: 50_000_000, once: hasBegun)))
  }

  @Test(arguments: Patient.allCases)
  func whileItWaitsForTheAnswer(_ patient: Patient) async throws {
    let server = try LoopbackServer { _ in .stall }
    #expect(
      try await isUnknown(
        cancelled(server.url, by: patient.client) { server.requests.count == 1 }))
    #expect(server.requests.count == 1)
  }

  @Test(arguments: Patient.allCases)
  func whileItReadsTheAnswer(_ patient: Patient) async throws {
    let server = try LoopbackServer { _ in
      .begin(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8))
    }
    let error = try await cancelled(server.url, by: patient.client) { server.requests.count == 1 }
    #expect(isIncomplete(error))
  }

  @Test func whileItWaitsForAConnection() async throws {
    let server = try LoopbackServer { _ in .stall }
    let client = Client(transport: CurlTransport(connectionsPerHost: 1))
    let first = Task { try await client.send(Request<Void, Never>(.get, server.url, "/")) }
    while server.requests.isEmpty { await Task.yield() }
    #expect(try await isNotSent(cancelled(server.url, by: client)))
    #expect(server.requests.count == 1)
    first.cancel()
    _ = await first.result
  }

  @Test func atAnyMoment() async throws {
    let server = try LoopbackServer { _ in .respond(200, keepsConnection: true) }
    let client = Client(transport: CurlTransport())
    var request = Request<RawResponse, Never>(.post, server.url, "/")
    request.success(200, .raw)
    var notSent = 0
    for index in 0..<500 {
      let task = Task { [request] in try await client.send(request) }
      for _ in 0..<index % 20 { await Task.yield() }
      task.cancel()
      if case .failure(SendError<Never>.notSent) = await task.result { notSent += 1 }
    }
    try await client.send(request)
    #expect(server.requests.count <= 501 - notSent)
  }
}
