import APIRuntime
import Generated

func callByClient(_ count: Int) async throws {
  let client = Client(transport: MemoryTransport())
  let wassist = Wassist(apiKey: "k3y")
  for _ in 0..<count {
    let message = try await client.send(
      wassist.sendMessage(id: "c 1", .init(type: .text, text: .init(body: text))))
    check(message.text?.body)
  }
}

/// Answers from memory.
private struct MemoryTransport: Transport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    HTTPResponse(status: 201, headers: ["Content-Type": "application/json"], body: answer)
  }
}
