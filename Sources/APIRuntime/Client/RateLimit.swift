import Foundation

/// Sends a server no more than a number of requests in any span of time; the others wait for their
/// turn. Each try counts.
///
/// ```swift
/// let limit = RateLimit(100, per: .seconds(60), at: "https://backend.wassist.app")
/// let client = Client(middlewares: [limit])
/// ```
public final class RateLimit: Middleware {
  private let count: Int
  private let span: Duration
  private let server: String
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Duration

  /// When the last requests went out, or will, in order.
  private let turns = Locked<[Duration]>([])

  /// A limit for one server.
  ///
  /// - Parameters:
  ///   - count: how many requests, at least one.
  ///   - span: the time in which no more than these go out.
  ///   - server: the URL of the server, or its host and port; requests to others do not count.
  ///     Anything else is a programming error, since it would limit nothing.
  ///   - clock: the clock to wait by.
  public init(
    _ count: Int, per span: Duration, at server: String,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.count = max(count, 1)
    self.span = span.asTimeout
    let url = URL(string: server.contains("://") ? server : "https://" + server)
    guard let url, url.isServer else { preconditionFailure("'\(server)' is no server") }
    self.server = url.authority
    self.clock = clock
    now = clock.stopwatch()
  }

  public func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
    guard request.url.authority == server else { return try await next(request) }
    let turn = takeTurn()
    do {
      try await clock.sleep(for: turn - now())
    } catch {
      turns.withLock { turns in turns.firstIndex(of: turn).map { _ = turns.remove(at: $0) } }
      throw error
    }
    return try await next(request)
  }

  private func takeTurn() -> Duration {
    turns.withLock { turns in
      // In here, or turns would not be in order.
      let now = now()
      turns.removeAll { $0 + span < now }
      let turn = turns.count < count ? now : turns[turns.count - count] + span
      turns.append(turn)
      return turn
    }
  }
}
