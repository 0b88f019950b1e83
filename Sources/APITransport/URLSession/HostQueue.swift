/// Lets so many requests at once go to a host. The others wait, and go in the order in which they
/// came.
final class HostQueue: Sendable {
  /// A request's leave to go, until nobody holds it.
  final class Place: Sendable {
    private let host: String
    private let queue: HostQueue

    fileprivate init(at host: String, of queue: HostQueue) {
      self.host = host
      self.queue = queue
    }

    deinit { queue.leave(host) }
  }

  private struct Line {
    var free: Int
    var waiting: [(ticket: Int, turn: CheckedContinuation<Bool, Never>)] = []
  }

  private let width: Int
  private let state = Locked((lines: [String: Line](), ticket: 0))

  /// - Parameter width: how many may go at once, at least one.
  init(width: Int) { self.width = max(1, width) }

  /// Waits for a place; nil if the task is cancelled before there is one.
  func place(at host: String) async -> Place? {
    let ticket = state.withLock { state in
      state.ticket += 1
      return state.ticket
    }
    let isTurn = await withTaskCancellationHandler {
      await withCheckedContinuation { wait(at: host, ticket, $0) }
    } onCancel: {
      cancel(ticket, at: host)
    }
    return isTurn ? Place(at: host, of: self) : nil
  }

  private func wait(
    at host: String, _ ticket: Int, _ turn: CheckedContinuation<Bool, Never>
  ) {
    state.withLock { state in
      // Whoever is cancelled later is found in the line.
      if Task.isCancelled { return turn.resume(returning: false) }
      var line = state.lines[host] ?? Line(free: width)
      if line.free > 0 {
        line.free -= 1
        turn.resume(returning: true)
      } else {
        line.waiting.append((ticket, turn))
      }
      state.lines[host] = line
    }
  }

  private func cancel(_ ticket: Int, at host: String) {
    state.withLock { state in
      guard let index = state.lines[host]?.waiting.firstIndex(where: { $0.ticket == ticket })
      else { return }
      state.lines[host]?.waiting.remove(at: index).turn.resume(returning: false)
    }
  }

  private func leave(_ host: String) {
    state.withLock { state in
      guard var line = state.lines.removeValue(forKey: host) else { return }
      if line.waiting.isEmpty {
        line.free += 1
      } else {
        line.waiting.removeFirst().turn.resume(returning: true)
      }
      if line.free < width { state.lines[host] = line }
    }
  }
}
