import APICoding
import Foundation
import SystemThreads

/// A server on 127.0.0.1 that does to each message what the message asks for, and keeps what it saw
/// of it. A message is a POST to `/17/00001234`: the number of a fault, and its own of eight
/// digits. The server stops when it is released.
public final class FaultServer: Sendable {
  /// What there is to ask for, by its number.
  public let faults: [Fault]

  private let ports: [UInt16]
  private let sockets: [Int32]
  private let sights = Locked<[String: Sight]>([:])

  /// - Throws: `POSIXError` if the system has no sockets or no threads for it.
  public init(_ faults: [Fault] = Fault.all) throws {
    self.faults = faults
    let shared = try listen(backlog: 1_024)
    let own = try faults.map { try $0.listener() }
    ports = own.map { $0?.port ?? shared.port }
    sockets = [shared.socket] + own.flatMap { $0?.sockets ?? [] }
    try acceptAll(shared.socket) { [sights] in Self.serve($0, faults, sights) }
    for (fault, own) in zip(faults, own) {
      guard let own, fault.entry != .refused, fault.entry != .unanswered else { continue }
      try acceptAll(own.sockets[0]) { connection in
        if fault.entry == .handshake { _ = connection.read(.byte) }
        connection.write(Array(fault.answer.utf8), fault.pace)
        _ = connection.end(fault.ending)
      }
    }
  }

  deinit {
    for socket in sockets {
      shutdown(socket, Int32(SHUT_RDWR))
      close(socket)
    }
  }

  /// Where messages go that ask for the fault of that number: `http://127.0.0.1:54321`.
  public func url(_ fault: Int) -> String {
    "\(faults[fault].entry == .handshake ? "https" : "http")://127.0.0.1:\(ports[fault])"
  }

  /// What it saw of a message.
  public func sight(of message: String) -> Sight {
    sights.withLock { $0[message, default: Sight()] }
  }

  private static func serve(
    _ connection: FaultConnection, _ faults: [Fault], _ sights: Locked<[String: Sight]>
  ) {
    while let request = connection.nextRequest() {
      func see(_ change: (inout Sight) -> Void) -> Sight {
        sights.withLock { sights in
          change(&sights[request.message, default: Sight()])
          return sights[request.message, default: Sight()]
        }
      }
      let fault = faults[request.fault]
      let isFirst = see { $0.begun += 1 }.begun == 1
      let isRefused = fault.refusal == .always || (fault.refusal == .first && isFirst)
      guard connection.read(fault.reads) else { break }
      if fault.reads == .all {
        _ = see { sight in
          sight.read += 1
          if !isRefused { sight.accepted += 1 }
        }
      }
      let answer = fault.refusal == .first && !isFirst ? Fault.usual : fault.answer
      let bytes = answer.replacingOccurrences(of: "NNNNNNNN", with: request.message).utf8
      connection.write(Array(bytes), fault.pace)
      guard connection.end(fault.ending) else { break }
    }
  }
}

extension FaultServer {
  /// What a server saw of a message, how many times.
  public struct Sight: Sendable {
    /// The beginning of it.
    public var begun = 0

    /// All of it.
    public var read = 0

    /// All of it, and no refusal was on its way.
    public var accepted = 0
  }
}

extension Fault {
  /// The sockets of its own, where it has any, the one that listens first.
  fileprivate func listener() throws -> (sockets: [Int32], port: UInt16)? {
    guard entry != .request else { return nil }
    let backlog: Int32? = entry == .refused ? nil : entry == .unanswered ? 0 : 1_024
    let (listener, port) = try listen(backlog: backlog)
    // With one that waits to be accepted there is no room for another.
    return (entry == .unanswered ? [listener, try connect(to: port)] : [listener], port)
  }
}

/// Serves each client on a thread of its own, until the listener is shut down.
///
/// - Throws: `POSIXError` if the system has no thread for it.
func acceptAll(
  _ listener: Int32, _ serve: @escaping @Sendable (FaultConnection) -> Void
) throws(POSIXError) {
  // What a client sends that is not read soon has to wait on its side.
  var size: Int32 = 65_536
  setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
  try detachThread {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { break }
      do {
        try detachThread {
          serve(FaultConnection(socket: socket))
          close(socket)
        }
      } catch {
        close(socket)
      }
    }
  }
}
