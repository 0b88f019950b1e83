import APIRuntime
import Foundation
import Generated
import LoopbackServer
import Testing

/// Was it delivered? Each answer to that, provoked on a real socket with a provider's own request.
@Suite(.serialized) struct DeliveryTests {
  private static let key = "k3y+secret/=="

  private func request(
    _ origin: String, key: String = DeliveryTests.key
  ) -> Request<OneRoute.Envelope, OneRoute.Envelope> {
    OneRoute(apiKey: Secret(key), server: .init(origin))
      .sendSessionMessage(.init(from: "234", to: "235", message: "Hello"))
  }

  /// Sends, and expects to fail without a word of the key.
  private func failure(
    _ request: Request<OneRoute.Envelope, OneRoute.Envelope>,
    client: Client = Client()
  ) async throws -> SendError<OneRoute.Envelope> {
    let error = try #require(
      await #expect(throws: SendError<OneRoute.Envelope>.self) { try await client.send(request) })
    var dumped = ""
    dump(error, to: &dumped)
    dump(request, to: &dumped)
    dump(client, to: &dumped)
    let texts = [
      dumped, "\(error)", String(reflecting: error), error.localizedDescription, "\(request)",
      String(reflecting: request), "\(client)", String(reflecting: client),
    ]
    for text in texts { #expect(!text.contains("k3y+secret"), "\(text)") }
    return error
  }

  @Test(arguments: ["http://127.0.0.1:1", "http://no-such-host.invalid"])
  func `nobody there: not sent`(_ origin: String) async throws {
    guard case .notSent(let reason) = try await failure(request(origin)),
      case .noConnection = reason.cause
    else {
      Issue.record("not told as no connection")
      return
    }
  }

  @Test func `a key with a line break: not sent`() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let split = request(server.url, key: Self.key + "\r\nX-Admin: 1")
    guard case .notSent(let reason) = try await failure(split), case .invalid = reason.cause else {
      Issue.record("not told as invalid")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a refusal that repeats the key: rejected, and the key not shown`() async throws {
    let body = #"{"data": null, "message": "bad key k3y+secret/==", "success": false}"#
    let server = try LoopbackServer { _ in .respond(401, body: body) }
    guard case .rejected(let rejection) = try await failure(request(server.url)) else {
      Issue.record("not told as rejected")
      return
    }
    #expect(rejection.status == 401)
    #expect(rejection.body == Data(body.utf8))
  }

  @Test func `half a document: undecodable, and kept`() async throws {
    let half = String(try sample("oneroute-200").prefix(300))
    let server = try LoopbackServer { _ in .respond(200, body: half) }
    guard case .undecodable(let answer) = try await failure(request(server.url)) else {
      Issue.record("not told as undecodable")
      return
    }
    #expect(answer.response.status == 200)
    #expect(answer.response.body == Data(half.utf8))
  }

  @Test func `read and closed: outcome unknown`() async throws {
    let server = try LoopbackServer { _ in .close }
    guard case .outcomeUnknown = try await failure(request(server.url)) else {
      Issue.record("not told as unknown")
      return
    }
    #expect(server.requests.count == 1)
  }

  @Test func `no answer in time: outcome unknown`() async throws {
    let server = try LoopbackServer { _ in .stall }
    let client = Client(transport: URLSessionTransport(timeout: .seconds(1)))
    let error = try await failure(request(server.url), client: client)
    guard case .outcomeUnknown(let reason) = error, case .timedOut = reason.cause else {
      Issue.record("\(error)")
      return
    }
    #expect(server.requests.count == 1)
  }
}
