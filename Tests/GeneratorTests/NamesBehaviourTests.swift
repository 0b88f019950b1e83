import APIRuntime
import Fixtures
import LoopbackServer
import Testing

/// Whatever the Swift is called, the names of the description are what goes out and comes in.
@Suite(.serialized) struct NamesBehaviourTests {
  private func send<Response, Problem>(
    answering body: String, _ request: (Names) -> Request<Response, Problem>
  ) async throws -> (response: Response, received: ReceivedRequest) {
    let server = try LoopbackServer { _ in .respond(200, body: body) }
    let response = try await Client().send(request(Names(server: .init(server.url))))
    return (response, try #require(server.requests.first))
  }

  @Test func `properties and parameters go by their own names`() async throws {
    let words = Names.Words(
      object: "a", json: "b", context: "c", key: "d", selfValue: "e", default: "f", empty: "g",
      underscore: "h", _1st: .a, size: "i", minusSize: "j", sizeLessThan: "k", grosse: "l",
      imaPolzovatela: "m", mingQian: "n", checkMark: true, signs: .greaterThanOrEqual)
    let json =
      #"{"object":"a","json":"b","context":"c","key":"d","self":"e","default":"f","":"g","_":"h","#
      + #""1st":"a","size":"i","-size":"j","size<":"k","größe":"l","имя_пользователя":"m","#
      + #""名前":"n","✓":true,"signs":">="}"#
    let (response, received) = try await send(answering: json) { names in
      names.putWords(
        words, selfValue: "1", bodyValue: "2", requestValue: "3", server: "4", in: "5",
        `inout`: "6",
        startTime: "7", startTimeLessThan: "8")
    }
    #expect(
      received.target
        == "/words?self=1&body=2&request=3&server=4&in=5&inout=6&StartTime=7&StartTime%3C=8")
    #expect(String(decoding: received.body, as: UTF8.self) == json)
    #expect(response.grosse == "l")
    #expect(response.mingQian == "n")
    #expect(response.signs == .greaterThanOrEqual)
  }

  @Test func `parameters with one name go to their own places`() async throws {
    let server = try LoopbackServer { _ in .respond(204) }
    try await Client().send(
      Names(server: .init(server.url)).findSelf(selfValue: "a", querySelf: "b"))
    #expect(server.requests.first?.target == "/selves/a?self=b")
  }

  @Test func `types that are called like Swift's own are read and written`() async throws {
    let names = Names.NamesModel(
      names: [.init()], string: .init(string: "a"), data: .init(data: .init([1])),
      error: .init(error: "b"), int32: .init(int32: 1), selfValue: .init(selfValue: "c"),
      type: .a, page: .init(users: ["d"]), choice: .json(["e"]), id: .init(id: .init(x: 1)))
    let json =
      #"{"names":[{}],"string":{"string":"a"},"data":{"data":"AQ=="},"error":{"error":"b"},"#
      + #""int32":{"int32":1},"self":{"self":"c"},"type":"a","page":{"users":["d"]},"choice":["e"],"#
      + #""id":{"id":{"x":1}}}"#
    let (response, received) = try await send(answering: json) { $0.putTypes(names) }
    #expect(String(decoding: received.body, as: UTF8.self) == json)
    #expect(response.selfValue?.selfValue == "c")
    #expect(response.id?.id?.x == 1)
  }

  @Test func `an object that holds nothing but JSON is not that JSON`() throws {
    let holder = try Names.Holder(json: ["json": [1]])
    #expect(holder.jsonValue == [1])
    #expect(holder == Names.Holder(jsonValue: [1]))
  }
}
