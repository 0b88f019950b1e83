import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// No public value that a key gets into shows it: printed, dumped, or looked through by a mirror.
@Suite(.serialized) struct SecretsTests {
  private static let key = "k3y/with spaces"

  /// Public types of which no value holds a credential of its own.
  private static let harmless: Set<String> = [
    // Said by a description or a user.
    "Example", "JSONShape", "Rule", "ParameterStyle", "StatusPattern", "HTTPMethod", "Level",
    "Retries", "FieldEncoding", "RequestPath", "StringInterpolation", "HeaderField", "Violation",
    // Counts of bytes.
    "TransferProgress",
    // Messages and what is in them.
    "JSONValue", "JSONNumber", "JSONObject", "CalendarDate", "Nullable", "OpenEnum", "Indirect",
    "File", "FormValue", "Content", "ServerSentEvent", "EncodingContext", "ObjectDecoder",
    "ObjectEncoder",
  ]

  private func isShown(_ value: Any) -> Bool {
    var dumped = ""
    dump(value, to: &dumped)
    let localized = (value as? any Error)?.localizedDescription ?? ""
    let texts = "\(value) \(String(reflecting: value)) \(dumped) \(localized)"
    return texts.contains("k3y")
      || Mirror(reflecting: value).children.contains { isShown($0.value) }
  }

  private func name(_ value: Any) -> String {
    let name = String(reflecting: type(of: value)).prefix { $0 != "<" }
    // Of the type inside a generic one only that stands after the arguments.
    let nested = String(reflecting: type(of: value)).split(separator: ">").last ?? ""
    return String((nested.hasPrefix(".") ? nested : name).split(separator: ".").last ?? "")
  }

  @Test func noneIsShown() async throws {
    let values = await values()
    for value in values { #expect(!isShown(value), "\(type(of: value))") }
    let declaration = /^ *public (?:indirect |final )*(?:struct|class|enum) ([A-Za-z]+)/
    var declared: Set<String> = []
    for file in try sources() {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if let match = line.firstMatch(of: declaration) { declared.insert(String(match.1)) }
      }
    }
    #expect(declared.count > 40)
    #expect(declared.subtracting(values.map(name)).subtracting(Self.harmless) == [])
  }

  /// Neither to another server nor, without TLS, to the same: a redirect is not followed at all.
  @Test(arguments: [HTTPMethod.get, .post], [301, 302, 303, 307, 308])
  func noneGoesWhereARedirectLeads(_ method: HTTPMethod, _ status: Int) async throws {
    let elsewhere = try LoopbackServer { _ in .respond(200) }
    let url = elsewhere.url
    let server = try LoopbackServer { _ in .respond(status, headers: [("Location", url)]) }
    let request = Request.raw(method, server.url) {
      $0.bearer(Secret(Self.key))
      $0.query("key", Secret(Self.key))
    }
    let error = await #expect(throws: SendError<Never>.self) { try await Client().send(request) }
    #expect(error?.rejected?.status == status)
    #expect(server.requests.count == 1)
    #expect(elsewhere.requests.isEmpty)
  }

  private func sources() throws -> [URL] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let modules = ["APICoding", "APITransport", "APIRuntime"].map {
      root.appendingPathComponent("../../Sources/\($0)").standardized
    }
    let files = modules.flatMap {
      FileManager.default.enumerator(at: $0, includingPropertiesForKeys: nil)?.allObjects ?? []
    }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// As they come of sending a request with keys to servers that repeat them.
  private func values() async -> [Any] {
    let basic = BasicCredentials(user: "u", password: Secret(Self.key))
    var request = Request<[String: Int], [String: Int]>(.post, "https://a.example", "/\(Self.key)")
    request.header("X-Key", Secret(Self.key))
    request.bearer(Secret { Self.key })
    request.query("key", Secret(Self.key))
    request.cookie("key", Secret(Self.key))
    request.basic(basic)
    request.text("Hola")
    request.success(200, .json)
    request.refusal(400, .json)
    let seen = Locked<[any Sendable]>([])
    let look = Look { value in seen.withLock { $0.append(value) } }
    var values: [Any] = [
      Secret(Self.key), Secret { Self.key }, basic, request, BodyReader<JSONValue>.json, look,
      URLSessionTransport(), RateLimit(1, per: .seconds(1), at: "https://a.example"), Logging(),
    ]
    let headers: HTTPHeaders = ["X-Echo": Self.key]
    let stub = StubTransport(status: 200)
    _ = try? await Client(transport: stub).send(request)
    values += [stub, request.curl] + stub.requests
    for outcome: Result<RawResponse, TransportError> in [
      .status(200, headers, #"{"k":1}"#), .status(200, headers, #"{"\#(Self.key)":""}"#),
      .status(400, headers, #"{"\#(Self.key)":1}"#), .status(500, headers, Self.key),
      .failure(.interrupted(.connectionLost("no \(Self.key)"))),
      .failure(.notSent(.noConnection("no \(Self.key)"))),
    ] {
      let transport = ScriptTransport(outcome)
      let client = Client(transport: transport, middlewares: [look], retries: .none)
      values.append(client)
      do {
        let stream = try await client.stream(request)
        let events = EventStream<JSONValue>(
          bytes: stream.body, framing: .lines, makeRead: { _ in { _ in nil } })
        values += [stream, stream.body, stream.body.makeAsyncIterator(), events, stream.headers[0]]
        values.append(try await client.answer(to: request))
      } catch {
        values.append(error)
        switch error {
        case .notSent(let error): values += [error, error.cause]
        case .rejected(let error): values += [error, error.response]
        case .undecodable(let error):
          values += [error, error.response, error.cause]
          if case .unexpected(let error) = error.cause { values.append(error) }
        case .outcomeUnknown(let error): values += [error, error.cause]
        }
      }
    }
    let looked: [any Sendable] = seen.withLock { $0 }
    return values + looked.map { $0 as Any }
  }
}

/// Takes whatever a middleware gets to see.
private struct Look: Middleware {
  let take: @Sendable (any Sendable) -> Void

  func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
    take(request)
    take(request.headers)
    if let body = request.body { take(body) }
    do {
      let response = try await next(request)
      take(response)
      return response
    } catch {
      take(error)
      throw error
    }
  }
}
