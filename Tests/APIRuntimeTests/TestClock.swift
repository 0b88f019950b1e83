import Foundation

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

/// Answers each try as a test says, the last as all that follow, and keeps what was sent.
final class ScriptTransport: Transport {
  private let script: [Result<RawResponse, TransportError>]
  private let sent = Locked<[HTTPRequest]>([])

  init(_ script: Result<RawResponse, TransportError>...) { self.script = script }

  var requests: [HTTPRequest] { sent.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let count = sent.withLock { sent in
      sent.append(request)
      return sent.count
    }
    return HTTPResponse(try script[min(count, script.count) - 1].get())
  }
}

extension Result<RawResponse, TransportError> {
  static let lost = Result.failure(.interrupted(.connectionLost("reset")))
  static let unreachable = Result.failure(.notSent(.noConnection("refused")))

  static func status(_ status: Int, _ headers: HTTPHeaders = [:], _ body: String = "") -> Result {
    .success(RawResponse(status: status, headers: headers, body: Data(body.utf8)))
  }
}
