import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What goes out of the fixture `Parts`, whose parts are told apart by their order.
@Suite(.serialized) struct PartsBehaviourTests {
  private func multipart<Response>(
    _ request: (Parts) -> Request<Response, Never>
  ) async throws -> (type: String, parts: String) {
    try await send { request(Parts(server: .init($0))) }.received.multipart
  }

  private func file(_ text: String, _ type: String? = nil) -> File {
    File(Data(text.utf8), contentType: type)
  }

  @Test func `each place has its type`() async throws {
    let (type, parts) = try await multipart {
      $0.sendPhoto(.init(part1: .init(author: "A"), part2: file("p", "image/gif"), part3: [1, 2]))
    }
    #expect(type == "multipart/mixed; boundary=B")
    #expect(
      parts == """
        --B
        Content-Type: application/json

        {"author":"A"}
        --B
        Content-Type: image/gif

        p
        --B
        Content-Type: application/json

        [1,2]
        --B--

        """)
  }

  @Test func `only what is at the end may be missing`() async throws {
    let body = Parts.SendPhotoBody(part1: .init(), part2: file("p", "image/png"), part4: "t")
    #expect(
      try await violations { Parts(server: .init($0)).sendPhoto(body) }
        == ["/part3: is missing, part4 requires it"])
    let text = Parts.SendPhotoBody(part1: .init(), part2: file("p", "text/plain"))
    #expect(
      try await violations { Parts(server: .init($0)).sendPhoto(text) }
        == ["/part2: is a file of type text/plain, expected image/*"])
  }

  @Test func `a list of files, and one of objects`() async throws {
    #expect(
      try await multipart { $0.sendPhotos(.init(items: [file("1"), file("2")])) }.parts == """
        --B
        Content-Type: image/jpg

        1
        --B
        Content-Type: image/jpg

        2
        --B--

        """)
    #expect(
      try await multipart {
        $0.replaceMetas(.init(items: [.init(author: "A"), .init(author: "B")]))
      }.parts == """
        --B
        Content-Type: application/vnd.meta+json

        {"author":"A"}
        --B
        Content-Type: application/vnd.meta+json

        {"author":"B"}
        --B--

        """)
    #expect(
      try await violations {
        Parts(server: .init($0)).replaceMetas(.init(items: [.init(), .init(), .init()]))
      } == ["/items: has 3 elements, expected at most 2"])
  }

  @Test func `parts have headers, and may be text or files`() async throws {
    let (type, parts) = try await multipart {
      $0.sendPage(
        .init(
          part1: "<p>", part1ContentLocation: "https://a.example/?q=1",
          items: [.file(file("p", "image/png")), "a {}"]))
    }
    #expect(type == "multipart/related; type=text/html; boundary=B")
    #expect(
      parts == """
        --B
        Content-Location: https://a.example/?q=1
        Content-Type: text/html

        <p>
        --B
        Content-Type: image/png

        p
        --B
        Content-Type: text/css

        a {}
        --B--

        """)
  }

  @Test func `a form whose order counts has its names in headers`() async throws {
    let (type, parts) = try await multipart { $0.sendForm(.init(part1: "t", part2: file("f"))) }
    #expect(type == "multipart/form-data; boundary=B")
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="title"

        t
        --B
        Content-Disposition: form-data; name="file"; filename="f"
        Content-Type: application/octet-stream

        f
        --B--

        """)
  }

  @Test func `a form that is a list takes files under any name`() async throws {
    let (_, parts) = try await multipart { $0.sendFiles(["a": .file(file("1"))]) }
    #expect(parts.contains("name=\"a\"; filename=\"blob\""))
  }
}
