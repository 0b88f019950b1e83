/// Looks for places of a file in JSON among its bytes: to read it into nodes takes far longer.
package struct JSONPlaces {
  package enum Step: Equatable, Sendable {
    case key(String)
    case index(Int)
  }

  /// An array or object that is open, or the whole file.
  private struct Level {
    var isObject = false
    /// Where its last key begins; nil where the next one is expected.
    var key: Int?
    var index = 0
    /// Whether the value that is expected has come.
    var isComplete = false
  }

  private let source: SourceText
  private var offset = 0
  private var line: Int32 = 1
  /// As in `JSONReader`.
  private var lineOrigin = 0
  /// The innermost that is open, and those that it is in.
  private var level = Level()
  private var outer: [Level] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The keys and indices that lead to each place where a key or a value begins. None from where
  /// the file is no JSON.
  package static func steps(
    to places: [Place], in bytes: some Sequence<UInt8>
  ) -> [Place: [Step]] {
    let found = bytes.withContiguousStorageIfAvailable { bytes -> [Place: [Step]] in
      let source = SourceText(bytes, file: 0)
      guard source.invalidOffset(from: 0) == nil else { return [:] }
      var finder = JSONPlaces(source)
      return finder.steps(to: places.sorted())
    }
    return found ?? [:]
  }

  private mutating func steps(to places: [Place]) -> [Place: [Step]] {
    var found: [Place: [Step]] = [:]
    guard beginToken() else { return found }
    for place in places {
      while (line, column) < (place.line, place.column) {
        endToken()
        guard beginToken() else { return found }
      }
      guard line == place.line, column == place.column else { continue }
      found[place] = (outer + [level]).dropFirst().map { level in
        level.key.map { Step.key(key(at: $0)) } ?? .index(level.index)
      }
    }
    return found
  }

  private var column: Int32 { Int32(offset - lineOrigin + 1) }

  /// Goes on to where the next key or value begins. False where there is none, or no JSON.
  private mutating func beginToken() -> Bool {
    while offset < source.bytes.count {
      switch source.bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ":"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if source.isLineEnd(at: offset) {
          line += 1
          lineOrigin = offset + 1
        }
      case UInt8(ascii: ","):
        if outer.isEmpty { return false }
        level = Level(isObject: level.isObject, index: level.index + 1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let last = outer.popLast() else { return false }
        level = last
      default: return takePlace()
      }
      offset += 1
    }
    return false
  }

  /// Makes a token the key or the value that is expected. False where there is none.
  private mutating func takePlace() -> Bool {
    if level.isObject, level.key == nil {
      level.key = offset
      return source.bytes[offset] == UInt8(ascii: "\"")
    }
    defer { level.isComplete = true }
    return !level.isComplete
  }

  /// Goes on to what follows a key, a scalar, or the beginning of an array or object.
  private mutating func endToken() {
    let first = source.bytes[offset]
    offset += 1
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      outer.append(level)
      level = Level(isObject: first == UInt8(ascii: "{"))
    case UInt8(ascii: "\""): endString()
    default:
      while offset < source.bytes.count, !",]} \t\r\n".utf8.contains(source.bytes[offset]) {
        offset += 1
      }
    }
  }

  private mutating func endString() {
    while offset < source.bytes.count {
      switch source.bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"): offset += 2
      case let byte where byte.isContinuation:
        lineOrigin += 1
        offset += 1
      default: offset = source.plainEnd(from: offset + 1)
      }
    }
  }

  private func key(at start: Int) -> String {
    var end = self
    end.offset = start + 1
    end.endString()
    let bytes = Array(source.bytes[start..<min(end.offset, source.bytes.count)])
    var diagnostics = Diagnostics()
    return JSONReader.read(bytes, file: 0, into: &diagnostics)?.text ?? ""
  }
}
