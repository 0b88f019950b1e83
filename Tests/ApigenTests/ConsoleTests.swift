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
}
