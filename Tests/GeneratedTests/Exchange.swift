import APIRuntime
import Foundation
import LoopbackServer

/// Sends a request over a real socket, and shows what came of it on both sides.
struct Exchange<Response: Sendable> {
  let response: Response
  let received: ReceivedRequest

  /// - Parameters:
  ///   - answer: What the server answers.
  ///   - request: Builds the request for a server with this origin, such as
  ///     `http://127.0.0.1:5000`.
  init<Problem>(
    answering answer: LoopbackServer.Answer,
    to request: (_ origin: String) throws -> Request<Response, Problem>
  ) async throws {
    let server = try LoopbackServer { _ in answer }
    response = try await Client().send(request(server.url))
    received = try Exchange.only(server.requests)
  }

  private static func only(_ requests: [ReceivedRequest]) throws -> ReceivedRequest {
    guard requests.count == 1 else { throw UnexpectedCount(count: requests.count) }
    return requests[0]
  }
}

struct UnexpectedCount: Error {
  var count: Int
}

extension ReceivedRequest {
  /// The body read as JSON by Foundation, which knows nothing of the code under test.
  var json: NSDictionary {
    get throws { try object(body) }
  }
}

/// The text of a sample of a provider's page, byte for byte.
func sample(_ name: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return try String(
    contentsOf: folder.appendingPathComponent("Samples/\(name).json"), encoding: .utf8)
}

/// A JSON object read by Foundation.
func object(_ bytes: some Sequence<UInt8>) throws -> NSDictionary {
  let value = try JSONSerialization.jsonObject(with: Data(bytes))
  guard let object = value as? NSDictionary else { throw CocoaError(.coderReadCorrupt) }
  return object
}
