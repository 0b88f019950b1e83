import APITransport
import Testing

@testable import CurlTransport

struct AnswerHeadTests {
  /// What lines come to, each with whether the head is complete with it.
  private func head(_ lines: [String]) -> (head: AnswerHead, isComplete: [Bool?]) {
    var head = AnswerHead()
    let isComplete = lines.map { line in
      Array("\(line)\r\n".utf8).withUnsafeBytes { head.add($0) }
    }
    return (head, isComplete)
  }

  /// RFC 9110 §15.2: others follow it.
  @Test func `what an interim answer says is forgotten`() {
    let (head, isComplete) = head([
      "HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/1.1 200 OK", "X-A: 1", "",
    ])
    #expect(isComplete == [false, false, false, false, false, true])
    #expect(head.status == 200)
    #expect(head.headers.map(\.name) == ["X-A"])
  }

  @Test func `what is no head is none`() {
    #expect(head(["SSL certificate problem"]).isComplete == [nil])
    #expect(head(["HTTP/1.1 200 OK", "no header", "X-A:1"]).head.headers["X-A"] == "1")
  }

  /// Those of interim answers count, as there may be any number of them.
  @Test func `a head has at most 256 KB`() {
    let interim = [
      "HTTP/1.1 103 Early Hints", "Link: " + String(repeating: "a", count: 65_000), "",
    ]
    let answers = (0..<5).flatMap { _ in interim }
    #expect(head(Array(answers.prefix(12))).isComplete.contains(nil) == false)
    #expect(head(answers).isComplete.contains(nil))
  }
}
