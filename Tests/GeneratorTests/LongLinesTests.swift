import Testing

@testable import Generator

/// How lines are broken, as `swift format` does it.
struct LongLinesTests {
  private func written(_ body: (inout Code) -> Void) -> [String] {
    var code = Code()
    body(&code)
    var bytes: [UInt8] = []
    code.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
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

  @Test func `generic arguments that fit on a line are on one`() {
    let (answer, problem) = (String(repeating: "A", count: 50), String(repeating: "B", count: 40))
    let lines = written { code in
      code.call("var request = Request<\(answer), \(problem)>") { $0.line(".get") }
    }
    #expect(lines == ["var request = Request<", "  \(answer), \(problem)", ">(", "  .get)"])
  }

  @Test func `what is given a value has a line where both are too long`() {
    let (name, type) = (String(repeating: "a", count: 60), String(repeating: "B", count: 40))
    #expect(
      written { $0.call("let \(name) = \(type)") { $0.literal("c") } }
        == ["let \(name) =", "  \(type)(\"c\")"])
    #expect(
      written { $0.call("let \(name) = \(type)") { $0.literal(name) } }
        == ["let \(name) =", "  \(type)(", "    \"\(name)\")"])
  }

  @Test(arguments: [(70, false), (80, true)])
  func `a call with a text is broken where it does not fit`(_ length: Int, _ isBroken: Bool) {
    let text = String(repeating: "a", count: length)
    let lines = written { $0.call("object.", "string", literal: text, "name") }
    #expect(
      lines
        == (isBroken
          ? ["object.string(", "  \"\(text)\", name)"] : ["object.string(\"\(text)\", name)"]))
  }

  @Test func `a text that is longer than a line is broken, and its label stays before it`() {
    let lines = written { code in
      code.call("object.require") { code in
        code.literal("a")
        code.prefixed("with: ") { $0.literal(String(repeating: "b", count: 100)) }
      }
    }
    #expect(
      lines == [
        "object.require(", "  \"a\",", "  with: \"\"\"",
        "  " + String(repeating: "b", count: 96) + "\\", "  bbbb", "  \"\"\")",
      ])
  }

  @Test func `an escape and an interpolation stay whole`() {
    let escapes = written { $0.call("f") { $0.literal(String(repeating: "\u{202E}", count: 20)) } }
    let lines = [12, 8].map { "  " + String(repeating: "\\u{202e}", count: $0) }
    #expect(escapes == ["f(", "  \"\"\"", lines[0] + "\\", lines[1], "  \"\"\")"])
    let path = "/" + String(repeating: "a", count: 80) + "/"
    let pieces = written { $0.call("f") { $0.literal(pieces: [path, "\\(id, explode: true)"]) } }
    #expect(
      pieces == ["f(", "  \"\"\"", "  \(path)\\", "  \\(id, explode: true)", "  \"\"\")"])
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
