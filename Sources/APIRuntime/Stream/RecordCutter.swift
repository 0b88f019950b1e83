/// Cuts a body into records, byte by byte as it comes.
struct RecordCutter {
  /// How records are told apart.
  enum Framing {
    /// Each line, ended by CR, LF or both, is one; empty lines too.
    case lines

    /// Each line, ended by LF, is one, as JSON may have a CR between its tokens.
    case lineFeeds

    /// Each JSON text is one, after a record separator (RFC 7464 §2.2). One ends with the line feed
    /// after it, which is part of it, and one that is cut off at the next separator.
    case sequence
  }

  let framing: Framing
  private var record: [UInt8] = []
  private var last: UInt8 = 0
  private var nesting = JSONNesting()

  init(_ framing: Framing) { self.framing = framing }

  /// The record that ends with `byte`.
  mutating func append(_ byte: UInt8) -> [UInt8]? {
    defer { last = byte }
    switch (framing, byte) {
    case (.lines, 0x0A) where last == 0x0D: return nil
    case (.lines, 0x0A), (.lines, 0x0D), (.lineFeeds, 0x0A): return take()
    case (.sequence, 0x1E): return take()
    case (.sequence, _): nesting.append(byte)
    case (.lines, _), (.lineFeeds, _): break
    }
    record.append(byte)
    return framing == .sequence && byte == 0x0A && nesting.isClosed ? take() : nil
  }

  /// What stands after the last end of a record.
  mutating func take() -> [UInt8] {
    defer {
      record = []
      nesting = JSONNesting()
    }
    return record
  }
}

/// Whether the arrays, objects and strings of a JSON text are closed so far.
private struct JSONNesting {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  var isClosed: Bool { depth <= 0 && !isInString }

  mutating func append(_ byte: UInt8) {
    switch byte {
    case _ where isEscaped: isEscaped = false
    case UInt8(ascii: "\\") where isInString: isEscaped = true
    case UInt8(ascii: "\""): isInString.toggle()
    case UInt8(ascii: "["), UInt8(ascii: "{"): if !isInString { depth += 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): if !isInString { depth -= 1 }
    default: break
    }
  }
}
