import CYAML

extension YAMLReader {
  /// The place of a mark of libyaml, which counts lines and characters from 0.
  func place(_ mark: yaml_mark_t) -> Place {
    Place(file: source.file, line: Int32(mark.line) + 1, column: Int32(mark.column) + 1)
  }

  /// Why libyaml has stopped, in words that say what to do.
  var problem: Diagnostic {
    guard let problem = parser.pointee.problem.map({ String(cString: $0) }) else {
      return Diagnostic("there is not enough memory to read YAML", at: .start(ofFile: source.file))
    }
    let place = place(parser.pointee.problem_mark)
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let start = self.place(parser.pointee.context_mark)
    switch problem {
    case "control characters are not allowed": return forbiddenCharacter
    case "found character that cannot start any token": return misplacedCharacter(at: place)
    case "could not find expected ':'":
      return Diagnostic(
        "found no ':' after this key (of at most 1024 characters); write 'key: value', or indent "
          + "the line further to continue the value above", at: start)
    case "mapping values are not allowed in this context":
      return Diagnostic(Self.advice[problem] ?? problem, at: place, notes: lineAbove)
    case "did not find expected ',' or ']'" where isInsideText,
      "did not find expected ',' or '}'" where isInsideText:
      return Diagnostic("found '{' or '[' inside of a text; put the text in quotes", at: place)
    case _ where context.hasSuffix(" a tag"):
      return Diagnostic("found a '!' that begins no tag; put the text in quotes", at: start)
    default:
      let message = Self.advice[problem] ?? "found no valid YAML: \(problem) \(context)"
      let notes = Self.beginnings[context].map { [($0, start)] } ?? []
      return Diagnostic(message, at: place, notes: place == start ? [] : notes)
    }
  }

  /// The line above a key, where it has no ':': then it goes on to that.
  private var lineAbove: [(message: String, place: Place)] {
    let number = parser.pointee.problem_mark.line
    let lines = source.bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
    guard number > 0, number <= lines.count else { return [] }
    let line = lines[number - 1]
    guard let start = line.firstIndex(where: { $0 > 0x20 }), line[start] != UInt8(ascii: "#"),
      !line.contains(UInt8(ascii: ":"))
    else { return [] }
    let place = Place(
      file: source.file, line: Int32(number), column: Int32(start - line.startIndex) + 1)
    return [("this line has no ':'", place)]
  }

  /// What libyaml has stopped at, in bytes.
  private var problemOffset: Int? {
    source.bytes.indices.lazy.filter { !source.bytes[$0].isContinuation }
      .dropFirst(parser.pointee.problem_mark.index).first
  }

  /// Whether a bracket follows a text without a space, as in `https://{host}`.
  private var isInsideText: Bool {
    guard let offset = problemOffset, offset > 0, "{[".utf8.contains(source.bytes[offset]) else {
      return false
    }
    return !" \t\r\n]}\"'".utf8.contains(source.bytes[offset - 1])
  }

  private var forbiddenCharacter: Diagnostic {
    let code = String(parser.pointee.problem_value, radix: 16, uppercase: true)
    return Diagnostic(
      "found the character U+\(code), which YAML forbids; remove it, or write it as an escape in "
        + "double quotes", at: source.place(atOffset: parser.pointee.problem_offset))
  }

  private func misplacedCharacter(at place: Place) -> Diagnostic {
    let found = problemOffset.flatMap(source.scalar(atOffset:)).map(String.init) ?? ""
    let message =
      found == "\t"
      ? "a tab cannot start a token; indent with spaces"
      : "a value cannot start with '\(found)'; put the text in quotes"
    return Diagnostic(message, at: place)
  }

  /// What to say for each problem that people come across; the rest are shown as libyaml has them.
  private static let advice = [
    "mapping values are not allowed in this context":
      "found a ':' that makes a key where none can be; put a text with ': ' in quotes, or check "
      + "the indentation",
    "mapping keys are not allowed in this context":
      "found a key where none can be; start it on a line of its own",
    "block sequence entries are not allowed in this context":
      "found a '-' that makes a list where none can be; start the list on a line of its own, or "
      + "put the text in quotes",
    "found unexpected ':'": "found a ':' in a text between brackets; put the text in quotes",
    "found unknown directive name":
      "found a '%' at the start of a line; put a text in quotes, and remove a directive",
    "did not find expected key":
      "found something else where a key was expected; check the indentation and the quotes",
    "did not find expected '-' indicator":
      "found something else where '-' was expected; check the indentation and the quotes",
    "did not find expected ',' or ']'":
      "expected ',' or ']' in the list; close it or add the comma",
    "did not find expected ',' or '}'":
      "expected ',' or '}' in the mapping; close it or add the comma",
    "did not find expected node content": "expected a value here; write one, or remove the comma",
    "did not find expected <document start>":
      "found more after the end of the document; check the indentation",
    "found unexpected end of stream": "the quoted text is never closed; add the closing quote",
    "found unexpected document indicator":
      "found '---' or '...' in a quoted text; add the closing quote, or indent the line",
    "found unknown escape character":
      "found a backslash that starts no escape; write '\\\\' for a backslash, or use single quotes",
    "did not find expected hexdecimal number":
      "found an escape that is cut short; write '\\x41', '\\u0041' or '\\U00000041'",
    "found invalid Unicode character escape code":
      "found an escape of no character, perhaps half of a surrogate pair; write the character itself",
    "did not find expected alphabetic or numeric character":
      "found no name after '&' or '*', expected letters and digits; put the text in quotes",
    "did not find expected comment or line break":
      "found a text after '|' or '>'; start it on the next line",
    "found a tab character where an indentation space is expected":
      "found a tab in the indentation; indent with spaces",
    "found a tab character that violates indentation":
      "found a tab in the indentation; indent with spaces",
    "found undefined tag handle": "found a tag of an unknown kind; remove it, or quote the text",
    "found incompatible YAML document": "found a version of YAML that is not 1.1 or 1.2; use 1.2",
  ]

  /// What a note says of the place where something unfinished begins.
  private static let beginnings = [
    "while parsing a block mapping": "the mapping starts here",
    "while parsing a flow mapping": "the mapping starts here",
    "while parsing a block collection": "the list starts here",
    "while parsing a flow sequence": "the list starts here",
    "while scanning a quoted scalar": "the text starts here",
  ]
}
