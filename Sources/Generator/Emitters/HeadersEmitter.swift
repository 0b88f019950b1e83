/// Writes the headers of a provider's answers, each as a name with a type.
///
///     public enum Headers {
///       /// The requests that are left.
///       public static var xRateLimitRemaining: HeaderField<Int> {
///         HeaderField("X-RateLimit-Remaining")
///       }
///     }
struct HeadersEmitter {
  let fields: [HeaderField]
  let declaration: TypeDeclaration
  let spelling: TypeSpelling

  func write(to code: inout Code, nested: (inout Code) -> Void) {
    code.block("\(spelling.access)enum \(declaration.name)") { code in
      code.paragraph { code in
        for field in fields { self.field(field, &code) }
      }
      nested(&code)
    }
  }

  private func field(_ field: HeaderField, _ code: inout Code) {
    let type = spelling.text(field.type, in: declaration.path)
    code.documentation(field.documentation)
    code.block("\(spelling.access)static var \(field.name.escaped): HeaderField<\(type)>") { code in
      code.call("HeaderField") { code in
        code.prefixed(field.isJSON ? "json: " : "") { $0.literal(field.key) }
        if field.explode { code.line("explode: true") }
      }
    }
  }
}
