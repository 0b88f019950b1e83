import Foundation

/// One connection of a client. It belongs to one thread.
struct Connection {
  let socket: Int32
  private var buffer: [UInt8] = []
  private var ordinal = 0

  init(socket: Int32) { self.socket = socket }

  /// The next request; nil at the end, and for what is not HTTP: a TLS handshake, which begins with
  /// 0x16, is not read on.
  mutating func nextRequest() -> ReceivedRequest? {
    var raw: [UInt8] = []
    if buffer.isEmpty, !fill() || buffer.first == 0x16 { return nil }
    guard let head = readLines(into: &raw), let start = head.first else { return nil }
    let words = start.split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    let headers = head.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (String(line[..<colon]), String(value))
    }
    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name }?.value.lowercased()
    }
    if header("expect") == "100-continue" { write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
    let body: [UInt8]?
    if header("transfer-encoding") == "chunked" {
      body = readChunks(into: &raw)
    } else {
      body = read(Int(header("content-length") ?? "0") ?? 0, into: &raw)
    }
    guard let body else { return nil }
    defer { ordinal += 1 }
    return ReceivedRequest(
      raw: raw, method: words[0], target: words[1], headers: headers, body: body, ordinal: ordinal)
  }

  /// Sends all of `bytes`, as far as the client takes them.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Darwin)
        let flags: Int32 = 0
      #else
        let flags = Int32(MSG_NOSIGNAL)
      #endif
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the client, or the server's end, closes the connection.
  mutating func waitForEnd() {
    while fill() { buffer = [] }
  }

  /// The lines up to an empty one, in Latin-1 so that every byte shows.
  private mutating func readLines(into raw: inout [UInt8]) -> [String]? {
    var lines: [String] = []
    while let line = readLine(into: &raw) {
      if line.isEmpty { return lines }
      lines.append(line)
    }
    return nil
  }

  private mutating func readLine(into raw: inout [UInt8]) -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        guard let line = read(end + 1, into: &raw) else { return nil }
        return String(decoding: line.dropLast(line.suffix(2).first == 0x0D ? 2 : 1), as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  private mutating func readChunks(into raw: inout [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    while let line = readLine(into: &raw), let size = Int(line, radix: 16),
      let chunk = read(size, into: &raw), readLine(into: &raw) != nil
    {
      if size == 0 { return body }
      body += chunk
    }
    return nil
  }

  private mutating func read(_ count: Int, into raw: inout [UInt8]) -> [UInt8]? {
    while buffer.count < count { guard fill() else { return nil } }
    let bytes = Array(buffer.prefix(count))
    buffer.removeFirst(count)
    raw += bytes
    return bytes
  }

  /// Takes what the client has sent into `buffer`; false at the end.
  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk.prefix(count)
    return true
  }
}
