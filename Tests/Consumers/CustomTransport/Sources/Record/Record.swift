import APIRuntime
import Foundation
import Generated

/// Prints what it is given, and answers that it was taken.
struct Recorder: Transport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    print(request)
    return HTTPResponse(status: 200, headers: [:], body: Data())
  }
}

@main
struct Record {
  static func main() async throws {
    let konverse = Konverse(appID: "app", apiKey: "secret")
    let client = Client(transport: Recorder())
    _ = try? await client.send(konverse.sendText(.init(to: "91123", message: .init(text: "Hola"))))
  }
}
