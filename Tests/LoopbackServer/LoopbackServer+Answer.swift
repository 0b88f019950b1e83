import Foundation

extension LoopbackServer {
  /// What a server does with a request that it has read.
  public enum Answer: Sendable {
    /// Sends these bytes and closes the connection, or keeps it for more.
    case bytes([UInt8], keepsConnection: Bool)

    /// Sends these bytes, and then nothing more until the client closes the connection.
    case begin([UInt8])

    /// Sends the first bytes, keeps the connection, and sends the others after 50 milliseconds,
    /// which nobody has asked for.
    case bytesAndMore([UInt8], [UInt8])

    /// Closes the connection without an answer.
    case close

    /// Never answers.
    case stall

    /// An answer with its `Content-Length`, after which the connection is closed.
    public static func respond(
      _ status: Int, headers: [(String, String)] = [], body: String = "",
      keepsConnection: Bool = false
    ) -> Answer {
      var lines = ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)"]
      if !keepsConnection { lines.append("Connection: close") }
      lines += headers.map { "\($0): \($1)" }
      let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
      return .bytes(Array(text.utf8), keepsConnection: keepsConnection)
    }
  }
}
