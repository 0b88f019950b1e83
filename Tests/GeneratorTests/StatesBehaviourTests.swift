import APIRuntime
import Fixtures
import Foundation
import Testing

/// What a property may be, on a wire and back.
@Suite(.serialized) struct StatesBehaviourTests {
  /// Sends a value as `json`, and reads the same from the answer.
  private func echo<Value>(
    _ json: String, _ request: (States) -> Request<Value, Never>
  ) async throws -> Value {
    let (response, received) = try await send(answering: .respond(200, body: json)) {
      request(States(server: .init($0)))
    }
    #expect(String(decoding: received.body, as: UTF8.self) == json)
    return response
  }

  // MARK: Absent, null, a value

  @Test func `only what is required and may be null is null where it is nil`() async throws {
    let read = try await echo(#"{"required":"r","nullable":null,"defaulted":"d"}"#) {
      $0.sendState(.init(required: "r"))
    }
    #expect(read.nullable == nil)
    #expect(read.optional == nil)
    #expect(read.either == nil)
  }

  @Test func `what is optional and may be null has three states`() async throws {
    let null = try await echo(
      #"{"required":"","nullable":"n","either":null,"defaulted":"e"}"#
    ) { $0.sendState(.init(required: "", nullable: "n", either: .null, defaulted: "e")) }
    #expect(null.either == .null)
    let value = try await echo(
      #"{"required":"","optional":"o","nullable":null,"either":0,"defaulted":"d"}"#
    ) { $0.sendState(.init(required: "", optional: "o", either: 0)) }
    #expect(value.either == 0)
    #expect(value.optional == "o")
  }

  @Test func `what may only be null says something by being there`() async throws {
    let absent = try await echo(#"{"required":"","nullable":null,"defaulted":"d"}"#) {
      $0.sendState(.init(required: ""))
    }
    #expect(absent.mark == nil)
    let null = try await echo(#"{"required":"","nullable":null,"defaulted":"d","mark":null}"#) {
      $0.sendState(.init(required: "", mark: .null))
    }
    #expect(null.mark == .null)
    let read = try States.Marks(json: ["constant": nil, "nullable": nil])
    #expect(read.set == nil)
    #expect(read.constant == .null)
    #expect(read.nullable == nil)
  }

  @Test func `null is a value of what may be anything`() async throws {
    let null = try await echo(#"{"required":"","nullable":null,"defaulted":"d","any":null}"#) {
      $0.sendState(.init(required: "", any: .null))
    }
    #expect(null.any == .some(.null))
    let absent = try await echo(#"{"required":"","nullable":null,"defaulted":"d"}"#) {
      $0.sendState(.init(required: ""))
    }
    #expect(absent.any == nil)
  }

  @Test func `null in lists and maps`() async throws {
    let read = try await echo(
      #"{"required":"","nullable":null,"defaulted":"d","list":[1,null],"map":{"a":null,"b":true}}"#
    ) { $0.sendState(.init(required: "", list: [1, nil], map: ["b": true, "a": nil])) }
    #expect(read.list == [1, nil])
    #expect(read.map == ["a": nil, "b": true])
  }

  @Test func `a default is read where nothing is there, and null reads as absent`() throws {
    let json = Data(#"{"required":"r","nullable":null,"optional":null}"#.utf8)
    let state = try JSONDecoder().decode(States.State.self, from: json)
    #expect(state.defaulted == "d")
    #expect(state.optional == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(States.State.self, from: Data("{}".utf8))
    }
  }

  @Test func `defaults of each type are sent, and read where nothing is there`() async throws {
    let read = try await echo(#"{"count":5,"ratio":0.5,"flag":true}"#) { $0.sendDefaults(.init()) }
    #expect(read == States.Defaults(count: 5, ratio: 0.5, flag: true))
    #expect(try JSONDecoder().decode(States.Defaults.self, from: Data("{}".utf8)) == read)
  }

  // MARK: Enumerations

  @Test @available(*, deprecated)
  func `enumerations of each type, and constants that nobody writes`() async throws {
    let json =
      #"{"text":"b c","int":2,"number":0.5,"mixed":"auto","constant":"fixed","flag":true,"one":1}"#
    let read = try await echo(json) {
      $0.sendKinds(.init(text: .bC, int: ._2, number: ._0Point5, mixed: .value(.auto)))
    }
    #expect(read.text == .bC)
    #expect(read.mixed?.value == .auto)
    #expect(read.flag)
  }

  @Test @available(*, deprecated)
  func `values that the description does not know stay`() async throws {
    let json = #"{"text":"new","int":3,"number":7,"mixed":[1],"constant":"x","flag":false,"one":2}"#
    let read = try await echo(json) {
      $0.sendKinds(
        .init(
          text: .init("new"), int: .init(3), number: .init(7), mixed: .value(.init([1])),
          constant: .init("x"), flag: false, one: .init(2)))
    }
    #expect(read.text?.rawValue == "new")
    #expect(read.int?.rawValue == 3)
    #expect(read.mixed?.value?.rawValue == [1])
    #expect(read.one.rawValue == 2)
  }

  // MARK: Other properties

  @Test func `other properties are kept where they may be there`() async throws {
    let json =
      #"{"any":{"known":1,"x":[null]},"typed":{"known":2,"y":["z"]},"none":{"known":3},"#
      + #""map":{"a":1},"free":{"b":{"c":2}}}"#
    let read = try await echo(json) {
      $0.sendRest(
        .init(
          any: .init(known: 1, additionalProperties: ["x": [nil]]),
          typed: .init(known: 2, additionalProperties: ["y": ["z"]]), noneValue: .init(known: 3),
          map: ["a": 1], free: ["b": ["c": 2]]))
    }
    let again = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read))
    #expect(try again == JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)))
    #expect(read.typed?.additionalProperties == ["y": ["z"]])
  }
}
