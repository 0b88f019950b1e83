/// Looks for places of a file in JSON among its bytes: to read it into nodes takes far longer.
package struct JSONPlaces {
  package enum Step: Equatable, Sendable {
    case key(String)
    case index(Int)
  }

  /// An array or object that is open.
  private struct Level {
    let isObject: Bool
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
  private var open: [Level] = []
  /// Whether the outermost value has come.
  private var isComplete = false

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
    var rest = places[...]
    while let next = rest.first, beginToken() {
      let column = Int32(offset - lineOrigin + 1)
      let here = Place(file: next.file, line: line, column: column)
      if next <= here {
        let steps = open.map { level in
          level.key.map { Step.key(key(at: $0)) } ?? .index(level.index)
        }
        while let place = rest.first, place <= here {
          if place == here { found[place] = steps }
          rest.removeFirst()
        }
      }
      endToken()
    }
    return found
  }

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
        guard let last = open.indices.last else { return false }
        open[last].key = nil
        open[last].index += 1
        open[last].isComplete = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() != nil else { return false }
      default: return takePlace()
      }
      offset += 1
    }
    return false
  }

  /// Makes a token the key or the value that is expected. False where there is none.
  private mutating func takePlace() -> Bool {
    guard let last = open.indices.last else {
      defer { isComplete = true }
      return !isComplete
    }
    if open[last].isObject, open[last].key == nil {
      open[last].key = offset
      return source.bytes[offset] == UInt8(ascii: "\"")
    }
    defer { open[last].isComplete = true }
    return !open[last].isComplete
  }

  /// Goes on to what follows a key, a scalar, or the beginning of an array or object.
  private mutating func endToken() {
    let first = source.bytes[offset]
    offset += 1
    switch first {
    case UInt8(ascii: "{"): open.append(Level(isObject: true))
    case UInt8(ascii: "["): open.append(Level(isObject: false))
    case UInt8(ascii: "\""): endString()
    default:
      while offset < source.bytes.count, !",]} \t\r\n".utf8.contains(source.bytes[offset]) {
        offset += 1
      }
    }
  }

  private mutating func endString() {
    while offset < source.bytes.count {
      let byte = source.bytes[offset]
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return }
      if byte.isContinuation { lineOrigin += 1 }
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
