import APITransport
import Foundation

/// The status and the headers of an answer.
struct AnswerHead: Sendable {
  private(set) var status = 0
  private(set) var headers = HTTPHeaders()
  private var hasStatus = false

  /// The bytes of all lines, those of interim answers too.
  private var size = 0

  /// Takes a line of the head, the empty one at its end too. What an interim answer (RFC 9110
  /// §15.2) says is forgotten.
  ///
  /// - Returns: whether the head is complete; nil if it is none, or too large to be meant well.
  mutating func add(_ line: UnsafeRawBufferPointer) -> Bool? {
    size += line.count
    guard size <= 262_144 else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if hasStatus, !text.isEmpty, line.first == 0x20 || line.first == 0x09 {
      headers.fold(text)
      return false
    }
    if text.isEmpty {
      hasStatus = false
      return status >= 200
    }
    if hasStatus {
      guard let colon = text.firstIndex(of: ":") else { return false }
      let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      headers.append(HTTPHeaders.Field(name: String(text[..<colon]), value: value))
      return false
    }
    guard let number = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      return nil
    }
    (status, headers, hasStatus) = (number, HTTPHeaders(), true)
    return false
  }
}
