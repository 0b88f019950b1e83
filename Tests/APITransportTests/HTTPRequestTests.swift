import APITransport
import Foundation
import Testing

struct HTTPRequestTests {
  @Test(
    arguments: [
      ("https://a.example", true), ("HTTP://a.example:8080/x?y=@", true), ("http://[::1]/", true),
      ("file:///etc/passwd", false), ("http:///x", false), ("https://:80/", false),
      ("https://user@a.example/", false), ("https://user:k3y@a.example/", false),
      ("http:a.example", false), ("ftp://a.example", false), ("/x", false),
      ("https://a.example:65535//x", true), ("https://a.example:65536/", false),
      ("https://a.example:/", true),
    ])
  func goesToAServer(_ text: String, _ isServer: Bool) throws {
    let request = HTTPRequest(method: .get, url: try #require(URL(string: text)))
    #expect(request.violations.isEmpty == isServer)
  }

  @Test(arguments: [
    ("https://A.example", "https://a.example:443/x"), ("http://a.example", "HTTP://a.example:80"),
  ])
  func aPortThatIsNotSaidIsThatOfTheScheme(_ one: String, _ other: String) {
    #expect(URL(string: one)?.authority == URL(string: other)?.authority)
  }

  @Test func schemesHavePortsOfTheirOwn() {
    let (plain, secure) = (URL(string: "http://a.example"), URL(string: "https://a.example"))
    #expect(plain?.authority != secure?.authority)
  }

  @Test func aBodyWithAFileIsNoData() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).bin")
    try Data("x".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = Body.Segment.bytes(Data("a".utf8))
    #expect(try Body([text, text]).data == Data("aa".utf8))
    #expect(try Body([text, .file(file)]).data == nil)
    #expect(try Body([text, .file(file)]).length == 2)
  }

  @Test func saysWhatIsWrongWithIt() throws {
    let request = HTTPRequest(
      method: HTTPMethod("A B"), url: try #require(URL(string: "ftp://a.example")),
      headers: ["X": "a\r\nb"])
    #expect(request.violations.map(\.place) == ["method", "server", "header X"])
  }
}
