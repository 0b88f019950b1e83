extension Clock where Duration == Swift.Duration {
  /// What the clock measures from now on.
  func stopwatch() -> @Sendable () -> Duration {
    let start = now
    return { start.duration(to: now) }
  }
}
