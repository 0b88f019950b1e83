import APICoding
import Testing

@testable import apigen

/// What is written to a terminal.
struct ConsoleTests {
  @Test(arguments: [
    ("A.yaml:1:2: error: no", "A.yaml:1:2: \u{1B}[1;31merror:\u{1B}[0m no"),
    (
      "A.yaml:1:2: warning: 'error: a'; b\nA.yaml:3:4: note: error: c",
      "A.yaml:1:2: \u{1B}[1;33mwarning:\u{1B}[0m 'error: a'; b\nA.yaml:3:4: note: error: c"
    ),
    ("error: unknown option", "\u{1B}[1;31merror:\u{1B}[0m unknown option"),
    ("no terror: none", "no terror: none"),
  ])
  func `the word that says how bad it is has a colour`(_ text: String, _ expected: String) {
    #expect(Console.colored(text) == expected)
  }

  @Test(.timeLimit(.minutes(5)))
  func `what is worked on is told when it takes long, and taken away`() async throws {
    let written = Locked<[String]>([])
    let progress = Progress(of: 2, after: 0) { text in written.withLock { $0.append(text) } }
    progress.begin("A.yaml")
    while written.withLock({ $0 }).isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    progress.begin("B.yaml")
    progress.end()
    let line = "\r\u{1B}[K"
    #expect(
      written.withLock { $0.suffix(3) } == ["\(line)[1/2] A.yaml", "\(line)[2/2] B.yaml", line])
  }

  @Test func `nothing is told of what does not take long`() {
    let written = Locked<[String]>([])
    let progress = Progress(of: 1, after: 3_600) { text in written.withLock { $0.append(text) } }
    progress.begin("A.yaml")
    progress.end()
    #expect(written.withLock({ $0 }).isEmpty)
  }
}
