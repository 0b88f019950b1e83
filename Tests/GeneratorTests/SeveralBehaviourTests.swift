import APIRuntime
import Fixtures
import Foundation
import Testing

@testable import Generator

/// What a value is on a wire that is several branches of `anyOf` at once.
@Suite(.serialized) struct SeveralBehaviourTests {
  /// Reads a value, and sends it again.
  private func echo<Value>(
    _ json: String, of first: Value, _ request: (Several, Value) -> Request<Value, Never>
  ) async throws -> Value {
    let value = try await send(answering: .respond(200, body: json)) {
      request(Several(server: .init($0)), first)
    }.response
    let again = try await send(answering: .respond(200, body: json)) {
      request(Several(server: .init($0)), value)
    }.received
    #expect(again.text == json)
    return value
  }

  @Test func `what other branches say is kept, inside of it too`() async throws {
    let json =
      #"{"limit":5,"window":{"seconds":1,"name":"short"},"owner":{"name":"Ann"},"route":"/a"}"#
    let feature = try await echo(json, of: .string("")) { $0.sendFeature($1) }
    guard case .thresholds(let thresholds) = feature else { throw Unexpected(value: feature) }
    #expect(thresholds.limit == 5)
    #expect(thresholds.additionalProperties["route"] == "/a")
    #expect(thresholds.window?.additionalProperties == ["name": "short"])
  }

  @Test func `several can be sent at once`() async throws {
    let received = try await send(answering: .respond(200, body: "{}")) {
      Several(server: .init($0)).sendFeature(
        .thresholds(.init(limit: 5, additionalProperties: ["route": "/a"])))
    }.received
    #expect(received.text == #"{"limit":5,"route":"/a"}"#)
  }

  @Test func `elements of lists are several at once as well`() async throws {
    let features = try await echo(#"[{"left":"l","right":"r"}]"#, of: .array([])) {
      $0.sendFeatures($1)
    }
    guard case .array(let list) = features else { throw Unexpected(value: features) }
    #expect(list.first?.left == "l")
  }

  @Test func `branches that exclude one another name all that they hold`() async throws {
    let signal = try await echo(#"{"state":"off","reason":"night"}"#, of: .on(.init())) {
      $0.sendSignal($1)
    }
    guard case .off(let off) = signal else { throw Unexpected(value: signal) }
    #expect(off.reason == "night")
    #expect(Mirror(reflecting: off).children.compactMap(\.label) == ["state", "reason"])
  }

  @Test(arguments: [
    ("{}", "{type: string}", true), ("{type: 'null'}", "{type: string}", false),
    ("{type: [string, boolean]}", "{type: integer}", false),
    ("{type: integer}", "{type: [string, integer]}", true),
    ("{type: [string, 'null']}", "{type: [integer, 'null']}", true),
    ("{const: true}", "{const: false}", false), ("{const: true}", "{type: boolean}", true),
    ("{enum: [a]}", "{enum: [b]}", false), ("{enum: [a]}", "{enum: [b, a]}", true),
    ("{enum: [a, null]}", "{enum: [b]}", false), ("{enum: [a, null]}", "{enum: [b, null]}", true),
    ("{anyOf: [{enum: [a]}, {type: string}]}", "{enum: [b]}", true),
    (
      "{oneOf: [{title: A, enum: [a, b]}, {title: N, type: integer, enum: [1, 2]}]}",
      "{oneOf: [{title: A, enum: [c, d]}, {title: N, type: integer, enum: [3, 4]}]}", false
    ),
    (
      "{oneOf: [{title: A, enum: [a, b]}, {title: N, type: integer, enum: [1, 2]}]}",
      "{oneOf: [{title: A, enum: [c, d]}, {title: N, type: integer, enum: [2, 4]}]}", true
    ),
    (
      "{oneOf: [{title: A, enum: [a, b]}, {title: N, type: integer, enum: [1, 2]}]}",
      "{oneOf: [{title: A, enum: [c, a]}, {title: N, type: integer, enum: [3, 4]}]}", true
    ),
  ])
  func `branches keep what they do not name unless no value is both`(
    _ one: String, _ other: String, _ isEither: Bool
  ) throws {
    let api = try api(
      """
      openapi: 3.1.0
      paths: {}
      components: {schemas: {Choice: {anyOf: [
        {title: One, required: [k], properties: {k: \(one), x: {}}},
        {title: Other, required: [k], properties: {k: \(other), y: {}}}]}}}
      """)
    let keeps = try #require(api.types.first).nested.map { type in
      if case .object(let object) = type.kind { object.additional != nil } else { false }
    }
    #expect(keeps == [isEither, isEither])
  }
}
