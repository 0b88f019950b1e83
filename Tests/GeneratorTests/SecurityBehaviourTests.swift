import APIRuntime
import Fixtures
import LoopbackServer
import Testing

/// As whom requests go out.
@Suite(.serialized) struct SecurityBehaviourTests {
  private func received(
    _ provider: Security = Security(), _ request: (Security) -> Request<RawResponse, Never>
  ) async throws -> ReceivedRequest {
    var provider = provider
    return try await send { origin in
      provider.server = .init(origin)
      return request(provider)
    }.received
  }

  private func missing(_ request: Request<RawResponse, Never>) async throws -> [String] {
    try await violations { _ in request }
  }

  @Test func `a key in a header, the query or a cookie`() async throws {
    let security = Security(headerKey: "a b", queryKey: "c&d", cookieKey: "e=f")
    #expect(try await received(security) { $0.header() }.header("X-Key") == "a b")
    #expect(try await received(security) { $0.query() }.target == "/query?key=c%26d")
    let request = try await received(security) { $0.cookie(other: "g") }
    #expect(request.header("Cookie") == "session=e=f; other=g")
    #expect(request.header("X-Key") == nil)
  }

  @Test func `a user, a token, and whatever else Authorization takes`() async throws {
    let security = Security(
      user: BasicCredentials(user: "me", password: "pw"), token: "t", digest: "Digest a=\"b\"",
      login: "o", openID: "i")
    let expected: [((Security) -> Request<RawResponse, Never>, String)] = [
      ({ $0.basic() }, "Basic bWU6cHc="), ({ $0.bearer() }, "Bearer t"),
      ({ $0.digested() }, "Digest a=\"b\""), ({ $0.oauth() }, "Bearer o"),
      ({ $0.openIDConnect() }, "Bearer i"),
    ]
    for (request, header) in expected {
      #expect(try await received(security, request).header("Authorization") == header)
    }
  }

  @Test func `a token that is fetched for each request, or nothing is sent`() async throws {
    let security = Security(login: Secret { "fresh" })
    #expect(try await received(security) { $0.oauth() }.header("Authorization") == "Bearer fresh")
    let server = try LoopbackServer { _ in .respond(204) }
    let refused = Security(
      login: Secret { throw CancellationError() }, server: .init(server.url))
    await #expect(throws: SendError<Never>.self) { try await Client().send(refused.oauth()) }
    #expect(server.requests.isEmpty)
  }

  @Test func `all of a set, or nothing is sent`() async throws {
    var security = Security(headerKey: "h", queryKey: "q", cookieKey: "c")
    #expect(
      try await missing(security.allOf()) == [
        "credentials: are missing: needs headerKey and queryKey and cookieKey and user"
      ])
    security.user = BasicCredentials(user: "me", password: "pw")
    let request = try await received(security) { $0.allOf() }
    #expect(request.target == "/all?key=q")
    #expect(request.header("X-Key") == "h")
    #expect(request.header("Cookie") == "session=c")
    #expect(request.header("Authorization") == "Basic bWU6cHc=")
  }

  @Test func `any of the sets, the largest that there is`() async throws {
    let token = try await received(Security(headerKey: "h", token: "t")) { $0.anyOf() }
    #expect(token.header("Authorization") == "Bearer t")
    #expect(token.header("X-Key") == nil)
    let user = BasicCredentials(user: "me", password: "pw")
    let both = try await received(Security(queryKey: "q", user: user, token: "t")) { $0.anyOf() }
    #expect(both.header("Authorization") == "Basic bWU6cHc=")
    #expect(both.target == "/any?key=q")
    let key = try await received(Security(headerKey: "h", queryKey: "q")) { $0.anyOf() }
    #expect(key.header("X-Key") == "h")
    #expect(key.target == "/any")
    #expect(
      try await missing(Security(queryKey: "q").anyOf()) == [
        "credentials: are missing: needs queryKey and user, or token, or headerKey"
      ])
  }

  @Test func `credentials that are optional, or that an operation does without`() async throws {
    #expect(try await received { $0.maybe() }.header("Authorization") == nil)
    let security = Security(headerKey: "h", token: "t")
    #expect(try await received(security) { $0.maybe() }.header("Authorization") == "Bearer t")
    #expect(try await received(security) { $0.nobody() }.header("X-Key") == nil)
    #expect(try await missing(Security().header()) == ["credentials: are missing: needs headerKey"])
  }

  @Test func `arguments that are called like credentials`() async throws {
    let security = Security(headerKey: "h", body: "b")
    let request = try await received(security) {
      $0.postBody("text", headerKey: "1", id: "2", headerID: "3", server: "4")
    }
    #expect(request.target == "/body?headerKey=1&id=2&server=4")
    #expect(request.header("id") == "3")
    #expect(request.header("X-Key") == "h")
    #expect(request.header("X-Body") == nil)
    let both = try await received(Security(body: "b", requestValue: "r")) { $0.postBody("text") }
    #expect(both.header("X-Body") == "b")
    #expect(both.header("X-Request") == "r")
    #expect(both.body == Array("text".utf8))
  }
}
