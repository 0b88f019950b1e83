import APIRuntime
import Fixtures
import Foundation
import Testing

/// What discriminators are on a wire.
@Suite(.serialized) struct TagsBehaviourTests {
  private func sent(_ pet: Tags.Pet) async throws -> String {
    try await send(answering: .respond(200, body: "{}")) {
      Tags(server: .init($0)).sendPet(pet)
    }.received.text
  }

  /// Reads a pet, and sends it again.
  private func echo(_ json: String) async throws -> Tags.Pet {
    let pet = try await send(answering: .respond(200, body: json)) {
      Tags(server: .init($0)).sendPet(.fish(.init()))
    }.response
    #expect(try await sent(pet) == json)
    return pet
  }

  @Test func `the only value is filled in, of whatever type the property is`() async throws {
    #expect(try await sent(.cat(.init(lives: 9))) == #"{"kind":"cat","lives":9}"#)
    #expect(Tags.Cat().kind == .cat)
  }

  @Test func `a branch that does not describe it has it too`() async throws {
    #expect(try await sent(.fish(.init(fins: 2))) == #"{"fins":2,"kind":"fish"}"#)
    guard case .fish(let fish) = try await echo(#"{"fins":2,"kind":"fish"}"#) else {
      throw Unexpected(value: "no fish")
    }
    #expect(fish.fins == 2)
  }

  @Test func `what the API sets is not sent`() async throws {
    #expect(try await sent(.bird(.init(wings: 2))) == #"{"wings":2}"#)
    #expect(try await sent(.bird(.init(kind: "bird"))) == "{}")
  }

  @Test func `one of several values has to be given`() async throws {
    #expect(try await sent(.dog(.init(kind: "hound"))) == #"{"kind":"hound"}"#)
  }

  @Test(arguments: [
    Tags.Pet.dog(.init(kind: "cat")), .dog(.init(kind: "wolf")), .cat(.init(kind: .dog)),
    .any(.init(kind: "fish")),
  ])
  func `another branch's value is not sent`(_ pet: Tags.Pet) async throws {
    let found = try await violations { Tags(server: .init($0)).sendPet(pet) }
    #expect(found == ["is another type by its discriminator"])
  }

  @Test(arguments: [#"{"name":"It"}"#, #"{"kind":"bee","name":"Maya"}"#])
  func `what says nothing, or nothing known, is the default`(_ json: String) async throws {
    guard case .any(let pet) = try await echo(json) else { throw Unexpected(value: json) }
    #expect(pet.name != nil)
  }

  @Test func `the default need not be among the branches`() async throws {
    let (note, received) = try await send(answering: .respond(200, body: #"{"title":"x"}"#)) {
      Tags(server: .init($0)).sendNote(.text(.init(text: "hi")))
    }
    #expect(received.text == #"{"type":"text","text":"hi"}"#)
    guard case .plain(let plain) = note else { throw Unexpected(value: note) }
    #expect(plain.title == "x")
  }

  @Test func `numbers tell branches apart`() async throws {
    let body = #"[{"type":3,"label":"b"},{"type":2,"label":"a"}]"#
    let (parts, received) = try await send(answering: .respond(200, body: body)) {
      Tags(server: .init($0)).sendParts([.link(.init(label: "b")), .button(.init(label: "a"))])
    }
    #expect(received.text == body)
    guard case .link = parts[0], case .button = parts[1] else { throw Unexpected(value: parts) }
  }

  @Test func `a discriminator may be a number`() async throws {
    let body = #"{"level":2,"note":"x"}"#
    let (level, received) = try await send(answering: .respond(200, body: body)) {
      Tags(server: .init($0)).sendLevel(.low(.init()))
    }
    #expect(received.text == #"{"level":1}"#)
    guard case .high(let high) = level else { throw Unexpected(value: level) }
    #expect(high.note == "x")
    let broken = try await violations {
      Tags(server: .init($0)).sendLevel(.high(.init(level: ._3)))
    }
    #expect(broken == ["is another type by its discriminator"])
  }

  @Test(arguments: [
    (Tags.Level.top(.init(view: "v")), #"{"view":"v","level":9}"#),
    (.cellar(.init(wine: "w")), #"{"wine":"w","level":-1}"#),
  ])
  func `a number is filled in as a number`(_ level: Tags.Level, _ json: String) async throws {
    let (read, received) = try await send(answering: .respond(200, body: json)) {
      Tags(server: .init($0)).sendLevel(level)
    }
    #expect(received.text == json)
    #expect("\(read)".prefix(4) == "\(level)".prefix(4))
  }

  @Test func `a discriminator may be true or false`() async throws {
    let (read, received) = try await send(answering: .respond(200, body: #"{"isOn":false}"#)) {
      Tags(server: .init($0)).sendSwitch(.on(.init(note: "n")))
    }
    #expect(received.text == #"{"note":"n","isOn":true}"#)
    guard case .off(let off) = read else { throw Unexpected(value: read) }
    #expect(!off.isOn)
    let broken = try await violations {
      Tags(server: .init($0)).sendSwitch(.off(.init(isOn: true)))
    }
    #expect(broken == ["is another type by its discriminator"])
  }

  @Test func `a default that each branch has another of tells them apart`() async throws {
    let answer = #"{"message":"m","errors":["a"]}"#
    let (response, received) = try await send(answering: .respond(200, body: answer)) {
      Tags(server: .init($0)).sendMedia(.video(.init(media: "x")))
    }
    #expect(received.text == #"{"type":"video","media":"x"}"#)
    // And so does what a list holds.
    guard case .complaints(let complaints) = response else { throw Unexpected(value: response) }
    #expect(complaints.errors == ["a"])
    let video = try Tags.SendMediaBody(json: JSONValue(parsing: Array(received.text.utf8)))
    guard case .video = video else { throw Unexpected(value: video) }
  }
}
