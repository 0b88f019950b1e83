extension Code {
  /// A string literal that means exactly this text, whatever the text holds.
  static func literal(_ text: String) -> Code {
    .literal(text.literalPieces)
  }
}

extension String {
  /// The text as a literal on one line.
  var literal: String { "\"" + literalPieces.joined() + "\"" }

  /// The characters as they are written inside a literal, each a piece that stays whole.
  var literalPieces: [String] { unicodeScalars.map(\.escapedInLiteral) }
}

extension Unicode.Scalar {
  fileprivate var escapedInLiteral: String {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPrintable ? String(self) : "\\u{\(String(value, radix: 16))}"
    }
  }

  /// Whether what a person sees is what is there: no control, no line separator, no mark that turns
  /// the direction of the text around it (Trojan Source, CVE-2021-42574), nothing invisible.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
