import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct FormTests {
  /// A transport gets where a file is, and not what is in it: it reads while it sends.
  @Test func aFileOnDiskIsNotReadBeforehand() async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")
    try Data("on disk".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let stub = StubTransport(status: 200)
    let sample = Sample(apiKey: "k", server: "https://a.example")
    _ = try? await Client(transport: stub).send(sample.upload(Sample.Upload(file: File(at: url))))
    let files = stub.requests.first?.body?.segments.compactMap { segment in
      if case .file(let url) = segment { url } else { nil }
    }
    #expect(files == [url])
  }

  /// The body that arrives, with `B` for the boundary and line feeds for line ends.
  private func form(_ upload: Sample.Upload) async throws -> String {
    let server = try LoopbackServer { _ in .respond(200) }
    try await Client().send(Sample(at: server).upload(upload))
    let received = try #require(server.requests.first)
    let type = try #require(received.header("Content-Type"))
    #expect(type.hasPrefix("multipart/form-data; boundary="))
    #expect(received.header("Content-Length") == "\(received.body.count)")
    let boundary = type.drop { $0 != "=" }.dropFirst()
    return String(decoding: received.body, as: UTF8.self)
      .replacing(boundary, with: "B").replacing("\r\n", with: "\n")
  }

  @Test func everyFieldIsAPartOfItsKind() async throws {
    let upload = Sample.Upload(
      file: File(Data("bytes".utf8), name: "ñ\"\r\n.pdf", contentType: "application/pdf"),
      caption: "Qué tal", tags: ["a", "b"], meta: ["n": [1, ["x": true]]])
    #expect(
      try await form(upload) == """
        --B
        Content-Disposition: form-data; name="file"; filename="ñ%22%0D%0A.pdf"
        Content-Type: application/pdf

        bytes
        --B
        Content-Disposition: form-data; name="caption"

        Qué tal
        --B
        Content-Disposition: form-data; name="tags"

        a
        --B
        Content-Disposition: form-data; name="tags"

        b
        --B
        Content-Disposition: form-data; name="meta"
        Content-Type: application/json

        {"n":[1,{"x":true}]}
        --B--

        """)
  }

  @Test func objectsOfArraysArePartsAndNullsAreLeftOut() async throws {
    let upload = Sample.Upload(file: File(Data(), name: "x"), tags: [], meta: [["a": nil], 1])
    #expect(
      try await form(upload) == """
        --B
        Content-Disposition: form-data; name="file"; filename="x"
        Content-Type: application/octet-stream


        --B
        Content-Disposition: form-data; name="meta"
        Content-Type: application/json

        {"a":null}
        --B
        Content-Disposition: form-data; name="meta"

        1
        --B--

        """)
    let none = Sample.Upload(file: File(Data(), name: "x"), meta: JSONValue.null)
    #expect(try await !form(none).contains("meta"))
  }

  @Test func aFileOnDiskArrivesByteForByte() async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")
    let content = Data((0..<5_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try content.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let server = try LoopbackServer { _ in .respond(200) }
    try await Client().send(
      Sample(at: server).upload(Sample.Upload(file: File(at: url), caption: "c")))
    let received = try #require(server.requests.first)
    #expect(received.header("Content-Length") == "\(received.body.count)")
    #expect(received.header("Transfer-Encoding") == nil)
    let body = Data(received.body)
    let head = try #require(body.range(of: Data("octet-stream\r\n\r\n".utf8)))
    #expect(body[head.upperBound...].starts(with: content))
    #expect(body[(head.upperBound + content.count)...].starts(with: Data("\r\n--".utf8)))
  }

  @Test func rulesHoldInFormsToo() async {
    let sample = Sample(apiKey: "k", server: "https://a.example")
    let file = File(Data(), name: "x", contentType: "a/b\r\nX: y")
    let request = sample.upload(
      Sample.Upload(file: file, caption: String(repeating: "x", count: 21)))
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(
      error?.notSent?.violations == [
        "/caption: has 21 characters, expected at most 20",
        "/file: has a part with a header Content-Type that has a line break or another control character",
      ])
  }

  /// A missing file, a folder and a pipe that would never end.
  @Test(arguments: ["/no/such/file", "/tmp", "/dev/zero"])
  func whatIsNotAPlainFileIsNotSent(_ path: String) async {
    let sample = Sample(apiKey: "k", server: "https://a.example")
    let request = sample.upload(Sample.Upload(file: File(at: URL(fileURLWithPath: path))))
    let error = await #expect(throws: SendError<Never>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.notSent?.cause == .file("the file \(path) cannot be read"))
  }

  @Test func aFileIsAFieldAsOthersAre() async {
    #expect(
      await violations { $0.multipart(Attachments()) } == ["has 1 member, expected at most 0"])
  }

  @Test func aFileIsNotJSON() async {
    #expect(
      await violations { $0.json(Attachment()) } == ["/files: is a file, which JSON cannot hold"])
  }
}

private struct Attachments: FormModel {
  func encode(to object: inout ObjectEncoder) {
    object.part("file", File(Data(), name: "x"))
    object.ownRule(.maxProperties(0))
  }
}

private struct Attachment: Model {
  init() {}
  init(from object: inout ObjectDecoder) throws {}
  func encode(to object: inout ObjectEncoder) {
    object.part("files", [File(Data(), name: "x")])
  }
}
