import Foundation

extension JSONValue {
  /// Reads a JSON document (RFC 8259) in UTF-8, with or without a byte order mark. Values may be
  /// nested 128 deep. Of two members with the same name the last wins, bytes that are not UTF-8
  /// become U+FFFD, and NaN and infinities, which some servers write, null.
  ///
  /// - Throws: `JSONDecodingError`, with the offset in bytes, for anything else.
  public init(parsing data: Data) throws(JSONDecodingError) {
    try self.init(parsing: [UInt8](data))
  }

  /// Reads a JSON document, see `init(parsing: Data)`.
  package init(parsing bytes: [UInt8]) throws(JSONDecodingError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }
}

/// Reads JSON from bytes. `position` is always within `bytes`, or at their end. The arrays and
/// objects that are not yet closed stand in an array and not on the call stack, which is as small
/// as 512 KB where tasks run on Apple's systems.
struct JSONParser {
  /// An array or object that is not yet closed.
  private struct Level {
    let isObject: Bool
    var elements: [JSONValue] = []
    var members = JSONObject()

    /// The name of the member whose value is being read.
    var key = ""

    var value: JSONValue { isObject ? .object(members) : .array(elements) }

    mutating func append(_ value: JSONValue) {
      if isObject {
        members[key] = value
      } else {
        elements.append(value)
      }
    }
  }

  let bytes: [UInt8]
  var position = 0
  private var levels: [Level] = []
  let deviations = Deviations.current

  /// How many arrays and objects may stand in one another: enough for any document, and few enough
  /// for a model to be made of them, which takes up to 3 KB of the call stack each.
  private static let depthLimit = 128

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at `position`; nil at the end.
  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() throws(JSONDecodingError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while true {
      skipSpace()
      guard let value = try next(), let whole = try close(value) else { continue }
      guard byte == nil else { throw unexpected("the end") }
      return whole
    }
  }

  /// The value at `position`; nil where it is an array or object that has something in it, which is
  /// then open.
  private mutating func next() throws(JSONDecodingError) -> JSONValue? {
    switch byte {
    case UInt8(ascii: "["): return try open(isObject: false)
    case UInt8(ascii: "{"): return try open(isObject: true)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try notANumber("NaN")
    case UInt8(ascii: "I"): return try notANumber("Infinity")
    case UInt8(ascii: "-") where bytes[position...].starts(with: "-I".utf8):
      return try notANumber("-Infinity")
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return .number(try number())
    default: throw unexpected("a value")
    }
  }

  private mutating func open(isObject: Bool) throws(JSONDecodingError) -> JSONValue? {
    guard levels.count < Self.depthLimit else {
      throw unexpected("no more than \(Self.depthLimit) levels")
    }
    let level = Level(isObject: isObject)
    position += 1
    skipSpace()
    if skip(UInt8(ascii: isObject ? "}" : "]")) { return level.value }
    levels.append(level)
    if isObject { try key() }
    return nil
  }

  /// Puts `value` into the innermost open level, and closes those that end after it; the document
  /// once all are closed.
  private mutating func close(_ value: JSONValue) throws(JSONDecodingError) -> JSONValue? {
    var value = value
    skipSpace()
    while let level = levels.indices.last {
      if let deviations, levels[level].members[levels[level].key] != nil {
        deviations.note("one member of that name", found: "several", at: path)
      }
      levels[level].append(value)
      let isObject = levels[level].isObject
      if skip(UInt8(ascii: ",")) {
        skipSpace()
        if isObject { try key() }
        return nil
      }
      guard skip(UInt8(ascii: isObject ? "}" : "]")) else {
        throw unexpected(isObject ? "a comma or a closing brace" : "a comma or a closing bracket")
      }
      value = levels.removeLast().value
      skipSpace()
    }
    return value
  }

  private mutating func notANumber(_ text: StaticString) throws(JSONDecodingError) -> JSONValue {
    let null = try word(text, .null)
    note("a value that JSON has", found: "\(text)")
    return null
  }

  /// Notes a deviation of the value that is being read.
  func note(_ expected: String, found: String) {
    deviations?.note(expected, found: found, at: path)
  }

  /// The names and indices that lead to the value that is being read.
  private var path: [String] {
    levels.map { $0.isObject ? $0.key : "\($0.elements.count)" }
  }

  /// The name of a member and the colon after it.
  private mutating func key() throws(JSONDecodingError) {
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
    levels[levels.count - 1].key = try string()
    skipSpace()
    guard skip(UInt8(ascii: ":")) else { throw unexpected("a colon") }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONDecodingError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard skip(word.utf8Start[index]) else { throw unexpected("\(word)") }
    }
    return value
  }
}

extension JSONParser {
  /// A number (RFC 8259 §6); `position` is at its sign or first digit.
  fileprivate mutating func number() throws(JSONDecodingError) -> JSONNumber {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    return JSONNumber(parsed: String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(JSONDecodingError) {
    let start = position
    while let byte, byte &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  /// Steps over white space (RFC 8259 §2).
  fileprivate mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Steps over `expected` if it stands at `position`, and says whether it did.
  mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    position += 1
    return true
  }

  /// The error that something else than `expected` stands at `position`.
  func unexpected(_ expected: String) -> JSONDecodingError {
    JSONDecodingError(
      expected: "\(expected) at byte \(position)", found: byte == nil ? "the end" : "something else"
    )
  }
}
