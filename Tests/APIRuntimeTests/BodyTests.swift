import APIRuntime
import Foundation
import LoopbackServer
import Testing

@Suite(.serialized) struct BodyTests {
  @Test func bodiesSayWhatTheyAre() async throws {
    let file = File(Data("a,b".utf8), name: "x.csv", contentType: "text/csv")
    let cases: [(type: String, body: String, (inout Request<RawResponse, Never>) -> Void)] = [
      ("application/json", #"{"a":1}"#, { $0.json(["a": 1]) }),
      (
        "application/merge-patch+json", "null",
        {
          $0.json(Nullable<Int>.null, contentType: "application/merge-patch+json")
        }
      ),
      ("text/plain", "é", { $0.text("é") }),
      ("text/csv", "a,b", { $0.text("a,b", contentType: "text/csv") }),
      ("image/png", "\u{89}", { $0.file(File(Data("\u{89}".utf8)), contentType: "image/png") }),
      ("text/csv", "a,b", { $0.file(file) }),
      ("application/x", "a,b", { $0.file(file, contentType: "application/x") }),
      ("application/x-www-form-urlencoded", "a=1", { $0.form(["a": 1]) }),
    ]
    for (type, body, build) in cases {
      let request = try await received("/x", build)
      #expect(request.header("Content-Type") == type)
      #expect(String(decoding: request.body, as: UTF8.self) == body)
    }
  }

  @Test func withoutABodyNoneIsSent() async throws {
    let request = try await received {
      $0.json(Int?.none)
      $0.form([String: Int]?.none)
      $0.multipart(JSONValue?.none)
      $0.text(String?.none)
      $0.file(nil)
    }
    #expect(request.header("Content-Type") == nil)
    #expect(request.body.isEmpty)
  }

  @Test func aFileIsStreamedAsItIs() async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")
    let content = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 29 >> 2) })
    try content.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let request = try await received { $0.file(File(at: url)) }
    #expect(Data(request.body) == content)
    #expect(request.header("Content-Type") == "application/octet-stream")
    #expect(request.header("Content-Length") == "\(content.count)")
  }

  /// OAS 3.2 §4.15.4; a space is a plus, as WHATWG has it.
  @Test(
    arguments: [
      (["a b": "c d&e=+~é*"], [:], "a+b=c+d%26e%3D%2B%7E%C3%A9*"),
      (["n": 1, "t": true, "z": nil, "e": ""], [:], "n=1&t=true&e="),
      (["l": ["x", "y z"]], [:], "l=x&l=y+z"),
      (["l": [["a": 1]]], [:], "l=%5B%7B%22a%22%3A1%7D%5D"),
      (["o": ["a": "b c"]], [:], "o=%7B%22a%22%3A%22b+c%22%7D"),
      (["l": ["x", "y"]], ["l": FieldEncoding(style: .form, explode: false)], "l=x,y"),
      (["l": ["x", "y"]], ["l": FieldEncoding(style: .spaceDelimited, explode: false)], "l=x+y"),
      (["o": ["a": ["b": 1]]], ["o": FieldEncoding(style: .deepObject)], "o%5Ba%5D%5Bb%5D=1"),
      (["o": ["a": 1]], ["o": FieldEncoding(style: .form)], "a=1"),
      (["u": "a/b?c&d"], ["u": FieldEncoding(allowReserved: true)], "u=a/b?c%26d"),
      (["s": "x"], ["s": FieldEncoding(contentType: "application/json")], "s=%22x%22"),
    ] as [(JSONValue, [String: FieldEncoding], String)])
  func forms(
    _ body: JSONValue, _ encoding: [String: FieldEncoding], _ expected: String
  ) async throws {
    let request = try await received { $0.form(body, encoding: encoding) }
    #expect(String(decoding: request.body, as: UTF8.self) == expected)
  }

  @Test func aDictionaryIsAFormInTheOrderOfItsNames() async throws {
    let request = try await received { $0.form(["b": [1, 2], "a": [3]]) }
    #expect(String(decoding: request.body, as: UTF8.self) == "a=3&b=1&b=2")
  }

  @Test func whatIsNoForm() async {
    let upload = Sample.Upload(file: File(Data(), name: "x"))
    #expect(await violations { $0.form(upload) } == ["/file: is a file, which needs a part"])
    #expect(
      await violations { $0.multipart([1] as JSONValue) } == [
        "is not an object, which a form is made of"
      ])
    #expect(await violations { $0.text("a", contentType: "a\r\nb") }.count == 1)
    let image = File(Data(), name: "x", contentType: "text/csv")
    #expect(
      await violations { $0.file(image, contentType: "image/*") } == [
        "is a file of type text/csv, expected image/*"
      ])
  }

  @Test func partsHaveTypesOfTheirOwn() async throws {
    let body: JSONValue = ["meta": "x", "tags": ["a", "b"], "more": ["c": 1]]
    let request = try await received {
      $0.multipart(
        body,
        encoding: [
          "meta": FieldEncoding(contentType: "application/json"),
          "tags": FieldEncoding(style: .pipeDelimited, explode: false),
          "more": FieldEncoding(contentType: "application/vnd.more+json"),
        ])
    }
    #expect(
      try parts(request) == """
        --B
        Content-Disposition: form-data; name="meta"
        Content-Type: application/json

        "x"
        --B
        Content-Disposition: form-data; name="tags"

        a|b
        --B
        Content-Disposition: form-data; name="more"
        Content-Type: application/vnd.more+json

        {"c":1}
        --B--

        """)
  }

  @Test func theLastBodyCounts() async throws {
    let request = try await received {
      $0.text("a")
      $0.json("b")
    }
    #expect(request.body == Array("\"b\"".utf8))
    let types = request.headers.filter { $0.name == "Content-Type" }.map(\.value)
    #expect(types == ["application/json"])
  }

  /// RFC 2387 §3.1.
  @Test func `multipart/related says the type of its first part without parameters`() async throws {
    let request = try await received {
      $0.multipart(
        ["a": "<a/>", "b": "b"] as JSONValue, contentType: "multipart/related",
        encoding: ["a": FieldEncoding(contentType: #"application/xml; charset="utf-8""#)])
    }
    #expect(
      request.header("Content-Type")?.hasPrefix(
        #"multipart/related; type="application/xml"; boundary="#) == true)
  }

  @Test func `text is in the encoding that its media type names`() async throws {
    let body = try await received { $0.text("é", contentType: "text/plain; charset=ISO-8859-1") }
    #expect(body.body == [0xE9])
    let parts: JSONValue = ["a": "€", "b": "€"]
    let form = try await received {
      $0.multipart(
        parts, encoding: ["a": FieldEncoding(contentType: #"text/csv; charset="windows-1252""#)])
    }
    #expect(form.body.contains(0x80))
    #expect(String(decoding: form.body, as: UTF8.self).contains("€"))
    let unknown = try await received { $0.text("é", contentType: "text/plain; charset=x") }
    #expect(unknown.body == Array("é".utf8))
    #expect(
      await violations { $0.text("é", contentType: "text/plain; charset=us-ascii") } == [
        "has a character that is not in us-ascii"
      ])
  }

  @Test(arguments: [
    ("x", nil, "image/png", "image/png"), ("x", "text/csv", "image/png", "text/csv"),
    ("x", "text/csv; header=absent", "image/*, text/csv", "text/csv; header=absent"),
    ("x", "image/gif", "image/*", "image/gif"), ("x.GIF", nil, "image/*", "image/gif"),
    ("x.png", nil, nil, "image/png"), ("x.tar.jpg", nil, nil, "image/jpeg"),
    ("x.png", nil, "text/csv", "text/csv"),
    ("x.png", "application/octet-stream", nil, "application/octet-stream"),
    ("png", nil, nil, "application/octet-stream"), ("x.q", nil, nil, "application/octet-stream"),
  ])
  func aFileWithoutATypeHasThatOfItsFieldOrItsName(
    _ name: String, _ own: String?, _ field: String?, _ expected: String
  ) async throws {
    let upload = Sample.Upload(file: File(Data(), name: name, contentType: own))
    let request = try await received {
      $0.multipart(upload, encoding: ["file": FieldEncoding(contentType: field)])
    }
    #expect(try parts(request).contains("\nContent-Type: \(expected)\n"))
  }

  private struct Marked: FormModel {
    func encode(to object: inout ObjectEncoder) {
      object.int("a", 1)
      object.header("X", of: "a", "a\r\nb")
    }
  }

  @Test func partHeadersCannotBreakOut() async {
    #expect(
      await violations { $0.multipart(Marked()) } == [
        "/a: has a part with a header X that has a line break or another control character"
      ])
  }

  /// A body in parts, with `B` for the boundary and line feeds for line ends.
  private func parts(_ request: ReceivedRequest) throws -> String {
    let type = try #require(request.header("Content-Type"))
    let boundary = type.drop { $0 != "=" }.dropFirst()
    return String(decoding: request.body, as: UTF8.self)
      .replacing(boundary, with: "B").replacing("\r\n", with: "\n")
  }

  /// As they would stand in a log.
  @Test func `what is said of a file has no line breaks`() async {
    let file = File(Data(), name: "a\r\nb", contentType: "text/plain\r\nX: y")
    #expect("\(file)" == #"File("a\r\nb")"#)
    #expect(
      await violations { $0.file(file, contentType: "image/*, text/csv") }.first
        == #"is a file of type "text/plain\r\nX: y", expected image/*, text/csv"#)
    let nowhere = File(at: URL(fileURLWithPath: "/nowhere\r\nX"))
    let request = Request.raw { $0.file(nowhere) }
    #expect(request.curl.hasSuffix(#"the file "/nowhere\r\nX" cannot be read."#))
  }
}
