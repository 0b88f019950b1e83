import Foundation
import LoopbackServer

/// The parts of a multipart body (RFC 7578), taken apart by the letter of RFC 2046 §5.1.
struct FormParts {
  struct Part: Equatable {
    var headers: [String]
    var body: String
  }

  let parts: [Part]

  init(_ request: ReceivedRequest) throws {
    let type = request.header("Content-Type") ?? ""
    guard type.hasPrefix("multipart/form-data; boundary=") else {
      throw CocoaError(.formatting)
    }
    let boundary = type.split(separator: "boundary=", maxSplits: 1)[1]
    let text = "\r\n" + String(decoding: request.body, as: UTF8.self)
    var pieces = text.components(separatedBy: "\r\n--\(boundary)")
    guard pieces.removeFirst() == "", pieces.removeLast() == "--\r\n" else {
      throw CocoaError(.formatting)
    }
    parts = pieces.map { piece in
      let halves = piece.dropFirst(1).components(separatedBy: "\r\n\r\n")
      return Part(
        headers: halves[0].components(separatedBy: "\r\n").filter { !$0.isEmpty },
        body: halves.dropFirst().joined(separator: "\r\n\r\n"))
    }
  }
}
