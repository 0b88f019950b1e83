import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

@Suite(.serialized) struct CredentialTests {
  /// The credentials of RFC 7617 §2 and §2.1, the second in UTF-8.
  @Test(arguments: [
    ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    ("test", "123£", "Basic dGVzdDoxMjPCow=="), ("", ":", "Basic Ojo="),
  ])
  func basic(_ user: String, _ password: String, _ expected: String) async throws {
    let credentials = BasicCredentials(user: user, password: Secret(password))
    #expect(try await received { $0.basic(credentials) }.header("Authorization") == expected)
  }

  /// Servers look for its byte, whatever accents follow.
  @Test(arguments: ["a:b", "a:\u{301}b"]) func aUserHasNoColon(_ user: String) async {
    let credentials = BasicCredentials(user: user, password: "c")
    #expect(
      await violations { $0.basic(credentials) } == [
        "credentials: have a user with a colon, which ends it"
      ])
  }

  @Test(arguments: ["a;b", "a;\u{301}=b"]) func aCookieHasNoSemicolon(_ value: String) async {
    #expect(
      await violations { $0.cookie("c", value, .cookie) } == [
        "cookie c: has a character that no cookie can hold"
      ])
  }

  @Test func anEmptyCredentialIsAMistake() async {
    #expect(
      await violations { $0.bearer("") }.contains("header Authorization: is an empty credential"))
    #expect(
      await violations { $0.query("key", Secret("")) } == ["query key: is an empty credential"])
  }

  @Test func bearer() async throws {
    let request = try await received { $0.bearer(Secret("a.b-c==")) }
    #expect(request.header("Authorization") == "Bearer a.b-c==")
  }

  @Test func withoutACredentialNothingIsSent() async throws {
    let request = try await received {
      $0.bearer(nil)
      $0.basic(nil)
      $0.header("X-Key", Secret?.none)
      $0.query("key", Secret?.none)
      $0.cookie("key", Secret?.none)
    }
    #expect(request.target == "/x")
    #expect(request.header("Authorization") == nil)
    #expect(request.header("X-Key") == nil)
    #expect(request.header("Cookie") == nil)
  }

  /// Each credential alone, in what a transport says of it.
  @Test(arguments: ["t0k/n", "p4ss w", "cDRzcyB3", "c00kie", "dTpwNHNzIHc="])
  func noneIsShown(_ words: String) async throws {
    let request = Request.raw(.get, "https://a.example", "/\(words)") {
      $0.bearer("t0k/n")
      $0.basic(BasicCredentials(user: "u", password: "p4ss w"))
      $0.cookie("c", Secret("c00kie"))
      $0.header("X-Other", Secret("cDRzcyB3"))
    }
    let transport = ClosureTransport { _ in .failure(.interrupted(.connectionLost("of \(words)"))) }
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: transport, retries: .none).send(request)
    }
    let text = try #require(error?.description)
    #expect(!text.contains(words))
    #expect(text.contains("of (redacted)"))
    #expect("\(BasicCredentials(user: "u", password: "p"))" == "BasicCredentials(redacted)")
  }

  @Test func aFetchedCredentialIsAskedForEachTime() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    let count = Locked(0)
    let token = Secret {
      count.withLock { value in
        value += 1
        return "t\(value)"
      }
    }
    let request = Request.raw(.get, server.url) {
      $0.bearer(token)
      $0.query("key", token)
      $0.cookie("c", token)
      $0.basic(BasicCredentials(user: "u", password: "unused"))
    }
    try await Client().send(request)
    try await Client().send(request)
    #expect(server.requests.map(\.target) == ["/x?key=t1", "/x?key=t2"])
    #expect(server.requests.map { $0.header("Cookie") } == ["c=t1", "c=t2"])
  }

  @Test func aFetchedPassword() async throws {
    let password = Secret { "open sesame" }
    let request = try await received {
      $0.basic(BasicCredentials(user: "Aladdin", password: password))
    }
    #expect(request.header("Authorization") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
  }

  @Test func aFetchedCredentialIsCheckedAndNotShown() async {
    #expect(
      await violations { $0.bearer(Secret { "a\r\nb" }) }.first?.contains("Authorization") == true)
    #expect(
      await violations { $0.query("key", Secret { "" }) } == ["query key: is an empty credential"])
    #expect("\(Secret { "k3y" })" == "Secret(redacted)")
  }

  private struct Refused: LocalizedError {
    let errorDescription: String?
  }

  @Test func withoutItsCredentialNothingIsSent() async throws {
    let server = try LoopbackServer { _ in .respond(200) }
    var request = Request.raw(.get, server.url) {
      $0.header("X-Key", Secret { "k3y" })
      $0.bearer(Secret { throw Refused(errorDescription: "no token for k3y") })
    }
    let error = await #expect(throws: SendError<Never>.self) { try await Client().send(request) }
    guard case .noCredentials("no token for (redacted)")? = error?.notSent?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    request = .raw(.get, server.url) { $0.bearer(Secret { throw CancellationError() }) }
    let cancelled = await #expect(throws: SendError<Never>.self) {
      try await Client().send(request)
    }
    guard case .cancelled? = cancelled?.notSent?.cause else {
      Issue.record("\(String(describing: cancelled))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func aCredentialIsNotFetchedForWhatCannotBeSent() async {
    let isAsked = Locked(false)
    let problems = await violations {
      $0.bearer(
        Secret {
          isAsked.withLock { $0 = true }
          return "t"
        })
      $0.header("X-A", "a\nb")
    }
    #expect(problems.count == 1)
    #expect(!isAsked.withLock { $0 })
  }
}
