/// Reads JSON as RFC 8259 has it, and nothing more lenient.
package struct JSONReader {
  let source: SourceText
  var offset = 0
  /// Where the line would start if each of its characters took one byte: the column is what
  /// `offset` is past it.
  var lineOrigin = 0
  private var line: Int32 = 1
  private var builder = NodeBuilder()
  private var warnings: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// Reads a whole file; nil after an error, which is added to the diagnostics. Strings are quoted
  /// scalars, and numbers, `true`, `false` and `null` are plain ones with their text as written.
  package static func read(
    _ bytes: [UInt8], file: Int32, into diagnostics: inout Diagnostics
  ) -> Node? {
    diagnostics.reading(bytes, file: file) { source, found throws(Diagnostic) in
      var reader = JSONReader(source)
      defer { found += reader.warnings + reader.builder.duplicates }
      return try reader.readDocument()
    }
  }

  private mutating func readDocument() throws(Diagnostic) -> Node {
    skipSpace()
    if offset == source.bytes.count { throw source.emptyFile }
    try readValue()
    while let collection = builder.innermost { try readNext(in: collection) }
    skipSpace()
    // Some programs write the whole of a buffer.
    while offset < source.bytes.count, current == 0 { offset += 1 }
    guard offset == source.bytes.count, let root = builder.root else {
      throw unexpected(expected: "the end of the file, since its value is complete")
    }
    return root
  }

  /// Reads the end of a collection, or its next item as far as that item's own opening.
  private mutating func readNext(in collection: NodeBuilder.Kind) throws(Diagnostic) {
    let closing = collection == .mapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    skipSpace()
    if current == closing {
      offset += 1
      _ = try builder.end()
      return
    }
    if !builder.isEmpty { try readComma(before: closing) }
    if collection == .mapping { try readKey() }
    try readValue()
  }

  private mutating func readComma(before closing: UInt8) throws(Diagnostic) {
    let place = place
    guard current == UInt8(ascii: ",") else {
      let isValue = "\"{[-0123456789tfn".utf8.contains(current)
      throw unexpected(
        expected: "',' or '\(Unicode.Scalar(closing))'" + (isValue ? "; add a ',' before it" : ""))
    }
    offset += 1
    skipSpace()
    if current == closing {
      throw Diagnostic(
        "found ',' after the last value; JSON allows none here: remove it", at: place)
    }
  }

  private mutating func readKey() throws(Diagnostic) {
    let place = place
    guard current == UInt8(ascii: "\"") else {
      throw unexpected(expected: "a key in double quotes")
    }
    builder.addKey(.name(try readString()), at: place)
    skipSpace()
    guard current == UInt8(ascii: ":") else {
      throw unexpected(expected: "':' after the key")
    }
    offset += 1
  }

  /// Reads a scalar, or the opening bracket of a collection.
  private mutating func readValue() throws(Diagnostic) {
    skipSpace()
    let place = place
    switch current {
    case UInt8(ascii: "{"):
      try builder.begin(.mapping, at: place)
      offset += 1
    case UInt8(ascii: "["):
      try builder.begin(.sequence, at: place)
      offset += 1
    case UInt8(ascii: "\""):
      try add(Scalar(readString(), isQuoted: true), at: place)
    case UInt8(ascii: "I"), UInt8(ascii: "N"),
      UInt8(ascii: "-") where source.bytes[offset...].starts(with: "-I".utf8):
      try add(readNoNumber(), at: place)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try add(Scalar(readNumber(), isQuoted: false), at: place)
    default:
      try add(Scalar(readWord(), isQuoted: false), at: place)
    }
  }

  private mutating func add(_ scalar: Scalar, at place: Place) throws(Diagnostic) {
    try builder.add(.init(node: Node(.scalar(scalar), at: place)), at: place)
  }

  private mutating func readWord() throws(Diagnostic) -> String {
    for word in ["true", "false", "null"] where source.bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return word
    }
    throw noValue
  }

  /// Reads one of the words that Python and others write for what is no number, as no value.
  private mutating func readNoNumber() throws(Diagnostic) -> Scalar {
    let words = ["NaN", "Infinity", "-Infinity"]
    guard let word = words.first(where: { source.bytes[offset...].starts(with: $0.utf8) }) else {
      throw noValue
    }
    warn(
      "found \(word), which JSON does not have, expected a number; it is read as null", at: place)
    offset += word.utf8.count
    return Scalar("null", isQuoted: false)
  }

  private static let mostWarnings = 20

  /// Adds what is wrong, and can be read all the same.
  mutating func warn(_ message: String, at place: Place) {
    guard warnings.count < Self.mostWarnings else { return }
    warnings.append(Diagnostic(message, severity: .warning, at: place))
  }

  private var noValue: Diagnostic {
    unexpected(expected: "a value: a text in double quotes, a number, true, null, '{' …")
  }

  private mutating func skipSpace() {
    while offset < source.bytes.count {
      switch source.bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if source.isLineEnd(at: offset) {
          line += 1
          lineOrigin = offset + 1
        }
      default: return
      }
      offset += 1
    }
  }
}

extension JSONReader {
  /// The byte to read next; 0, which no JSON has, at the end.
  var current: UInt8 { offset < source.bytes.count ? source.bytes[offset] : 0 }

  /// The place of `offset`.
  var place: Place {
    Place(file: source.file, line: line, column: Int32(offset - lineOrigin + 1))
  }

  /// The error that something else stands at `offset`.
  func unexpected(expected: String) -> Diagnostic {
    let found = source.scalar(atOffset: offset).map { "'\($0)'" } ?? "the end of the file"
    let hint =
      switch current {
      case UInt8(ascii: "/"), UInt8(ascii: "#"): "; JSON has no comments: remove it"
      case UInt8(ascii: "'"): "; JSON has no single quotes: use double ones"
      default: ""
      }
    return Diagnostic("found \(found), expected \(expected)\(hint)", at: place)
  }
}
