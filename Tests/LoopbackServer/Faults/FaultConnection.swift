import Foundation

/// One connection of a client to a server that fails. It belongs to one thread. Only what is read
/// of a request is taken from the system, so that closing is as for a server that reads no more.
struct FaultConnection {
  let socket: Int32

  init(socket: Int32) {
    self.socket = socket
    var wait = timeval(tv_sec: 5, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, length)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &wait, length)
  }

  /// What the line of a request says; nil at the end of the connection.
  func nextRequest() -> (fault: Int, message: String)? {
    // POST /17/00001234 HTTP/1.1
    guard let line = look(for: "\r\n") else { return nil }
    let words = line.split { " /".contains($0) }
    guard words.count > 3, let fault = Int(words[1]) else { return nil }
    return (fault, String(words[2]))
  }

  /// Takes a part of a request.
  ///
  /// - Returns: whether it came.
  func read(_ part: Fault.Part) -> Bool {
    if part == .byte { return take(1) }
    if part == .line { return look(for: "\r\n").map { take($0.utf8.count) } ?? false }
    guard let head = look(for: "\r\n\r\n"), take(head.utf8.count) else { return false }
    let field = head.lowercased().components(separatedBy: "content-length: ").dropFirst().first
    let length = field.flatMap { Int($0.prefix { $0 != "\r\n" }) } ?? 0
    return switch part {
    case .half: take(length / 2)
    case .almost: take(length - 1)
    case .all: take(length)
    default: true
    }
  }

  /// Sends all of `bytes`, as far as the client takes them.
  func write(_ bytes: [UInt8], _ pace: Fault.Pace) {
    switch pace {
    case .atOnce: Connection(socket: socket).write(bytes)
    case .byteByByte:
      for byte in bytes {
        Connection(socket: socket).write([byte])
        usleep(20_000)
      }
    }
  }

  /// - Returns: whether there may be another request.
  func end(_ ending: Fault.Ending) -> Bool {
    switch ending {
    case .keep: return true
    case .close:
      // As servers do that want their answer read: nothing is lost to a reset.
      shutdown(socket, Int32(SHUT_WR))
      while take(65_536) {}
    case .reset:
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    case .stall: sleep(5)
    case .closeSoon: usleep(.random(in: 0...3_000))
    case .timeOutSoon:
      usleep(.random(in: 0...3_000))
      write(Array("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n".utf8), .atOnce)
    case .closeAtNext: _ = look(for: "\r\n")
    }
    return false
  }

  /// What there is through `mark`, in the first kilobytes; nothing is taken.
  private func look(for mark: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = recv(socket, &bytes, bytes.count, Int32(MSG_PEEK))
      guard count > 0 else { return nil }
      let text = String(decoding: bytes.prefix(count), as: UTF8.self)
      if let end = text.range(of: mark)?.upperBound { return String(text[..<end]) }
      usleep(500)
    }
  }

  private func take(_ count: Int) -> Bool {
    var bytes = [UInt8](repeating: 0, count: min(count, 65_536))
    var rest = count
    while rest > 0 {
      let taken = recv(socket, &bytes, min(rest, bytes.count), 0)
      guard taken > 0 else { return false }
      rest -= taken
    }
    return true
  }
}
