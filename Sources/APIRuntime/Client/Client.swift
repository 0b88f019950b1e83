/// Sends requests. One client serves every provider.
public struct Client: Sendable {
  private let transport: any Transport

  /// A client that sends by `transport`.
  public init(transport: any Transport = URLSessionTransport()) { self.transport = transport }

  /// Sends a request, once, and reads its answer.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  @discardableResult
  public func send<Response, Problem>(
    _ request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Response {
    let prepared: HTTPRequest
    do {
      prepared = try request.prepared()
    } catch {
      throw .notSent(NotSent(request: request.description, cause: error))
    }
    let response = try await answer(to: prepared, as: SendError<Problem>.self)
    guard let reader = request.success(for: response.status) else {
      let problem = try? request.refusal(for: response.status)?.read(response)
      throw .rejected(
        Rejection(request: prepared.description, response: response, problem: problem))
    }
    do {
      return try reader.read(response)
    } catch {
      throw .undecodable(Undecodable(request: prepared, response: response, error: error))
    }
  }

  private func answer<Problem>(
    to request: HTTPRequest, as: SendError<Problem>.Type
  ) async throws(SendError<Problem>) -> RawResponse {
    do {
      return try await transport.send(request)
    } catch {
      switch error {
      case .notSent(let cause):
        throw .notSent(NotSent(request: request.description, cause: cause.redacted(for: request)))
      case .interrupted(let cause):
        throw .outcomeUnknown(
          OutcomeUnknown(request: request.description, cause: cause.redacted(for: request)))
      }
    }
  }
}
