/// Writes what the answers of a provider's operations look like, for tests.
///
///     public static let examples: [Example] = [
///       Example(.get, "/pets/{petId}", 200, "application/json", #"{"id": 1}"#)
///     ]
struct ExamplesEmitter {
  let api: API
  let spelling: TypeSpelling

  func write(to code: inout Code) {
    code.documentation(["Answers as the description has them, for `StubTransport`."])
    code.prefixed(spelling.access + "static let examples: [Example] = ") { code in
      code.list { code in
        for example in api.examples { write(example, to: &code) }
      }
    }
  }

  private func write(_ example: AnswerExample, to code: inout Code) {
    code.call("Example") { code in
      code.line(example.method.methodSpelling)
      code.literal(example.path)
      code.line(String(example.status))
      guard let type = example.type else { return }
      code.literal(type)
      if let raw = example.body.rawLiteral { code.line(raw) } else { code.literal(example.body) }
    }
  }
}
