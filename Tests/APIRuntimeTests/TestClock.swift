@testable import APIRuntime

/// A clock on which waiting takes no time, but sets it forward. Who waits for `patience` or longer
/// waits for ever.
final class TestClock: Clock {
  struct Instant: InstantProtocol {
    var time: Duration
    func advanced(by duration: Duration) -> Instant { Instant(time: time + duration) }
    func duration(to other: Instant) -> Duration { other.time - time }
    static func < (left: Instant, right: Instant) -> Bool { left.time < right.time }
  }

  private let state = Locked((now: Duration.zero, waits: [Duration]()))
  private let patience: Duration

  init(patience: Duration = .seconds(1_000_000)) { self.patience = patience }

  var now: Instant { Instant(time: state.withLock { $0.now }) }
  var minimumResolution: Duration { .zero }

  /// What was waited, in order.
  var waits: [Duration] { state.withLock { $0.waits } }

  func advance(by duration: Duration) { state.withLock { $0.now += duration } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let wait = now.duration(to: deadline)
    if wait >= patience { try await Task.sleep(for: .seconds(3600)) }
    state.withLock {
      $0.waits.append(wait)
      $0.now = max($0.now, deadline.time)
    }
  }
}
