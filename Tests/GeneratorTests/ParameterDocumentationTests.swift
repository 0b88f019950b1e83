import Testing

@testable import Generator

/// What is said of parameters, as DocC reads it.
struct ParameterDocumentationTests {
  private func lines(_ text: [String]) -> [String] {
    Documentation.parameters([("id", text, "In the path."), ("body", [], "What is sent.")])
  }

  @Test func `paragraphs are one, and nothing is nothing`() {
    #expect(lines([]) == [])
    #expect(
      lines(["Which one", "of all", "", "Default: `1`."]) == [
        "- Parameter id: Which one of all. Default: `1`.", "- Parameter body: What is sent.",
      ])
  }

  @Test(arguments: ["- a", "* a", "1. a", "> a", "```", "~~~", "| a |"])
  func `what is more than words stays as it is`(_ line: String) {
    #expect(
      lines(["Which:", line, "  b", "", "c"]) == [
        "- Parameter id: Which:", "  \(line)", "    b", "", "  c",
        "- Parameter body: What is sent.",
      ])
  }

  @Test(arguments: [["- a", "- b"], ["1. a"], ["| a |", "| - |"]])
  func `what begins with a list or a table stands below`(_ text: [String]) {
    #expect(
      lines(text)
        == ["- Parameter id:"] + text.map { "  " + $0 } + ["- Parameter body: What is sent."])
  }
}
