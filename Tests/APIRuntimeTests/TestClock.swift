@testable import APIRuntime

/// A clock on which waiting takes no time, but sets it forward. Who waits for `patience` or longer
/// waits until a test sets it forward as far.
final class TestClock: Clock {
  struct Instant: InstantProtocol {
    var time: Duration
    func advanced(by duration: Duration) -> Instant { Instant(time: time + duration) }
    func duration(to other: Instant) -> Duration { other.time - time }
    static func < (left: Instant, right: Instant) -> Bool { left.time < right.time }
  }

  private struct Sleeper {
    let id: Int
    let deadline: Instant
    let alarm: AsyncStream<Void>.Continuation
  }

  private struct State {
    var now = Duration.zero
    var waits: [Duration] = []
    var sleepers: [Sleeper] = []
    var nextID = 0
  }

  private let state = Locked(State())
  private let patience: Duration

  init(patience: Duration = .seconds(1_000_000)) { self.patience = patience }

  var now: Instant { Instant(time: state.withLock { $0.now }) }
  var minimumResolution: Duration { .zero }

  /// What was waited, in order.
  var waits: [Duration] { state.withLock { $0.waits } }

  /// Waits until so many wait for the clock to be set forward.
  func untilAsleep(_ count: Int = 1) async {
    await until { state.withLock { $0.sleepers.count } == count }
  }

  /// Sets the clock forward, and wakes those who have waited for that.
  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now += duration
      let now = Instant(time: state.now)
      defer { state.sleepers.removeAll { $0.deadline <= now } }
      return state.sleepers.filter { $0.deadline <= now }
    }
    for sleeper in due { sleeper.alarm.finish() }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let wait = now.duration(to: deadline)
    if wait >= patience, wait > .zero { try await isAdvanced(to: deadline) }
    state.withLock {
      $0.waits.append(wait)
      $0.now = max($0.now, deadline.time)
    }
  }

  private func isAdvanced(to deadline: Instant) async throws {
    let (stream, alarm) = AsyncStream.makeStream(of: Void.self)
    let id = state.withLock { state in
      state.nextID += 1
      if state.now < deadline.time {
        state.sleepers.append(Sleeper(id: state.nextID, deadline: deadline, alarm: alarm))
      } else {
        alarm.finish()
      }
      return state.nextID
    }
    for await _ in stream {}
    state.withLock { $0.sleepers.removeAll { $0.id == id } }
    try Task.checkCancellation()
  }
}
