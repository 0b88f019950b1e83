import APIRuntime
import Foundation
import Generated

/// Marks each request that goes out.
struct Tracing: Middleware {
  func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
    var request = request
    request.headers["traceparent"] = "00-1-2-01"
    return try await next(request)
  }
}

/// Answers with the mark.
struct Mirror: Transport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let mark = request.headers["traceparent"] ?? "none"
    return HTTPResponse(status: 200, headers: [:], body: Data("{\"mark\": \"\(mark)\"}".utf8))
  }
}

@main
struct Trace {
  static func main() async throws {
    let konverse = Konverse(appID: "app", apiKey: "secret")
    // The middleware by itself, as a test of it would have it.
    let request = HTTPRequest(method: .get, url: URL(string: "https://a.example")!)
    let mirror = Mirror()
    let answer = try await Tracing().send(request) { try await mirror.send($0) }
    print(answer.status)
    let client = Client(transport: Mirror(), middlewares: [Tracing()])
    print(
      try await client.send(konverse.sendText(.init(to: "91123", message: .init(text: "Hola")))))
  }
}
