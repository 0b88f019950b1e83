import APIRuntime
import Foundation
import LoopbackServer
import Testing

/// The curl command of a request does what the client does.
@Suite(.serialized) struct CurlTextTests {
  private func request(
    _ method: HTTPMethod = .post, at server: String = "https://a.example",
    _ build: (inout Request<RawResponse, Never>) -> Void = { _ in }
  ) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(method, server, "/v1/it's {a}[1]")
    request.success(.default, .raw)
    build(&request)
    return request
  }

  @Test func `it reads as one would write it`() {
    let request = request { request in
      request.query("limit", 1)
      request.header("x-api-key", Secret("s3cr3t"))
      request.json(["text": "it's"])
    }
    #expect(
      request.curl == #"""
        curl \
          --request 'POST' \
          'https://a.example/v1/it'\''s%20%7Ba%7D%5B1%5D?limit=1' \
          --header 'x-api-key: (redacted)' \
          --header 'Content-Type: application/json' \
          --data-raw '{"text":"it'\''s"}'
        """#)
  }

  @Test func `brackets in an address are not several`() {
    let request = request(.get, at: "http://[::1]:8080")
    #expect(
      request.curl == """
        curl \\
          --globoff 'http://[::1]:8080/v1/it'\\''s%20%7Ba%7D%5B1%5D'
        """)
  }

  @Test func `keys are never in it, wherever they are`() {
    let request = request { request in
      request.query("key", Secret("a+b/="))
      request.cookie("session", Secret("c00kie"))
      request.bearer(Secret { "never fetched" })
      request.basic(BasicCredentials(user: "u", password: "passw0rd"))
      request.json(["echo": "a+b/= passw0rd"])
    }
    for secret in ["a+b", "a%2B", "c00kie", "never", "passw0rd", "dTpwYXNz"] {
      #expect(!request.curl.contains(secret))
    }
    #expect(request.curl.contains("--header 'Authorization: (redacted)'"))
  }

  @Test func `a name that a key is a part of stays as it is`() {
    let request = request { request in
      request.header("x-api-key", Secret("key"))
      request.query("key", Secret("key"))
      request.header("key-note", "of the key")
    }
    #expect(request.curl.contains("?key=(redacted)'"))
    #expect(request.curl.contains("--header 'x-api-key: (redacted)'"))
    #expect(request.curl.contains("--header 'key-note: (redacted)'"))
  }

  @Test func `nor in a body that is no text, nor in a header that is called like one`() {
    let request = request { request in
      request.header("x-api-key", Secret("a%b\\c'd"))
      request.header("X-Auth-Token", "by hand")
      request.file(File(Data([0]) + Data("key: a%b\\c'd.".utf8)))
    }
    for spelling in ["a%b", "a%%b"] { #expect(!request.curl.contains(spelling)) }
    #expect(request.curl.contains("{ printf -- '\\000key: (redacted).'; } | curl"))
    #expect(!request.curl.contains("by hand"))
  }

  @Test func `the key of a message is shown, however its header is written`() {
    let request = request { request in
      request.idempotent(key: "k1")
      request.header("idempotency-key", "k2")
    }
    #expect(request.curl.contains("--header 'idempotency-key: k2'"))
  }

  @Test func `a body does not make it another method`() {
    #expect(request(.get) { $0.text("a") }.curl.contains("--request 'GET'"))
  }

  @Test func `what cannot be sent says why`() {
    let request = request { $0.header("x-note", "a\nb") }
    #expect(request.curl.hasPrefix("# POST /v1/it's%20%7Ba%7D%5B1%5D was not sent: "))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")),
    arguments: ["GET", "HEAD", "POST", "DELETE", "text", "bytes", "file", "form", "empty"])
  func `a shell sends what the client sends`(_ kind: String) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("it's \(UUID()).bin")
    try Data([0, 1, 0x25, 0x5C, 0xFF]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try LoopbackServer { _ in .respond(200) }
    let method = kind == kind.uppercased() ? HTTPMethod(kind) : .put
    let request = request(method, at: server.url) { request in
      switch kind {
      case "text": request.text("it's 100 %\\n\n$HOME `ls`")
      case "bytes": request.file(File(Data(0...255)))
      case "file": request.file(File(at: file))
      case "form":
        request.multipart(["a": File(at: file), "b": File(Data("'%s\\".utf8), name: "b")])
      case "empty": request.header("X-Empty", "")
      default: break
      }
    }
    try await Client().send(request)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", request.curl]
    (shell.standardOutput, shell.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    try #require(server.requests.count == 2)
    let (one, other) = (server.requests[0], server.requests[1])
    #expect(one.method == other.method)
    #expect(one.target == other.target)
    // Each form has a boundary of its own.
    if kind != "form" { #expect(one.body == other.body) }
    #expect(one.body.count == other.body.count)
    #expect(one.header("X-Empty") == other.header("X-Empty"))
    #expect(one.header("Content-Type")?.prefix(20) == other.header("Content-Type")?.prefix(20))
  }
}
