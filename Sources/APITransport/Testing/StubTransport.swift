import Foundation

/// A transport for tests, which answers requests itself: nothing leaves the process.
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

  /// A transport that answers with examples, or by a closure.
  ///
  /// - Parameters:
  ///   - examples: The examples of a description, such as `OneRoute.examples`; of those that fit
  ///     a request equally well the first counts.
  ///   - answering: Asked first, for operations without an example or with another answer. It may
  ///     throw the errors of a network.
  public init(_ examples: [Example] = [], answering: @escaping Answering = { _ in nil }) {
    self.examples = examples
    self.answering = answering
  }

  /// The requests that were sent, in order.
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
