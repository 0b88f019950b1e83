import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// No text that is made of a value shows a key.
@Suite(.serialized) struct RedactionTests {
  private static let key = "k3y/with spaces"

  /// Everything that Swift prints of a value.
  private func texts(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    let children = Mirror(reflecting: value).children.map { "\($0)" }
    let localized = (value as? any Error)?.localizedDescription ?? ""
    return "\(value) \(String(reflecting: value)) \(dumped) \(children) \(localized)"
  }

  private func isRedacted(_ value: Any) -> Bool {
    let texts = texts(value)
    return !texts.contains("k3y")
  }

  private let sample = Sample(apiKey: Secret(key), server: "https://a.example")

  /// One key that begins with another, and one that is in the word for what is hidden.
  @Test func everySecretIsHiddenWhole() {
    #expect("acme acme-tail".redacting(["acme", "acme-tail"]) == "(redacted) (redacted)")
    #expect("a key".redacting(["key", "red"]) == "a (redacted)")
    #expect("a%2Fb".redacting(["a/b"]) == "(redacted)")
    #expect("a%2fb, a+b".redacting(["a/b", "a b"]) == "(redacted), (redacted)")
    #expect(#"a\"b"#.redacting([#"a"b"#]) == "(redacted)")
    // As PHP, .NET and Gson write JSON.
    let key = "tok/+é="
    for text in [
      #"tok\/+é="#, #"tok/\u002Bé="#, #"tok/+é\u003d"#, #"tok\/\u002b\u00E9="#, #"\u0074ok/+é="#,
    ] {
      #expect("{\(text)}".redacting([key]) == "{(redacted)}")
    }
    // A character of two code units.
    #expect(#"k\ud83d\uDE00\ty"#.redacting(["k😀\ty"]) == "(redacted)")
    #expect(#"k\ud83d"#.redacting(["k😀"]) == #"k\ud83d"#)
    #expect(#"tok\n+é="#.redacting(["tokn+é="]) == #"tok\n+é="#)
    #expect(#"a\b a\\b a\u00"#.redacting([#"a\b"#]) == #"(redacted) (redacted) a\u00"#)
    #expect("key\u{301}!".redacting(["key"]) == "(redacted)\u{301}!")
  }

  @Test(arguments: [
    ("https://h.example/api?key=p&p=1", "https://h.example/api?key=(redacted)&(redacted)=1"),
    ("Bearer P", "Bearer (redacted)"), (#"{"a":"p","b":"pp"}"#, #"{"a":"(redacted)","b":"pp"}"#),
    ("p", "(redacted)"), ("épé p\u{301}", "é(redacted)é (redacted)\u{301}"),
    ("/v1/v1x", "/(redacted)/v1x"),
    ("a%2Fb a%2fbc", "(redacted) (redacted)c"),
  ])
  func aShortSecretIsHiddenWhereItIsAWord(text: String, redacted: String) {
    #expect(text.redacting(["p", "v1", "a/b"]) == redacted)
  }

  @Test(arguments: [
    ("Location", "/a?token=k3y", "/a?(redacted)"), ("location", "a#token=k3y", "a#(redacted)"),
    ("Link", "</a?k3y>; rel=next", "</a?(redacted)"), ("X-A", "b://c?k3y", "b://c?(redacted)"),
    ("X-A", "why?", "why?"), ("Location", "/a", "/a"),
  ])
  func `an address is shown without its query and fragment`(
    name: String, value: String, shown: String
  ) {
    #expect(HTTPHeaders.Field(name: name, value: value).shownValue == shown)
  }

  @Test func secretsAndWhatHoldsThem() async throws {
    #expect("\(Secret(Self.key))" == "Secret(redacted)")
    #expect(isRedacted(Secret(Self.key)))
    #expect(isRedacted([Secret(Self.key)]))
    #expect(isRedacted(sample))
    #expect(isRedacted(sample.sendMessage(id: "1", .valid)))
    #expect(isRedacted(sample.listMessages()))
    #expect(isRedacted(Client()))
    #expect("\(sample.listMessages())" == "GET /v1/messages")
  }

  @Test func whatATransportGets() async throws {
    let stub = StubTransport(status: 200)
    let client = Client(transport: stub)
    _ = try? await client.send(sample.listMessages())
    _ = try? await client.send(sample.upload(Sample.Upload(file: File(Data(), name: "x"))))
    #expect(stub.requests.count == 2)
    for request in stub.requests {
      #expect(isRedacted(request))
      #expect(isRedacted(request.headers))
      #expect(request.headers.allSatisfy(isRedacted))
    }
  }

  /// A server that repeats the key wherever it can.
  @Test(arguments: [200, 401, 500]) func answersThatRepeatTheKey(_ status: Int) async throws {
    let body = #"{"\#(Self.key)":{"text":1},"detail":"\#(Self.key)"}"#
    let headers: HTTPHeaders = ["X-Echo": Self.key]
    let response = RawResponse(status: status, headers: headers, body: Data(body.utf8))
    #expect(isRedacted(response))
    #expect(isRedacted(headers))
    let transport = StubTransport(status: status, headers: headers, body: body)
    let client = Client(transport: transport, retries: .none)
    var request = Request<[String: Sample.Message], Sample.Problem>(.get, "https://a.example", "/")
    request.query("key", Secret(Self.key))
    request.success(200, .json)
    request.refusal(401, .json)
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await client.send(request)
    }
    try #expect(isRedacted(#require(error)))
    if let rejected = error?.rejected { #expect(isRedacted(rejected)) }
    if let undecodable = error?.undecodable {
      #expect(isRedacted(undecodable))
      #expect(undecodable.error?.path == ["(redacted)", "text"])
    }
  }

  /// What a transport says may hold a URL.
  @Test(arguments: [
    TransportError.notSent(.noConnection("no way to https://a.example?key=k3y%2Fwith%20spaces")),
    .interrupted(.connectionLost("k3y/with spaces")),
  ])
  func reasonsOfATransport(_ failure: TransportError) async throws {
    let client = Client(transport: ClosureTransport { _ in .failure(failure) }, retries: .none)
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await client.send(sample.listMessages())
    }
    try #expect(isRedacted(#require(error)))
    #expect(error?.description.contains("(redacted)") == true)
  }

  @Test func realFailures() async throws {
    let server = try LoopbackServer { _ in .close }
    for url in [server.url, "http://127.0.0.1:1", "http://no-such-host.invalid"] {
      var sample = sample
      sample.server = Sample.Server(url: url)
      let error = await #expect(throws: SendError<Sample.Problem>.self) {
        try await Client(retries: .none).send(sample.listMessages())
      }
      try #expect(isRedacted(#require(error)))
    }
    #expect(server.requests.count == 1)
  }
}
