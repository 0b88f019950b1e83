import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// What goes out of the forms of the fixture `Forms`.
@Suite(.serialized) struct FormsBehaviourTests {
  private func multipart<Response>(
    answering answer: LoopbackServer.Answer = .respond(204),
    _ request: (Forms) -> Request<Response, Never>
  ) async throws -> (type: String, parts: String) {
    try await send(answering: answer) { request(Forms(server: .init($0))) }.received.multipart
  }

  private func file(_ text: String, _ type: String? = nil) -> File {
    File(Data(text.utf8), name: "f", contentType: type)
  }

  @Test func `a part has the type of its value, and the headers that it is given`() async throws {
    let body = Forms.UploadBody(
      photo: file("p", "image/jpeg"), photoXRating: 5, photoXKind: .raw,
      pages: [file("1"), file("2")],
      scan: Data("s".utf8), raw: "text", source: .file(file("s", "a/b")), size: 7,
      day: CalendarDate("2024-02-29"), color: .red, tags: ["a", "b"], owner: .init(id: 1),
      ownerXTrace: "t", ownerXOwner: .init(id: 1, name: "n"),
      owners: [.init(id: 2), .init(id: 3)], sheet: file("m"), invoice: "<total>1</total>")
    let (type, parts) = try await multipart { $0.upload(body) }
    #expect(type == "multipart/form-data; boundary=B")
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="photo"; filename="f"
        X-Rating: 5
        X-Kind: raw
        Content-Type: image/jpeg

        p
        --B
        Content-Disposition: form-data; name="pages"; filename="f"
        Content-Type: application/pdf

        1
        --B
        Content-Disposition: form-data; name="pages"; filename="f"
        Content-Type: application/pdf

        2
        --B
        Content-Disposition: form-data; name="scan"
        Content-Type: image/gif

        cw==
        --B
        Content-Disposition: form-data; name="raw"

        text
        --B
        Content-Disposition: form-data; name="source"; filename="f"
        Content-Type: a/b

        s
        --B
        Content-Disposition: form-data; name="size"

        7
        --B
        Content-Disposition: form-data; name="day"

        2024-02-29
        --B
        Content-Disposition: form-data; name="color"

        red
        --B
        Content-Disposition: form-data; name="tags"

        a
        --B
        Content-Disposition: form-data; name="tags"

        b
        --B
        Content-Disposition: form-data; name="owner"
        X-Trace: t
        X-Owner: id=1,name=n
        Content-Type: application/vnd.owner+json

        {"id":1}
        --B
        Content-Disposition: form-data; name="owners"
        Content-Type: application/json

        {"id":2}
        --B
        Content-Disposition: form-data; name="owners"
        Content-Type: application/json

        {"id":3}
        --B
        Content-Disposition: form-data; name="sheet"; filename="f"
        Content-Type: audio/mpeg

        m
        --B
        Content-Disposition: form-data; name="invoice"
        Content-Type: application/xml

        <total>1</total>
        --B--

        """)
  }

  @Test func `a part whose schema leaves it open, or says it in another way`() async throws {
    let body = Forms.ReplaceUploadBody(
      back: file("b"), narrowed: file("n"), pages: ["1", .file(file("2"))],
      icons: [file("i")], bills: ["<total>1</total>", "<total>2</total>"],
      key: Data("k".utf8), table: Data("t".utf8), rows: Data("r".utf8), rowsXRows: 1)
    let (type, parts) = try await multipart { $0.replaceUpload(body) }
    #expect(type == "multipart/form-data; boundary=B")
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="back"; filename="f"
        Content-Type: application/octet-stream

        b
        --B
        Content-Disposition: form-data; name="narrowed"; filename="f"
        Content-Type: application/octet-stream

        n
        --B
        Content-Disposition: form-data; name="pages"

        1
        --B
        Content-Disposition: form-data; name="pages"; filename="f"
        Content-Type: application/octet-stream

        2
        --B
        Content-Disposition: form-data; name="icons"; filename="f"
        Content-Type: image/png

        i
        --B
        Content-Disposition: form-data; name="bills"
        Content-Type: application/xml

        <total>1</total>
        --B
        Content-Disposition: form-data; name="bills"
        Content-Type: application/xml

        <total>2</total>
        --B
        Content-Disposition: form-data; name="key"
        Content-Type: application/octet-stream

        aw==
        --B
        Content-Disposition: form-data; name="table"

        dA==
        --B
        Content-Disposition: form-data; name="rows"
        X-Rows: 1
        Content-Type: text/csv

        cg==
        --B--

        """)
  }

  @Test func `a header of a part, and files under any name`() async throws {
    #expect(
      try await multipart { $0.amendUpload(.init(name: "n", nameXKind: "k")) }.parts == """
        --B
        Content-Disposition: form-data; name="name"
        X-Kind: k

        n
        --B--

        """)
    #expect(
      try await multipart {
        $0.removeUploads(.init(additionalProperties: ["a": file("x")]))
      }.parts == """
        --B
        Content-Disposition: form-data; name="a"; filename="f"
        Content-Type: application/octet-stream

        x
        --B--

        """)
  }

  @Test func `a file of a type that is not taken is not sent`() async throws {
    let violations = try await violations { origin in
      Forms(server: .init(origin)).upload(.init(photo: file("p", "image/gif"), photoXRating: 1))
    }
    #expect(violations == ["/photo: is a file of type image/gif, expected image/png, image/jpeg"])
  }

  @Test func `what JSON has in Base64 is a file in a form`() async throws {
    let answer = LoopbackServer.Answer.respond(200, body: #"{"title": "t", "content": "eA=="}"#)
    let (type, parts) = try await multipart(answering: answer) {
      $0.addDocument(.multipart(.init(title: "t", kind: .bill, content: file("x"))))
    }
    #expect(type == "multipart/form-data; boundary=B")
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="title"

        t
        --B
        Content-Disposition: form-data; name="kind"

        bill
        --B
        Content-Disposition: form-data; name="content"; filename="f"
        Content-Type: application/octet-stream

        x
        --B--

        """)
    let (document, received) = try await send(answering: answer) {
      Forms(server: .init($0)).addDocument(.json(.init(title: "t", content: "eA==")))
    }
    #expect(received.header("Content-Type") == "application/json")
    #expect(String(decoding: received.body, as: UTF8.self) == #"{"title":"t","content":"eA=="}"#)
    #expect(document.content == "eA==")
  }

  @Test func `other multipart types are what they say`() async throws {
    let (related, _) = try await multipart { $0.relateDocument(.init(title: "t")) }
    #expect(related == "multipart/related; type=\"text/plain\"; boundary=B")
    let (mixed, parts) = try await multipart {
      $0.addFolder(.init(title: "t", additionalProperties: ["b": file("2"), "a": file("1")]))
    }
    #expect(mixed == "multipart/mixed; boundary=B")
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="title"

        t
        --B
        Content-Disposition: form-data; name="a"; filename="f"
        Content-Type: application/octet-stream

        1
        --B
        Content-Disposition: form-data; name="b"; filename="f"
        Content-Type: application/octet-stream

        2
        --B--

        """)
  }

  @Test func `a choice of forms with a file is one form`() async throws {
    let (_, parts) = try await multipart { $0.replaceFolder(.init(file: file("x"))) }
    #expect(parts.contains("name=\"file\"; filename=\"f\""))
  }

  @Test func `a form that is left open takes files`() async throws {
    let parts: [String: FormValue] = ["b": .file(file("x", "a/b")), "a": "t", "c": .json([1, 2])]
    let open = """
      --B
      Content-Disposition: form-data; name="a"

      t
      --B
      Content-Disposition: form-data; name="b"; filename="f"
      Content-Type: a/b

      x
      --B
      Content-Disposition: form-data; name="c"

      1
      --B
      Content-Disposition: form-data; name="c"

      2
      --B--

      """
    #expect(try await multipart { $0.sendOpen(parts) }.parts == open)
    #expect(try await multipart { $0.sendEmpty(parts) }.parts == open)
    #expect(try await multipart { $0.sendSome(.init(additionalProperties: parts)) }.parts == open)
    #expect(
      try await multipart { $0.sendObject(["a": "t"]) }.parts == """
        --B
        Content-Disposition: form-data; name="a"
        Content-Type: text/csv

        t
        --B--

        """)
    #expect(try await multipart { $0.sendLoose(.multipart(parts)) }.parts == open)
    let nothing = try await send { Forms(server: .init($0)).sendOpen() }.received
    #expect(nothing.header("Content-Type") == nil)
    let violations = try await violations { Forms(server: .init($0)).sendSome(.init()) }
    #expect(violations == ["has 0 members, expected at least 1"])
  }

  @Test func `a choice beside properties is a form of all of them`() async throws {
    let form = try await send {
      Forms(server: .init($0)).sendChoice(.spot(.init(to: "a b", place: "c", zoom: 2)))
    }.received
    #expect(form.text == "to=a+b&place=c&zoom=2")
    let (_, parts) = try await multipart { $0.sendChoiceParts(.words(.init(to: "a", text: "t"))) }
    #expect(
      parts == """
        --B
        Content-Disposition: form-data; name="to"

        a
        --B
        Content-Disposition: form-data; name="text"

        t
        --B--

        """)
    let (_, files) = try await multipart { $0.sendChoiceFiles(.init(to: "a", file: file("x"))) }
    #expect(
      files == """
        --B
        Content-Disposition: form-data; name="to"

        a
        --B
        Content-Disposition: form-data; name="file"; filename="f"
        Content-Type: application/octet-stream

        x
        --B--

        """)
  }

  @Test func `fields of any name`() async throws {
    let bare = try await send { Forms(server: .init($0)).sendBare(["a": "b c"]) }.received
    #expect(bare.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(bare.text == "a=b+c")
    let pairs = try await send { Forms(server: .init($0)).sendPairs(["b": "2", "a": "1"]) }.received
    #expect(pairs.text == "a=1&b=2")
  }

  /// OAS 3.1 §4.8.12.3, "Style Examples", and what stands beside it for forms.
  @Test(
    arguments: [
      (.init(plain: ["a b", "c&d"]), "plain=a+b&plain=c%26d"),
      (.init(owner: .init(id: 1)), "owner=%7B%22id%22%3A1%7D"),
      (.init(commas: ["blue", "black"]), "commas=blue,black"),
      (.init(spaces: ["blue", "black"]), "spaces=blue+black"),
      (.init(pipes: ["blue", "black"]), "pipes=blue%7Cblack"),
      (.init(deep: .init(id: 1, name: "n")), "deep%5Bid%5D=1&deep%5Bname%5D=n"),
      (.init(flat: .init(id: 1, name: "n")), "id=1&name=n"),
      (.init(open: "a/b?c&d"), "open=a/b?c%26d"), (.init(json: [1, 2]), "json=%5B1%2C2%5D"),
      (.init(at: Date(timeIntervalSince1970: 0)), "at=1970-01-01T00%3A00%3A00Z"),
      (.init(plain: [], noneValue: .null), ""),
    ] as [(Forms.SendStylesBody, String)])
  func `fields have styles`(_ body: Forms.SendStylesBody, _ expected: String) async throws {
    let received = try await send { Forms(server: .init($0)).sendStyles(body) }.received
    #expect(received.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(String(decoding: received.body, as: UTF8.self) == expected)
  }
}
