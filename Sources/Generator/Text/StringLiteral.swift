extension String {
  /// The text as a literal on one line.
  var literal: String { "\"" + escapedInLiteral + "\"" }

  /// The text between `#"` and `"#`, as it is; nil where that would mean something else, hide
  /// something, or be longer than a line.
  var rawLiteral: String? {
    let isPlain = utf8.count < 80 && utf8.allSatisfy(\.isPrintable)
    return isPlain && !contains("\"#") && !contains("\\#") ? "#\"" + self + "\"#" : nil
  }

  /// The text as it is written inside a literal.
  var escapedInLiteral: String {
    // Most is plain, and stays as it is.
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy {
        $0.isPrintable && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
    }
    if isPlain == true { return self }
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let escape = scalar.escapedInLiteral {
        escaped.append(contentsOf: escape.unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A piece of a literal in those that a line break may stand between: words with the space after
  /// them, or sixteen characters of one, and escapes. An interpolation stays whole.
  var literalPieces: [String] {
    if hasPrefix("\\(") { return [self] }
    var pieces: [String] = []
    var rest = self[...].unicodeScalars
    while let first = rest.first {
      let end = first == "\\" ? rest.endOfEscape : rest.endOfRun
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return pieces
  }
}

extension Substring.UnicodeScalarView {
  /// Where the escape ends that it begins with: `\n` or `\u{…}`.
  fileprivate var endOfEscape: Index {
    let letter = index(after: startIndex)
    return (self[letter] == "u" ? firstIndex(of: "}") : letter).map { index(after: $0) } ?? endIndex
  }

  fileprivate var endOfRun: Index {
    var (length, isAfterSpace) = (0, false)
    return firstIndex { scalar in
      defer { (length, isAfterSpace) = (length + UTF8.width(scalar), scalar == " ") }
      return scalar == "\\" || isAfterSpace || length >= 16
    } ?? endIndex
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
    if isASCII { return UInt8(value).isPrintable }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .spaceSeparator,
      .surrogate, .unassigned:
      false
    default: true
    }
  }
}

extension UInt8 {
  /// Whether it is a character of ASCII that can be seen, or a space.
  var isPrintable: Bool { (0x20..<0x7F).contains(self) }
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
