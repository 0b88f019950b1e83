extension Code {
  /// A string literal that means exactly this text, whatever the text holds.
  static func literal(_ text: String) -> Code {
    .literal(text.literalPieces)
  }
}

extension String {
  /// The text as a literal on one line.
  var literal: String { "\"" + literalPieces.joined() + "\"" }

  /// The text as it is written inside a literal, in pieces that stay whole: a run of up to sixteen
  /// plain characters, or one escape.
  var literalPieces: [String] {
    var pieces: [String] = []
    var run = ""
    for scalar in unicodeScalars {
      let escaped = scalar.escapedInLiteral
      if let escaped {
        if !run.isEmpty { pieces.append(run) }
        pieces.append(escaped)
        run = ""
      } else {
        run.unicodeScalars.append(scalar)
        if run.utf8.count >= 16 {
          pieces.append(run)
          run = ""
        }
      }
    }
    return run.isEmpty ? pieces : pieces + [run]
  }
}

extension Unicode.Scalar {
  /// Nil where the scalar stands for itself.
  fileprivate var escapedInLiteral: String? {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPrintable ? nil : "\\u{\(String(value, radix: 16))}"
    }
  }

  /// Whether what a person sees is what is there: no control, no line separator, no mark that turns
  /// the direction of the text around it (Trojan Source, CVE-2021-42574), nothing invisible.
  var isPrintable: Bool {
    if isASCII { return (0x20..<0x7F).contains(value) }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    case .spaceSeparator: false
    default: true
    }
  }
}

extension String {
  /// A whole number with `_` between every three digits, where it has more than six.
  var digitsGrouped: String {
    let digits = drop { $0 == "-" }
    guard digits.utf8.count > 6 else { return self }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped += "_" }
      grouped.append(digit)
    }
    return (hasPrefix("-") ? "-" : "") + grouped
  }
}
