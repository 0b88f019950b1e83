import APIRuntime
import Fixtures
import Foundation
import Testing

@testable import Generator

/// What only conditions describe, and what nothing does, on a wire.
@Suite(.serialized) struct ConditionsBehaviourTests {
  @Test func `what then, else and dependentSchemas describe may be there`() async throws {
    let body =
      #"{"country":"US","card":"1","code":"12345","floor":3,"lift":true,"zip":"10001","#
      + #""region":{"name":"NY"},"billing":{"name":"Ann"}}"#
    let (read, received) = try await send(answering: .respond(200, body: body)) {
      Conditions(server: .init($0)).sendAddress(
        .init(
          country: "US", card: "1", code: "12345", floor: 3, lift: true, zip: "10001",
          region: .init(name: "NY"), billing: .init(name: "Ann")))
    }
    #expect(received.text == body)
    #expect(read.billing?.name == "Ann")
    let none = try await send(answering: .respond(200, body: body)) {
      Conditions(server: .init($0)).sendAddress(.init(country: "CL"))
    }.received
    #expect(none.text == #"{"country":"CL"}"#)
  }

  @Test func `names that nothing describes can be sent, and need not be read`() async throws {
    let (read, received) = try await send(answering: .respond(200, body: #"{"name":"Ann"}"#)) {
      Conditions(server: .init($0)).sendContact(
        .init(name: "Ann", plain: "x", account: ["id": 1], email: "a@b.c"))
    }
    #expect(received.text == #"{"name":"Ann","plain":"x","account":{"id":1},"email":"a@b.c"}"#)
    #expect(read.account == nil)
    let wrong = try await violations {
      Conditions(server: .init($0)).sendContact(.init(name: "Ann", phone: "1"))
    }
    #expect(wrong == ["/prefix: is missing, phone requires it"])
  }

  @Test func `a name that nothing describes is a warning, once`() throws {
    let text = """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          Base:
            type: object
            required: [id, account]
            properties: {id: {type: string}}
          One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {one: {}}}]}
          Two: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {account: {}}}]}
          Open: {type: object, required: [any], properties: {id: {}}, additionalProperties: true}
          Bare: {type: object, required: [any]}
      """
    #expect(
      try warnings(text) == [
        "A.yaml:6:7: warning: 'account' is required, but there is no such property; it is added as "
          + "an optional one of any JSON"
      ])
  }
}
