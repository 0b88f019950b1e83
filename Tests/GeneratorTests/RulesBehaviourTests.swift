import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What is checked before anything is sent.
@Suite(.serialized) struct RulesBehaviourTests {
  private func rules(_ origin: String) -> Rules { Rules(server: .init(origin)) }

  private func violations(
    _ request: (Rules) -> Request<RawResponse, Never>
  ) async throws -> [String] {
    try await GeneratorTests.violations { request(rules($0)) }
  }

  private func body(_ request: (Rules) -> Request<RawResponse, Never>) async throws -> String {
    let received = try await send { request(rules($0)) }.received
    return String(decoding: received.body, as: UTF8.self)
  }

  @Test func `parameters that keep their rules are sent`() async throws {
    let received = try await send {
      rules($0).readThing(
        id: "a", ids: [1, 2], limit: 100, name: "n", where: ["a": "b"], xNote: "ab", note: "ab")
    }.received
    #expect(received.target == "/things/a/1,2?limit=100&name=n&where=%7B%22a%22%3A%22b%22%7D")
  }

  @Test func `a parameter that breaks a rule is named`() async throws {
    let broken = try await violations {
      $0.readThing(
        id: "A", ids: [1, 0, 1], limit: 101, name: "<", where: ["a": "b", "c": "d"], xNote: "a",
        note: "abc")
    }
    #expect(
      broken == [
        "path id: does not match ^[a-z]+$", "path ids: has 3 elements, expected at most 2",
        "path ids/1: is less than 1", "query limit: is more than 100",
        "query name: does not match ^[^<>]*$", "query where: has 2 members, expected at most 1",
        "header X-Note: has 1 character, expected at least 2",
        "cookie note: has 3 characters, expected at most 2",
      ])
    let low = try await violations { $0.readThing(id: "a", ids: [1], limit: -2_147_483_649) }
    #expect(low == ["query limit: is outside of the range of 32 bits"])
  }

  @Test func `bodies that are no objects`() async throws {
    #expect(try await body { $0.writeNames(["a", "b"]) } == #"["a","b"]"#)
    #expect(
      try await violations { $0.writeNames([]) }
        == ["has 0 elements, expected at least 1"])
    #expect(
      try await violations { $0.writeNames(["a", "", "a"]) } == [
        "has equal elements, each must be different",
        "/1: has 0 characters, expected at least 1",
      ])
    #expect(try await body { $0.writeCounts(["a": 0.07]) } == #"{"a":0.07}"#)
    #expect(
      try await violations { $0.writeCounts(["A": 0.075]) } == [
        "has a name that does not match ^[a-z]+$", "/A: is not a multiple of 0.01",
      ])
    #expect(
      try await violations { $0.writeCounts([:]) } == ["has 0 members, expected at least 1"])
    #expect(try await body { $0.writeText("abc") } == "abc")
    #expect(
      try await violations { $0.writeText("abcd") }
        == ["has 4 characters, expected at most 3"])
  }

  @Test func `the branches of a choice`() async throws {
    #expect(
      try await body { $0.writeChoice(.init(value: .bools([true]), either: .integer(10))) }
        == #"{"value":[true],"either":10}"#)
    #expect(
      try await violations { $0.writeChoice(.init(value: .string("abcd"), either: .integer(9))) }
        == ["/value: has 4 characters, expected at most 3", "/either: is less than 10"])
    #expect(
      try await violations {
        $0.writeChoice(.init(value: .bools([true, false]), either: .string("a")))
      } == [
        "/value: has 2 elements, expected at most 1",
        "/either: has 1 character, expected at least 2",
      ])
  }

  @Test func `branches of one type ask for what all of them do`() async throws {
    for code in ["", "abc"] {
      #expect(
        try await body { $0.writeChoice(.init(code: .string(code))) } == #"{"code":"\#(code)"}"#)
    }
    #expect(
      try await violations { $0.writeChoice(.init(code: .string("abcd"))) }
        == ["/code: has 4 characters, expected at most 3"])
    #expect(
      try await body { $0.writeChoice(.init(accounts: ["org_1", "a"])) }
        == #"{"accounts":["org_1","a"]}"#)
    #expect(
      try await violations { $0.writeChoice(.init(accounts: ["org_123"])) }
        == ["/accounts/0: has 7 characters, expected at most 6"])
  }

  @Test func `a rule asks only of values of its kind`() async throws {
    let broken = [
      #""x""#: "has 1 character, expected at least 2", "9": "is less than 10",
      "[]": "has 0 elements, expected at least 1", "{}": "has 0 members, expected at least 1",
    ]
    for (json, complaint) in broken {
      let any = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
      let each = try JSONDecoder().decode(Rules.Choice.Each.self, from: Data(json.utf8))
      #expect(
        try await violations { $0.writeChoice(.init(any: any, each: each)) }
          == ["/any: \(complaint)", "/each: \(complaint)"])
    }
    let json = #"{"any":"xy","each":true,"labels":{"a":""},"blank":{"name":"n"}}"#
    let choice = try JSONDecoder().decode(Rules.Choice.self, from: Data(json.utf8))
    #expect(try await body { $0.writeChoice(choice) } == json)
    #expect(
      try await violations { $0.writeChoice(.init(labels: .dictionary([:]), blank: .init())) } == [
        "/labels: has 0 members, expected at least 1",
        "/blank: has 0 members, expected at least 1",
      ])
  }

  @Test func `an object, and what stands inside it`() async throws {
    let kept = Rules.Thing(grid: [[1, 9], []], scores: ["a": [0, 1]], large: .max)
    #expect(
      try await body { $0.writeThing(kept) }
        == #"{"grid":[[1,9],[]],"scores":{"a":[0,1]},"large":9223372036854775807}"#)
    let broken = Rules.Thing(
      name: "abcde", nickname: "<", names: [""], grid: [[10], [1, 2, 3]], scores: ["a": [2]],
      size: 2_147_483_648, id: "short", additionalProperties: ["more": "abcdef"])
    #expect(
      try await violations { $0.writeThing(broken) } == [
        "/name: has 5 characters, expected at most 4", "/nickname: does not match ^[^<>]*$",
        "/names/0: has 0 characters, expected at least 1",
        "/grid/1: has 3 elements, expected at most 2", "/grid/0/0: is not less than 10",
        "/scores/a/0: is more than 1", "/size: is outside of the range of 32 bits",
        "/more: has 6 characters, expected at most 5",
        "has 7 members, expected at most 3",
      ])
  }

  @Test func `what one property requires of others`() async throws {
    #expect(
      try await body { $0.writeThing(.init(name: "n", card: "1", address: "a")) }
        == #"{"name":"n","card":"1","address":"a"}"#)
    #expect(
      try await violations { $0.writeThing(.init(card: "1")) }
        == ["/address: is missing, card requires it", "/name: is missing, card requires it"])
  }

  @Test func `each list of branches that only require is a rule`() async throws {
    #expect(
      try await body { $0.writeContact(.init(phone: "1", name: "n")) }
        == #"{"phone":"1","name":"n"}"#)
    #expect(
      try await violations { $0.writeContact(.init(phone: "1")) }
        == ["needs name, or first and last"])
    #expect(
      try await violations { $0.writeContact(.init(first: "f", last: "l")) }
        == ["needs phone, or email"])
  }

  @Test func `one of several branches has to be there, also where one says more`() async throws {
    #expect(try await body { $0.writePayment(.init(card: "1")) } == #"{"card":"1"}"#)
    #expect(try await body { $0.writePayment(.init(code: "c")) } == #"{"code":"c"}"#)
    #expect(try await violations { $0.writePayment(.init()) } == ["needs code, or card"])
  }

  @Test func `one of several branches, and what no answer has`() async throws {
    let account = { (password: String?, phone: String?, email: String?) in
      Rules.Account(password: password, labels: ["a": "b"], phone: phone, email: email)
    }
    let answer = LoopbackServer.Answer.respond(200, body: #"{"labels":{"a":"b"},"phone":"1"}"#)
    let (read, received) = try await send(answering: answer) {
      rules($0).writeAccount(account("p", nil, "e"))
    }
    #expect(received.text == #"{"password":"p","labels":{"a":"b"},"email":"e"}"#)
    #expect(read.password == nil)
    #expect(read.labels == ["a": "b"])
    #expect(
      try await GeneratorTests.violations { rules($0).writeAccount(account(nil, "1", "e")) } == [
        "/password: is missing, a value is required",
        "needs phone, or email, and not more than one of these",
      ])
  }

  @Test func `what the runtime cannot spell by its rules is a string`() async throws {
    let day = CalendarDate("2024-01-02")
    let moment = { (at: String) in
      Rules.Moment(at: at, day: day, id: "0F1A2B3C-4D5E-4F6A-8B7C-0A1B2C3D4E5F", code: "[")
    }
    #expect(
      try await body { $0.writeMoment(moment("2024-01-02T03:04:05Z")) }
        == #"{"at":"2024-01-02T03:04:05Z","day":"2024-01-02","#
        + #""id":"0F1A2B3C-4D5E-4F6A-8B7C-0A1B2C3D4E5F","code":"["}"#)
    #expect(
      try await violations { $0.writeMoment(moment("2024-01-02T03:04:05.678Z")) } == [
        "/at: has 24 characters, expected at most 20"
      ])
  }

  @Test func `forms`() async throws {
    #expect(try await body { $0.writeForm(.init(age: 0)) } == "age=0")
    #expect(
      try await violations { $0.writeForm(.init(name: "", age: -1)) } == [
        "/name: has 0 characters, expected at least 1", "/age: is less than 0",
      ])
    #expect(
      try await violations { $0.writeForm(.init()) } == ["has 0 members, expected at least 1"])
    #expect(
      try await violations { $0.writeWrapped(.init(name: "<")) }
        == ["/name: does not match ^[^<>]*$"])
  }

  @Test func `what is read or kept need not keep them`() throws {
    let json = Data(#"{"name":"too long a name","id":"x","size":4294967296}"#.utf8)
    let thing = try JSONDecoder().decode(Rules.Thing.self, from: json)
    #expect(thing.id == "x")
    let again = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(thing))
    #expect(try again == JSONDecoder().decode(JSONValue.self, from: json))
  }
}
