import APIRuntime
import Fixtures
import Foundation
import Testing

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
}
