import Foundation

extension HTTPRequest {
  /// The curl command that sends this request, for a POSIX shell; credentials are `(redacted)`,
  /// also in the body. Bytes that are not text are written by `printf` and `cat`.
  public var curl: String {
    var words = ["curl"]
    switch method {
    // With a body curl takes another method.
    case .get where body == nil: break
    case .head: words.append("--head")
    default: words.append("--request \(method.name.quoted)")
    }
    let text = body?.text
    if let body, text == nil { words[0] = "{ \(body.printed(redact)) } | curl" }
    let url = shownURL
    // Curl takes brackets and braces for several addresses.
    words.append((url.contains { "[]{}".contains($0) } ? "--globoff " : "") + url.quoted)
    for field in headers {
      // The key of a message is none of its sender's, and another would make it another message.
      let isKey = field.name.lowercased() == idempotencyHeader.lowercased()
      let value = field.mayBeSecret && !isKey ? "(redacted)" : field.value
      // A header without a value is one that curl leaves out, unless a semicolon ends it.
      let text = value.isEmpty ? "\(field.name);" : "\(field.name): \(redact(value))"
      words.append("--header \(text.quoted)")
    }
    if body != nil {
      words.append(text.map { "--data-raw \(redact($0).quoted)" } ?? "--data-binary @-")
    }
    return words.joined(separator: " \\\n  ")
  }

  /// The URL, where the names of the query are shown: they are of the description.
  private var shownURL: String {
    let text = url.absoluteString
    guard let query = text.firstIndex(of: "?") else { return redact(text) }
    let fields = text[query...].split(separator: "&", omittingEmptySubsequences: false).map {
      let value = $0.firstIndex(of: "=") ?? $0.startIndex
      return $0[..<value] + redact(String($0[value...]))
    }
    return redact(String(text[..<query])) + fields.joined(separator: "&")
  }
}

extension Body {
  /// It as text that can stand in a command; nil where it is none.
  fileprivate var text: String? {
    data.flatMap { $0.contains(0) ? nil : String(data: $0, encoding: .utf8) }
  }

  /// Commands that write its pieces.
  fileprivate func printed(_ redact: (String) -> String) -> String {
    segments.map { segment in
      switch segment {
      case .file(let file): "cat \(file.path.quoted);"
      case .bytes(let bytes): "printf -- \(bytes.redacted(by: redact).escapedForPrintf.quoted);"
      }
    }.joined(separator: " ")
  }
}

extension Data {
  /// The same, as text where that has credentials in it: escapes would hide these.
  fileprivate func redacted(by redact: (String) -> String) -> Data {
    let text = String(decoding: self, as: UTF8.self)
    let shown = redact(text)
    return shown == text ? self : Data(shown.utf8)
  }

  /// The format of `printf` that writes the bytes.
  fileprivate var escapedForPrintf: String {
    var text = ""
    for byte in self {
      switch byte {
      case UInt8(ascii: "%"): text += "%%"
      case UInt8(ascii: "\\"): text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return text
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var quoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
