/// The bytes of a file, freed of their byte order mark.
struct SourceText {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: Int32

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: Int32) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
    self.file = file
  }

  /// The error that the file has nothing in it.
  var emptyFile: Diagnostic {
    Diagnostic("the file is empty, expected YAML or JSON", at: .start(ofFile: file))
  }

  /// The text between two offsets.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The character at an offset, or nil at the end.
  func scalar(atOffset offset: Int) -> Unicode.Scalar? {
    text(offset..<min(offset + 4, bytes.count)).unicodeScalars.first
  }

  /// The place of a byte, found by counting from the start: for errors only.
  func place(atOffset offset: Int) -> Place {
    var place = Place.start(ofFile: file)
    for index in 0..<offset {
      if isLineEnd(at: index) {
        place.line += 1
        place.column = 1
      } else if !bytes[index].isContinuation {
        place.column += 1
      }
    }
    return place
  }

  /// Whether a line ends with this byte: LF, or CR alone.
  func isLineEnd(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    default: false
    }
  }

  /// The first byte from an offset on that is no part of UTF-8 (RFC 3629).
  func invalidOffset(from start: Int) -> Int? {
    var start = start
    while let offset = nonASCIIOffset(from: start) {
      guard let length = lengthOfSequence(at: offset) else { return offset }
      start = offset + length
    }
    return nil
  }

  /// The first byte from an offset on that is not ASCII.
  func nonASCIIOffset(from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while offset < bytes.count, bytes[offset] < 0x80 {
      offset += 1
      // Most of a file is ASCII, which is found eight bytes at a time.
      while offset + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      }
    }
    return offset < bytes.count ? offset : nil
  }

  /// The first byte from an offset on that does not stand for itself in a string of JSON, or is not
  /// ASCII: found eight bytes at a time.
  func plainEnd(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let each: UInt64 = 0x0101_0101_0101_0101
    var offset = start
    while offset + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // The highest bit of each byte that is less than a space, a quote, a backslash or no ASCII.
      // What one borrows from the next ones makes no difference to the first.
      let controls = word &- each * 0x20
      let quotes = (word ^ each * UInt64(UInt8(ascii: "\""))) &- each
      let backslashes = (word ^ each * UInt64(UInt8(ascii: "\\"))) &- each
      let found = (word | controls | quotes | backslashes) & (each * 0x80)
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count, bytes[offset].isPlain { offset += 1 }
    return offset
  }

  /// The length of the well-formed sequence of two to four bytes at an offset (RFC 3629 §4).
  private func lengthOfSequence(at offset: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[offset] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    let rest = bytes[(offset + 2)..<(offset + length)]
    return rest.allSatisfy(\.isContinuation) ? length : nil
  }
}

extension UInt8 {
  /// Whether the byte is inside a character of UTF-8, not its first.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// Whether the byte is ASCII that stands for itself in a string of JSON (RFC 8259 §7).
  fileprivate var isPlain: Bool {
    self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
