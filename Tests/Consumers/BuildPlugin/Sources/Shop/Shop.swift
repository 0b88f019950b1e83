import APIRuntime

@main
struct Shop {
  static func main() async throws {
    // Answers without a network.
    let client = Client(
      transport: StubTransport(Petstore.examples + [Example(.post, "/orders", 201)]))
    let pet = try await client.send(Petstore().pet(id: 7))
    try await client.send(Orders().order(.init(pet: pet.id)))
    print("\(pet.name) is ordered.")
  }
}
