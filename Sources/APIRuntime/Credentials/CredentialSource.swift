/// Fetches a credential, once for all tasks that wait for it. Cancelling one does not cancel the
/// others.
final class CredentialSource: Sendable {
  typealias Fetch = @Sendable (_ refused: String?) async throws -> String
  private typealias Fetched = (text: String, refused: String?)

  private struct State {
    var waiting: [AsyncThrowingStream<Fetched, any Error>.Continuation] = []
    var last: String?
  }

  private let fetch: Fetch
  private let state = Locked(State())

  init(_ fetch: @escaping Fetch) { self.fetch = fetch }

  /// How many tasks wait for it, or have waited and were cancelled.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// The credential, another than the one that a server refused, where one was.
  ///
  /// - Throws: what fetching throws; `CancellationError`.
  func text(insteadOf refused: String?) async throws -> String {
    while true {
      if let refused, let last = state.withLock({ $0.last }), last != refused { return last }
      let fetched = try await next(refused)
      // It may have been asked for before this one was refused.
      if fetched.text != refused || fetched.refused == refused { return fetched.text }
    }
  }

  private func next(_ refused: String?) async throws -> Fetched {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: Fetched.self)
    let isFirst = state.withLock { state in
      state.waiting.append(continuation)
      return state.waiting.count == 1
    }
    if isFirst { Task { await ask(refused) } }
    for try await fetched in stream { return fetched }
    throw CancellationError()
  }

  private func ask(_ refused: String?) async {
    let result: Result<Fetched, any Error>
    do {
      result = .success((try await fetch(refused), refused))
    } catch {
      result = .failure(error)
    }
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      if case .success(let fetched) = result { state.last = fetched.text }
      return state.waiting
    }
    for continuation in waiting {
      continuation.yield(with: result)
      continuation.finish()
    }
  }
}

/// A credential as it was fetched for one try.
struct FetchedCredential: Sendable {
  let source: CredentialSource
  let text: String
}
