import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

@Suite(.serialized) struct RetriesTests {
  private let clock = TestClock()
  private var retries: Retries { Retries(clock: clock, jitter: { 1 }) }

  private func request(
    _ method: HTTPMethod = .post, _ url: String = "https://a.example"
  ) -> Request<RawResponse, String> {
    var request = Request<RawResponse, String>(method, url, "/x")
    request.success(200, .raw)
    request.refusal(.default, .text)
    return request
  }

  private func failure(
    of request: Request<RawResponse, String>, by transport: any Transport,
    _ retries: Retries? = nil, answerLimit: Int = 99
  ) async throws -> SendError<String> {
    var client = Client(transport: transport, retries: retries ?? self.retries)
    client.answerLimit = answerLimit
    return try #require(
      await #expect(throws: SendError<String>.self) { try await client.send(request) })
  }

  @Test func whatWasNotSentIsSentAgain() async throws {
    let transport = ScriptTransport(.unreachable, .unreachable, .status(200))
    try await Client(transport: transport, retries: retries).send(request())
    #expect(transport.requests.count == 3)
    #expect(clock.waits == [.milliseconds(500), .seconds(1)])
  }

  @Test(
    arguments: [
      (.post, .unreachable, true), (.post, .lost, false), (.patch, .lost, false),
      (.get, .lost, true), (.put, .lost, true), (.delete, .lost, true),
      (HTTPMethod("QUERY"), .lost, true), (HTTPMethod("PURGE"), .lost, false),
      (.post, .failure(.interrupted(.timedOut)), false),
      (.get, .failure(.interrupted(.timedOut)), true),
      (.get, .failure(.interrupted(.cancelled)), false),
      (.post, .failure(.notSent(.cancelled)), false),
      (.post, .failure(.notSent(.file("gone"))), false),
      (.post, .status(503, ["Retry-After": "2"]), true),
      (.post, .status(429, ["Retry-After": "0"]), true),
      (.post, .status(503, ["Retry-After": "soon"]), false), (.post, .status(429), false),
      (.post, .status(503, ["Retry-After": "-3"]), false),
      (.post, .status(503, ["Retry-After": "nan"]), false),
      (.post, .status(503, ["Retry-After": "0x1"]), false),
      (.post, .status(503, ["Retry-After": "1e1"]), false),
      (.post, .status(503, ["Retry-After": ""]), false),
      (.post, .status(502, ["Retry-After": "2"]), false), (.post, .status(500), false),
      (.get, .status(502), true), (.get, .status(500), true), (.get, .status(408), true),
      (.get, .status(501), false), (.get, .status(404), false), (.get, .status(302), false),
      (.get, .status(200, [:], "ok"), false),
    ] as [(HTTPMethod, Result<RawResponse, TransportError>, Bool)])
  func isSentAgain(
    _ method: HTTPMethod, _ outcome: Result<RawResponse, TransportError>, _ isSentAgain: Bool
  ) async throws {
    let transport = ScriptTransport(outcome)
    _ = try? await Client(transport: transport, retries: retries).send(request(method))
    #expect(transport.requests.count == (isSentAgain ? 3 : 1))
  }

  @Test(arguments: [
    ("7", 7.5), ("1.5", 2), ("Sun, 06 Nov 1994 08:49:47 GMT", 10.5),
    ("Sunday, 06-Nov-94 08:49:47 GMT", 10.5), ("Sun Nov  6 08:49:47 1994", 10.5),
    ("Sun, 06 Nov 1994 08:49:27 GMT", 0.5), ("60", 60),
  ])
  func waitsAsLongAsTheServerAsks(_ text: String, _ seconds: Double) async throws {
    let headers: HTTPHeaders = ["Retry-After": text, "Date": "Sun, 06 Nov 1994 08:49:37 GMT"]
    let transport = ScriptTransport(.status(429, headers), .status(200))
    try await Client(transport: transport, retries: retries).send(request())
    #expect(clock.waits == [.seconds(seconds)])
  }

  @Test(arguments: ["61", String(repeating: "9", count: 300), "Wed, 06 Nov 2999 08:49:37 GMT"])
  func isNotKeptWaitingForEver(_ text: String) async throws {
    let transport = ScriptTransport(.status(503, ["Retry-After": text], "later"))
    let error = try await failure(of: request(), by: transport)
    #expect(error.rejected?.problem == "later")
    #expect(clock.waits.isEmpty)
  }

  @Test func waitsAreAPartByChanceAndBounded() async throws {
    let parts = Locked([0.5, 0, 1, 1, 1])
    let retries = Retries(attempts: 6, longestWait: .seconds(3), clock: clock) {
      parts.withLock { $0.removeFirst() }
    }
    _ = try await failure(of: request(.get), by: ScriptTransport(.lost), retries)
    #expect(clock.waits == [.milliseconds(250), .zero, .seconds(2), .seconds(3), .seconds(3)])
  }

  /// Doubled for ever, a wait would overflow and be none.
  @Test func theLongestWaitStaysTheLongest() async throws {
    let retries = Retries(attempts: 99, longestWait: .seconds(3), clock: clock, jitter: { 1 })
    _ = try await failure(of: request(.get), by: ScriptTransport(.lost), retries)
    #expect(clock.waits.count == 98)
    #expect(clock.waits.dropFirst(3).allSatisfy { $0 == .seconds(3) })
  }

  @Test func whatTheServerAsksForIsNotDoubled() async throws {
    let busy = ScriptTransport(.status(429, ["Retry-After": "2"]))
    _ = try await failure(of: request(), by: busy)
    #expect(clock.waits == [.seconds(2.5), .seconds(2.5)])
  }

  @Test func aRequestSaysItselfHowOften() async throws {
    var request = request(.get)
    request.retries = Retries(attempts: 5, clock: clock)
    let transport = ScriptTransport(.lost)
    _ = try await failure(of: request, by: transport, Retries.none)
    #expect(transport.requests.count == 5)
  }

  /// The server has seen it.
  @Test func aRefusalStandsWhereNoLaterTryGoesOut() async throws {
    let busy = ScriptTransport(.status(503, ["Retry-After": "1"]), .unreachable)
    #expect(try await failure(of: request(), by: busy).rejected?.status == 503)
    #expect(busy.requests.count == 3)
  }

  /// What an earlier try may have done, no later one undoes.
  @Test func aLostTryIsNotForgotten() async throws {
    var keyed = request()
    keyed.idempotent()
    let unreachable = try await failure(of: keyed, by: ScriptTransport(.lost, .unreachable))
    #expect(unreachable.outcomeUnknown?.cause == .connectionLost("reset"))
    let refused = try await failure(of: keyed, by: ScriptTransport(.lost, .status(409)))
    #expect(refused.outcomeUnknown?.cause == .connectionLost("reset"))
    #expect(refused.outcomeUnknown?.refusal?.status == 409)
    #expect(
      refused.description == "POST /x may have been delivered: the connection broke (reset); sent "
        + "again, it was refused with status 409. Find out from the provider before sending it again."
    )
    let deleted = try await failure(
      of: request(.delete), by: ScriptTransport(.lost, .status(404)))
    #expect(deleted.outcomeUnknown?.refusal?.status == 404)
    // Nothing can have been delivered that changes anything.
    let gone = try await failure(of: request(.get), by: ScriptTransport(.lost, .status(404)))
    #expect(gone.rejected?.status == 404)
    let nowhere = try await failure(of: request(.get), by: ScriptTransport(.lost, .unreachable))
    #expect(nowhere.outcomeUnknown != nil)
  }

  /// Asking twice does no harm, nor does what has a key.
  @Test(arguments: [(HTTPMethod.get, false), (.put, false), (.post, true), (.post, false)])
  func `whether it can be sent again is said`(_ method: HTTPMethod, _ hasKey: Bool) async throws {
    var request = request(method)
    if hasKey { request.idempotent() }
    let isHarmless = method != .post || hasKey
    let lost = try await failure(of: request, by: ScriptTransport(.lost))
    #expect(
      lost.description == "\(method) /x may have been delivered: the connection broke (reset). "
        + (isHarmless
          ? "It can be sent again." : "Find out from the provider before sending it again."))
    let long = try await failure(of: request, by: StubTransport(body: "long"), answerLimit: 1)
    #expect(long.description.contains("Do not send it again") == !isHarmless)
    #expect(long.description.hasSuffix("`response` holds the answer."))
  }

  @Test func eachTryHasTheSameKey() async throws {
    let server = try LoopbackServer { $0.target == "/x" ? .close : .respond(200) }
    let client = Client(retries: retries)
    var request = request(.post, server.url)
    request.idempotent()
    _ = try? await client.send(request)
    _ = try? await client.send(request)
    let keys = server.requests.map { $0.header("Idempotency-Key") }
    try #require(keys.count == 6)
    #expect(Set(keys).count == 1)
    #expect(UUID(uuidString: keys[0] ?? "") != nil)
    request.idempotent(key: "order-17")
    _ = try? await client.send(request)
    #expect(server.requests.last?.header("Idempotency-Key") == "order-17")
    #expect(server.requests.last?.headers.count { $0.name == "Idempotency-Key" } == 1)
  }

  @Test func aKeyOfAnotherName() async throws {
    var request = request()
    request.header("PayPal-Request-Id", "mine")
    request.idempotent(header: "PayPal-Request-Id")
    let transport = ScriptTransport(.lost)
    _ = try await failure(of: request, by: transport)
    #expect(transport.requests.map { $0.headers["PayPal-Request-Id"] } == ["mine", "mine", "mine"])
    request.idempotent(key: "a\r\nb")
    #expect(try await failure(of: request, by: transport).notSent?.violations.count == 1)
  }

  /// An answer that breaks off is asked for again where that may be done.
  @Test(arguments: [(HTTPMethod.get, 3), (.post, 1)])
  func anAnswerThatBreaksOff(_ method: HTTPMethod, _ count: Int) async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbegun".utf8)
    let server = try LoopbackServer { _ in .bytes(bytes, keepsConnection: false) }
    let error = try await failure(of: request(method, server.url), by: URLSessionTransport())
    #expect(error.undecodable?.interruption != nil)
    #expect(server.requests.count == count)
  }

  /// What the server has accepted, no later try undoes; one that changes nothing has no need to.
  @Test(
    arguments: [
      (.post, .unreachable, true), (.post, .lost, true), (.post, .status(409), true),
      (.get, .lost, true), (.get, .status(409), false),
    ] as [(HTTPMethod, Result<RawResponse, TransportError>, Bool)])
  func `an accepted try is not forgotten`(
    _ method: HTTPMethod, _ later: Result<RawResponse, TransportError>, _ isKept: Bool
  ) async throws {
    let (transport, tries) = breakingOff(.connectionLost("reset"), then: later)
    var request = request(method)
    request.idempotent()
    let error = try await failure(of: request, by: transport)
    #expect(tries.withLock { $0 } > 1)
    #expect(error.undecodable?.response.status == (isKept ? 200 : nil))
    #expect(error.rejected?.status == (isKept ? nil : 409))
  }

  @Test func `an answer that is cancelled is not asked for again`() async throws {
    let (transport, tries) = breakingOff(.cancelled, then: .status(200))
    let error = try await failure(of: request(.get), by: transport)
    #expect(error.undecodable?.interruption == .cancelled)
    #expect(tries.withLock { $0 } == 1)
  }

  /// Accepts the first try, of which the answer breaks off, and counts them.
  private func breakingOff(
    _ cause: OutcomeUnknown.Cause, then later: Result<RawResponse, TransportError>
  ) -> (some Transport, Locked<Int>) {
    let tries = Locked(0)
    let transport = ClosureTransport { _ in
      let number = tries.withLock { tries in
        tries += 1
        return tries
      }
      guard number == 1 else { return later.map { HTTPResponse($0) } }
      let body = AsyncThrowingStream<Data, any Error> { throw TransportError.interrupted(cause) }
      return .success(HTTPResponse(status: 200, headers: [:], body: body))
    }
    return (transport, tries)
  }
}
