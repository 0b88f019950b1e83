import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What objects of several kinds are on a wire.
@Suite(.serialized) struct KindsBehaviourTests {
  /// Reads a pet, and sends it again.
  private func pet(_ body: String) async throws -> Kinds.Pet {
    let pet = try await send(answering: .respond(200, body: body)) {
      Kinds(server: .init($0)).addPet(.fish(.init(kind: "Fish", name: "Wanda")))
    }.response
    let again = try await send(answering: .respond(200, body: body)) {
      Kinds(server: .init($0)).addPet(pet)
    }.received
    #expect(again.text == body)
    return pet
  }

  @Test func `a value of a base may be any of its kinds`() async throws {
    let cat = try await pet(#"{"kind":"kitty","name":"Tom","home":{"city":"Rome"},"lives":9}"#)
    guard case .cat(let cat) = cat else { throw Unexpected(value: cat) }
    #expect(cat.home?.city == "Rome")
    let puppy = try await pet(#"{"kind":"Puppy","name":"Rex","bark":"wuff","age":1}"#)
    guard case .dog(.puppy(let puppy)) = puppy else { throw Unexpected(value: puppy) }
    #expect(puppy.age == 1)
    let dog = try await pet(#"{"kind":"Dog","name":"Rex","bark":"wuff"}"#)
    guard case .dog(.base(let dog)) = dog else { throw Unexpected(value: dog) }
    #expect(dog.bark == "wuff")
    let hen = try await pet(#"{"kind":"Hen","name":"Berta"}"#)
    guard case .hen = hen else { throw Unexpected(value: hen) }
    guard case .fish = try await pet(#"{"kind":"Fish","name":"Wanda"}"#) else {
      throw Unexpected(value: "no fish")
    }
  }

  @Test func `it may be the base itself, or one that came later`() async throws {
    let base = try await pet(#"{"kind":"pet","name":"It"}"#)
    guard case .base(let base) = base else { throw Unexpected(value: base) }
    #expect(base.name == "It")
    let bird = try await pet(#"{"kind":"Bird","name":"Bo","wings":2}"#)
    guard case .base(let bird) = bird else { throw Unexpected(value: bird) }
    #expect(bird.kind == "Bird")
    #expect(bird.name == "Bo")
    #expect(bird.additionalProperties["wings"]?.int == 2)
    let nameless = try await pet(#"{"kind":"Bird","wings":2}"#)
    guard case .other = nameless else { throw Unexpected(value: nameless) }
  }

  @Test func `branches beside properties are kinds with these properties`() async throws {
    let body = #"{"amount":5,"payer":{"name":"Ann"},"iban":"DE12","number":"x"}"#
    let (read, received) = try await send(answering: .respond(200, body: body)) {
      Kinds(server: .init($0)).addPayment(
        .card(.init(amount: 5, payer: .init(name: "Ann"), number: 42)))
    }
    #expect(received.text == #"{"amount":5,"payer":{"name":"Ann"},"number":42}"#)
    guard case .transfer(let transfer) = read else { throw Unexpected(value: read) }
    #expect(transfer.payer?.name == "Ann")
    #expect(transfer.number == "x")
    let voucher = #"{"amount":5,"from":"Ann"}"#
    let (gift, sent) = try await send(answering: .respond(200, body: voucher)) {
      Kinds(server: .init($0)).addPayment(.voucher(.code(.init(amount: 5, code: "c"))))
    }
    #expect(sent.text == #"{"amount":5,"code":"c"}"#)
    guard case .voucher(.gift(let gift)) = gift else { throw Unexpected(value: gift) }
    #expect(gift.amount == 5)
  }

  @Test func `several branches at once are one object`() async throws {
    let received = try await send {
      Kinds(server: .init($0)).addShape(
        .init(name: "x", radius: 1.5, size: .string("big"), side: 2))
    }.received
    #expect(received.text == #"{"name":"x","radius":1.5,"size":"big","side":2}"#)
  }

  @Test func `what a reference names may be null`() async throws {
    let body = #"{"pet":{"kind":"Fish","name":"f"},"next":null}"#
    let (read, received) = try await send(answering: .respond(200, body: body)) {
      Kinds(server: .init($0)).addVisit(.init(pet: nil, next: .null))
    }
    #expect(received.text == #"{"pet":null,"next":null}"#)
    #expect(read.pet?.name == "f")
    #expect(read.next != nil && read.next?.value == nil)
    let absent = try await send(answering: .respond(200, body: body)) {
      Kinds(server: .init($0)).addVisit(.init(pet: nil))
    }.received
    #expect(absent.text == #"{"pet":null}"#)
  }

  @Test func `what one branch allows beside its properties is kept`() async throws {
    let json = #"{"side":1.5,"count":2}"#
    let figure = try JSONDecoder().decode(Kinds.Figure.self, from: Data(json.utf8))
    #expect(figure.additionalProperties == ["count": 2])
    let received = try await send { Kinds(server: .init($0)).addShape(figure) }.received
    #expect(received.text == json)
  }
}
