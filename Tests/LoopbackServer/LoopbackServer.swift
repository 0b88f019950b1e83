import APICoding
import Foundation
import SystemThreads

/// An HTTP server on 127.0.0.1 for tests. It keeps every request that it was sent, and stops when
/// it is released.
///
/// A suite that uses it is `.serialized`: Swift Testing begins all tests at once, and then each has
/// its threads and sockets, more together than a machine may allow.
public final class LoopbackServer: Sendable {
  /// Where it is reached: `http://127.0.0.1:54321`.
  public let url: String

  private let listener: Int32
  private let state: Locked<State>

  private struct State {
    var requests: [ReceivedRequest] = []
    var sockets: Set<Int32> = []
    var mostSockets = 0
    var hasStopped = false
  }

  /// Clients ask no proxy of the environment for it, which would look for it on its own machine.
  /// Set once: what other threads read of the environment meanwhile is not freed then.
  private static let isReachedWithoutProxy: Bool =
    setenv("no_proxy", "127.0.0.1,localhost", 1) == 0

  /// Starts a server that does with each request what `handler` says, on threads of its own.
  ///
  /// - Throws: `POSIXError` if the system has no socket or no thread for it.
  public init(_ handler: @escaping @Sendable (ReceivedRequest) -> Answer) throws {
    _ = Self.isReachedWithoutProxy
    let (listener, port) = try listen()
    let state = Locked(State())
    self.listener = listener
    self.state = state
    url = "http://127.0.0.1:\(port)"
    // The threads hold the state and not the server, so that the server can be released.
    try detachThread {
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { break }
        guard Self.begin(socket, state) else { break }
        do {
          try detachThread { Self.serve(socket, state, handler) }
        } catch {
          Self.end(socket, state)
        }
      }
      close(listener)
    }
  }

  deinit {
    state.withLock { state in
      state.hasStopped = true
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// Every request that was wholly received, in the order of their ends.
  public var requests: [ReceivedRequest] { state.withLock { $0.requests } }

  /// How many connections are open.
  public var connectionCount: Int { state.withLock { $0.sockets.count } }

  /// How many connections were open at once, at the most.
  public var mostConnections: Int { state.withLock { $0.mostSockets } }

  private static func begin(_ socket: Int32, _ state: Locked<State>) -> Bool {
    state.withLock { state in
      guard !state.hasStopped else {
        close(socket)
        return false
      }
      state.sockets.insert(socket)
      state.mostSockets = max(state.mostSockets, state.sockets.count)
      return true
    }
  }

  private static func serve(
    _ socket: Int32, _ state: Locked<State>, _ handler: (ReceivedRequest) -> Answer
  ) {
    var connection = Connection(socket: socket)
    requests: while let request = connection.nextRequest() {
      state.withLock { $0.requests.append(request) }
      switch handler(request) {
      case .bytes(let bytes, let keepsConnection):
        connection.write(bytes)
        if !keepsConnection { break requests }
      case .begin(let bytes):
        connection.write(bytes)
        connection.waitForEnd()
      case .bytesAndMore(let bytes, let more):
        connection.write(bytes)
        Thread.sleep(forTimeInterval: 0.05)
        connection.write(more)
      case .close: break requests
      case .stall: connection.waitForEnd()
      }
    }
    end(socket, state)
  }

  private static func end(_ socket: Int32, _ state: Locked<State>) {
    // Closed under the lock: the number may then be another connection's.
    state.withLock { state in
      state.sockets.remove(socket)
      close(socket)
    }
  }
}

/// A socket that listens on a free port of 127.0.0.1, or without a backlog only holds the port.
func listen(backlog: Int32? = 64) throws -> (socket: Int32, port: UInt16) {
  let listener = streamSocket()
  var port: UInt16 = 0
  let result = withAddress(&port) { address, length in
    guard bind(listener, address, length) == 0, backlog.map({ listen(listener, $0) == 0 }) ?? true
    else { return -1 }
    return getsockname(listener, address, &length)
  }
  guard listener >= 0, result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
  return (listener, port)
}

/// A socket that is connected to a port of 127.0.0.1.
func connect(to port: UInt16) throws -> Int32 {
  let client = streamSocket()
  var port = port
  guard withAddress(&port, { connect(client, $0, $1) }) == 0 else {
    throw POSIXError(.ECONNREFUSED)
  }
  return client
}

private func streamSocket() -> Int32 {
  #if canImport(Darwin)
    socket(AF_INET, SOCK_STREAM, 0)
  #else
    socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #endif
}

/// Does `work` with the address of a port of 127.0.0.1, and takes over the port that is in it then.
private func withAddress(
  _ port: inout UInt16, _ work: (UnsafeMutablePointer<sockaddr>, inout socklen_t) -> Int32
) -> Int32 {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  defer { port = UInt16(bigEndian: address.sin_port) }
  return withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { work($0, &length) }
  }
}
