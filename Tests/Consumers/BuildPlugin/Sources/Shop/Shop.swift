import APIRuntime
import Foundation

/// Answers without a network.
struct Shelf: Transport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    switch (request.method, request.url.path) {
    case (.get, "/pets/7"):
      HTTPResponse(status: 200, headers: [:], body: Data(#"{"id": 7, "name": "Rex"}"#.utf8))
    default: HTTPResponse(status: 201, headers: [:], body: Data())
    }
  }
}

@main
struct Shop {
  static func main() async throws {
    let client = Client(transport: Shelf())
    let pet = try await client.send(Petstore().pet(id: 7))
    try await client.send(Orders().order(.init(pet: pet.id)))
    print("\(pet.name) is ordered.")
  }
}
