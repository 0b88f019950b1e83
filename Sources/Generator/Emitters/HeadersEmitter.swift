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

  func code(nested: [Code]) -> Code {
    Code.block("public enum \(declaration.name)") {
      Code.paragraphs([Code.sequence(fields.map(field))] + nested)
    }
  }

  private func field(_ field: HeaderField) -> Code {
    let type = spelling.text(field.type, in: declaration.path)
    return Code {
      Code.documentation(field.documentation)
      Code.block("public static var \(field.name.escaped): HeaderField<\(type)>") {
        Code.call(
          opening: "HeaderField",
          arguments: [
            .prefixed(field.isJSON ? "json: " : "", .literal(field.key)),
            field.explode ? "explode: true" : nil,
          ].compactMap { $0 }, closing: "")
      }
    }
  }
}
