import Foundation

extension Client {
  /// Reads what an answer that accepts the request holds.
  typealias Read<Response: Sendable, Body> =
    @Sendable (BodyReader<Response>, HTTPResponse, Reading) async throws(SendError<Never>) -> Body

  /// Tries to send `request` as often as is right, and again at once where fetched credentials were
  /// refused and there are others.
  func answer<Response, Problem, Body>(
    to request: Request<Response, Problem>, _ read: @escaping Read<Response, Body>
  ) async throws(SendError<Problem>) -> Answer<Body> {
    let result = await (request.retries ?? retries).run {
      let attempt = await attempt(request, insteadOf: [], read)
      guard attempt.isUnauthorized, !attempt.credentials.isEmpty else { return attempt }
      let second = await self.attempt(request, insteadOf: attempt.credentials, read)
      // The server has seen the first.
      if case .failure(.notSent(let error)) = second.result { return attempt.unrenewed(error) }
      return second
    }
    return try result.get()
  }

  /// Sends `request` once; not at all where `refused` are the only credentials.
  private func attempt<Response, Problem, Body>(
    _ request: Request<Response, Problem>, insteadOf refused: [FetchedCredential],
    _ read: Read<Response, Body>
  ) async -> Attempt<Answer<Body>, Problem> {
    let delivery = Delivery()
    var credentials: [FetchedCredential] = []
    do throws(SendError<Never>) {
      let (prepared, fetched) = try await request.prepared(insteadOf: refused)
      credentials = fetched
      if !refused.isEmpty, fetched.map(\.text) == refused.map(\.text) {
        throw SendError(.notSent(.noCredentials("there are no others")), for: prepared)
      }
      let response = try await exchange(prepared, delivery) { request.success(for: $0) != nil }
      let reading = Reading(
        request: prepared, limit: max(0, answerLimit), onDeviation: onDeviation)
      guard let reader = request.success(for: response) else {
        let refusal = await rejection(of: request, reading, response)
        return Attempt(
          result: .failure(.rejected(refusal)), delivery: delivery, credentials: credentials)
      }
      let body = try await read(reader, response, reading)
      let answer = Answer(status: response.status, headers: response.headers, body: body)
      return Attempt(result: .success(answer), delivery: delivery, credentials: credentials)
    } catch {
      let error = delivery.sent == nil ? error.unsent : error
      return Attempt(
        result: .failure(SendError(error)), delivery: delivery, credentials: credentials)
    }
  }

  /// A refusal with its body, as far as it comes and is taken; a whole one that differs is told.
  private func rejection<Response, Problem>(
    of request: Request<Response, Problem>, _ reading: Reading, _ response: HTTPResponse
  ) async -> Rejection<Problem> {
    var body = Data()
    // The status says no, whatever becomes of its body.
    let isWhole = (try? await response.collect(into: &body, for: reading)) != nil
    let raw = RawResponse(status: response.status, headers: response.headers, body: body)
    let refusal = request.refusal(for: response)
    var problem: Problem?
    do throws(SendError<Never>) {
      problem = try await refusal?.reader.read(HTTPResponse(raw), reading)
    } catch {
      if isWhole, refusal?.isDocumented == true, case .undecodable(let error) = error,
        case .unexpected(let why) = error.cause
      {
        onDeviation?(error.request, why)
      }
    }
    return Rejection(request: reading.request.description, response: raw, problem: problem)
  }

  /// The answer to `request`, through the middlewares. What they throw says nothing of the
  /// delivery: see `Middleware`.
  private func exchange(
    _ request: HTTPRequest, _ delivery: Delivery, accepts: (HTTPResponse) -> Bool
  ) async throws(SendError<Never>) -> HTTPResponse {
    let given: Result<HTTPResponse, any Error>
    do {
      given = .success(try await send(request, through: middlewares[...], delivery))
    } catch {
      given = .failure(error)
    }
    let sent = delivery.sent ?? request
    switch (delivery.outcome, given) {
    case (.failure(let error), _): throw SendError(error, for: sent)
    case (.success, .success(let response)): return response
    case (nil, .success(let response)):
      if accepts(response) { return response }
      let reason = "it answered with status \(response.status)"
      throw SendError(.notSent(.refused(reason)), for: sent)
    case (nil, .failure(let error)):
      throw SendError(.notSent(NotSent.Cause(refusal: error)), for: sent)
    case (.success(let head), .failure(let error)):
      if !accepts(HTTPResponse(head)) {
        throw .rejected(Rejection(request: sent.description, response: head, problem: nil))
      }
      throw .undecodable(Undecodable(sent, head, .middleware(error.words)))
    }
  }

  private func send(
    _ request: HTTPRequest, through middlewares: ArraySlice<any Middleware>, _ delivery: Delivery
  ) async throws -> HTTPResponse {
    guard let first = middlewares.first else {
      return try await delivery.send(request, by: transport)
    }
    return try await first.send(request) { changed in
      let violations = changed.violations
      if !violations.isEmpty { throw NotSent.Cause.invalid(violations) }
      return try await send(changed, through: middlewares.dropFirst(), delivery)
    }
  }
}

extension SendError<Never> {
  /// The error where the transport was not asked: a middleware's own answer cannot be read.
  fileprivate var unsent: SendError {
    switch self {
    case .undecodable(let error):
      .notSent(NotSent(request: error.request, cause: .refused("it answered, but \(error.reason)")))
    case .notSent, .rejected, .outcomeUnknown: self
    }
  }
}

extension NotSent.Cause {
  /// Why a middleware sent nothing, by what it threw.
  fileprivate init(refusal error: any Error) {
    if error is CancellationError || Task.isCancelled {
      self = .cancelled
    } else {
      self = error as? NotSent.Cause ?? .refused(error.words)
    }
  }
}
