/// A piece of Swift source, as a value. An emitter says what to write; `Renderer` where lines break.
enum Code: Hashable, Sendable {
  case line(String)
  /// Two halves of a line: where it is too long the second goes below, `indent` steps in.
  indirect case halves(String, Code, indent: Int)
  case sequence([Code])
  indirect case indented(Code)
  /// `opening {`, the body one step in, and `}`.
  indirect case block(opening: Code, body: Code)
  /// The parts with an empty line between them.
  case paragraphs([Code])
  /// `opening(arguments)closing`, on as few lines as it fits on.
  indirect case call(opening: String, arguments: [Code], closing: String)
  /// The same where it declares something: on one line, or with a line for each parameter.
  indirect case declaration(opening: String, parameters: [Code], closing: String)
  /// `[a, b]`, on one line where it fits.
  case list([Code])
  /// Code with a label or the like before its first line.
  indirect case prefixed(String, Code)
  /// `opening {`, cases that are not indented, and `}`.
  indirect case branches(opening: String, cases: Code)
  /// A string literal: text as it is written inside one, and interpolations.
  case literal([String])
  /// A documentation comment of text that is wrapped.
  case documentation([String])

  /// Lines that are written by a builder.
  init(@CodeBuilder _ content: () -> Code) {
    self = content()
  }

  static func block(_ opening: String, @CodeBuilder _ body: () -> Code) -> Code {
    .block(opening: .line(opening), body: body())
  }

  static func block(_ opening: Code, @CodeBuilder _ body: () -> Code) -> Code {
    .block(opening: opening, body: body())
  }

  static func branches(_ opening: String, @CodeBuilder _ cases: () -> Code) -> Code {
    .branches(opening: opening, cases: cases())
  }

  static func call(_ name: String, _ arguments: Code...) -> Code {
    .call(opening: name, arguments: arguments, closing: "")
  }

  static let nothing = Code.sequence([])

  var isNothing: Bool {
    switch self {
    case .sequence(let parts), .paragraphs(let parts): parts.allSatisfy(\.isNothing)
    case .indented(let code): code.isNothing
    case .documentation(let lines): lines.isEmpty
    default: false
    }
  }
}

extension Code: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) {
    self = .line(value)
  }
}

@resultBuilder
enum CodeBuilder {
  static func buildExpression(_ code: Code) -> Code { code }
  static func buildExpression(_ line: String) -> Code { .line(line) }
  static func buildBlock(_ parts: Code...) -> Code { .sequence(parts) }
  static func buildArray(_ parts: [Code]) -> Code { .sequence(parts) }
  static func buildOptional(_ part: Code?) -> Code { part ?? .nothing }
  static func buildEither(first part: Code) -> Code { part }
  static func buildEither(second part: Code) -> Code { part }
}
