/// How often, and for how long, a request is tried. It is sent again only where that cannot deliver
/// it twice:
/// - when it was not sent because there was no connection;
/// - when it was refused with status 429 or 503, and `Retry-After` says for how long;
/// - when the outcome is unknown, the answer breaks off, or it was refused with another status that
///   may pass (408, 429, 500, 502, 503, 504), only where it is idempotent by its method (RFC 9110
///   §9.2.2) or has an idempotency key.
///
/// Once a try was or may have been delivered, that stays so: a later try does not make it `notSent`
/// or, if the method changes anything, `rejected`. A refusal is kept if no later try goes out.
public struct Retries: Sendable {
  /// The most times that a request is sent, at least once; a credential that was refused and could
  /// be fetched anew does not count.
  public var attempts: Int

  /// How long all tries may take, until the answer is read, or begins to stream; nil for no limit.
  public var timeLimit: Duration?

  /// The wait before the second try; it doubles before each further one. A random part of it is
  /// waited, so that many clients do not come back at once.
  public var firstWait: Duration

  /// The longest wait. If a server asks for a longer one, the request is not sent again.
  public var longestWait: Duration

  let clock: any Clock<Duration>
  let jitter: @Sendable () -> Double

  /// A policy; each value has a default.
  ///
  /// - Parameters:
  ///   - attempts: the most times that a request is sent.
  ///   - timeLimit: how long all tries may take; nil for no limit.
  ///   - firstWait: how long the first wait is.
  ///   - longestWait: how long the longest is.
  ///   - clock: the clock to wait and to measure `timeLimit` by.
  ///   - jitter: the part of each wait that is waited, from 0 to 1.
  public init(
    attempts: Int = 3, timeLimit: Duration? = nil, firstWait: Duration = .milliseconds(500),
    longestWait: Duration = .seconds(60), clock: any Clock<Duration> = ContinuousClock(),
    jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) }
  ) {
    self.attempts = attempts
    self.timeLimit = timeLimit
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.clock = clock
    self.jitter = jitter
  }

  /// A request is sent once, however long that takes.
  public static let none = Retries(attempts: 1)
}

extension Retries {
  /// Makes attempts until one is not to be repeated, within the time.
  func run<Value, Problem>(
    _ attempt: @escaping @Sendable () async -> Attempt<Value, Problem>
  ) async -> Result<Value, SendError<Problem>> {
    guard let timeLimit else { return await repeated(attempt) }
    let work = Task { await repeated(attempt) }
    let alarm = Task {
      try await clock.sleep(for: timeLimit.asTimeout)
      work.cancel()
    }
    let result = await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
    alarm.cancel()
    if case .failure = await alarm.result { return result }
    return result.mapError(\.timedOut)
  }

  private func repeated<Value, Problem>(
    _ attempt: @Sendable () async -> Attempt<Value, Problem>
  ) async -> Result<Value, SendError<Problem>> {
    let elapsed = clock.stopwatch()
    var earlier: SendError<Problem>?
    var count = 1
    while true {
      let attempt = await attempt()
      guard case .failure(let last) = attempt.result else { return attempt.result }
      let failure = last.after(earlier, isSafe: attempt.isSafe)
      guard count < attempts, let wait = wait(after: attempt, number: count),
        timeLimit.map({ elapsed() + wait < $0 }) ?? true,
        (try? await clock.sleep(for: wait)) != nil
      else { return .failure(failure) }
      earlier = failure
      count += 1
    }
  }

  /// nil where it is not sent again.
  private func wait<Value, Problem>(
    after attempt: Attempt<Value, Problem>, number: Int
  ) -> Duration? {
    guard let asked = attempt.pause, asked <= longestWait else { return nil }
    let first = min(firstWait, longestWait).asTimeout
    let most = asked == .zero ? first * (1 << min(number - 1, 20)) : first
    return min(asked + min(most, longestWait) * jitter(), longestWait)
  }
}
