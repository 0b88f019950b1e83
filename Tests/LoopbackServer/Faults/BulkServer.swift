import Foundation

/// A server on 127.0.0.1 that takes bodies of any length and keeps nothing of them. A request to
/// `/1024/x` is answered with as many megabytes. It stops with its process.
public struct BulkServer {
  /// Where it is reached: `http://127.0.0.1:54321`.
  public let url: String

  /// - Throws: `POSIXError` if the system has no socket or no thread for it.
  public init() throws {
    let (listener, port) = try listen(backlog: 1_024)
    url = "http://127.0.0.1:\(port)"
    try acceptAll(listener) { connection in
      let megabyte = [UInt8](repeating: 0x61, count: 1 << 20)
      while let (count, _) = connection.nextRequest(), connection.read(.all) {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(count << 20)\r\n\r\n"
        connection.write(Array(head.utf8), .atOnce)
        for _ in 0..<count { connection.write(megabyte, .atOnce) }
      }
    }
  }
}
