import Foundation

/// A transport that answers by itself, for tests: nothing leaves the process.
///
/// ```swift
/// let example = Example(.get, "/pets/{id}", 200, "application/json", #"{"id": 7}"#)
/// let stub = StubTransport([example])
/// let client = Client(transport: stub)
/// ```
public final class StubTransport: Transport {
  /// Gives an answer to a request; nil leaves it to the examples.
  public typealias Answering =
    @Sendable (HTTPRequest) async throws(TransportError) -> RawResponse?

  private let examples: [Example]
  private let answering: Answering
  private let sent = Locked<[HTTPRequest]>([])

  /// A transport that answers with the examples, or as a closure says.
  ///
  /// - Parameters:
  ///   - examples: What a description has for answers, such as `Wassist.examples`.
  ///   - answering: Is asked first: for what has no example, or is to be answered in another way.
  ///     It may throw what a network does.
  public init(_ examples: [Example] = [], answering: @escaping Answering = { _ in nil }) {
    self.examples = examples
    self.answering = answering
  }

  /// What was sent, in order.
  public var requests: [HTTPRequest] { sent.withLock { $0 } }

  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    sent.withLock { $0.append(request) }
    if let answer = try await answering(request) { return HTTPResponse(answer) }
    var best: (example: Example, fit: Int)?
    for example in examples {
      guard let fit = example.fit(request), best.map({ $0.fit < fit }) ?? true else { continue }
      best = (example, fit)
    }
    guard let best else {
      let message = "has no answer to it: give it an example, or a closure that has one"
      throw .notSent(.invalid([Violation(place: "the stub", message: message)]))
    }
    return HTTPResponse(best.example.answer)
  }
}
