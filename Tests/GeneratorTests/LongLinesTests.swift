import Testing

@testable import Generator

/// How lines are broken, as `swift format` does it.
struct LongLinesTests {
  private func written(_ body: (inout Code) -> Void) -> [String] {
    var code = Code()
    body(&code)
    return String(decoding: code.text(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func opening(_ length: Int, _ protocols: [String]) -> [String] {
    written {
      let opening = "enum " + String(repeating: "A", count: length - 5)
      $0.block(opening, conformingTo: protocols) { $0.line("case a") }
    }.map { $0.replacing(/A+/) { "A\($0.0.count)" } }
  }

  @Test func `what a type conforms to goes below where it does not fit`() {
    #expect(opening(91, ["Union"]) == ["enum A86: Union {", "  case a", "}"])
    #expect(opening(93, ["Union"]) == ["enum A88: Union", "{", "  case a", "}"])
    #expect(opening(94, ["Union"]) == ["enum A89:", "  Union", "{", "  case a", "}"])
    #expect(opening(92, ["Union", "B"]) == ["enum A87: Union,", "  B", "{", "  case a", "}"])
    #expect(opening(93, ["Union", "B"]) == ["enum A88:", "  Union, B", "{", "  case a", "}"])
  }

  @Test func `generic arguments that are too long have a line each`() {
    let (answer, problem) = (String(repeating: "A", count: 50), String(repeating: "B", count: 50))
    let lines = written { code in
      code.call("var request = Request<[String: \(answer)<C, D>], \(problem)>") { $0.line(".get") }
    }
    #expect(
      lines == [
        "var request = Request<", "  [String: \(answer)<C, D>],", "  \(problem)", ">(", "  .get)",
      ])
  }

  @Test func `what stands after a label is broken where both do not fit`() {
    let lines = written { code in
      code.list { code in
        code.prefixed("\"goal\": ") { code in
          code.call(".strings") { code in
            code.list {
              for letter in ["a", "b", "c"] { $0.literal(String(repeating: letter, count: 26)) }
            }
          }
        }
      }
    }
    let texts = ["a", "b", "c"].map { "\"" + String(repeating: $0, count: 26) + "\"" }
    #expect(
      lines == [
        "[", "  \"goal\": .strings(", "    [\(texts.joined(separator: ", "))])", "]",
      ])
  }
}
