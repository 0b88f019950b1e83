import APIRuntime
import Fixtures
import Foundation
import Testing

/// How the answers of the fixture `Examples` are given without a network.
struct ExamplesBehaviourTests {
  private let stub = StubTransport(Examples.examples)
  private let api = Examples()

  @Test func `an example of the media type`() async throws {
    let pets = try await Client(transport: stub).send(api.listPets())
    #expect(pets.map(\.id) == [1, 2])
    #expect(pets.map(\.name) == ["Rex", "Tom"])
    #expect(pets.map(\.kind) == [nil, .cat])
    #expect(pets[1].size == 1.5)
  }

  @Test func `what the properties show`() async throws {
    let pet = try await Client(transport: stub).send(api.addPet(.init(name: "Tom", id: 1)))
    #expect(pet.id == 7)
    #expect(pet.name == "Rex")
    #expect(pet.kind == .dog)
    #expect(pet.toys == ["ball"])
    #expect(
      String(decoding: stub.requests[0].body?.data ?? Data(), as: UTF8.self)
        == #"{"name":"Tom","id":1}"#)
  }

  @Test func `text, whatever it holds, and nothing`() async throws {
    let client = Client(transport: stub)
    #expect(try await client.send(api.readName(id: 7)) == "Rex \"*/\\(exit(1))\u{2028}#\"#")
    try await client.send(api.removePet(id: 7))
    #expect(stub.requests.map(\.description) == ["GET /v1/pets/7", "DELETE /v1/pets/7"])
    #expect(try await client.send(api.renamePet(id: 7)) == "Tom")
  }

  @Test func `what is not shown as a whole has no example`() async throws {
    await #expect(throws: SendError<Never>.self) {
      try await Client(transport: stub).send(api.tagPet(id: 1))
    }
  }
}
