import Foundation

/// Sends requests. One client serves every provider.
public struct Client: Sendable {
  private let transport: any Transport

  /// A client that sends by `transport`.
  public init(transport: any Transport = URLSessionTransport()) { self.transport = transport }

  /// Sends a request, once, and reads the body of its answer.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  @discardableResult
  public func send<Response, Problem>(
    _ request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Response {
    try await answer(to: request).body
  }

  /// Sends a request, once, and reads its answer: status, headers and body.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  public func answer<Response, Problem>(
    to request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Answer<Response> {
    try await answer(to: request) { reader, response, prepared throws(SendError<Never>) in
      try await reader.read(response, prepared)
    }
  }

  /// Sends a request, once, and writes the body of its answer to a file as it comes. Whatever is at
  /// `file` is replaced when all of the answer is there.
  ///
  /// - Throws: `SendError`; `undecodable` where the file cannot be written.
  @discardableResult
  public func download<Response, Problem>(
    _ request: Request<Response, Problem>, to file: URL
  ) async throws(SendError<Problem>) -> Answer<URL> {
    try await answer(to: request) { _, response, prepared throws(SendError<Never>) in
      try await response.write(to: file, for: prepared)
      return file
    }
  }

  /// Sends a request, once, and gives the bytes of its answer as they come, whatever they are.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  public func stream<Response, Problem>(
    _ request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Answer<ByteStream> {
    try await answer(to: request) { _, response, prepared in
      ByteStream(response: response, request: prepared)
    }
  }

  private func answer<Response, Problem, Body>(
    to request: Request<Response, Problem>,
    _ read: (BodyReader<Response>, HTTPResponse, HTTPRequest) async throws(SendError<Never>) -> Body
  ) async throws(SendError<Problem>) -> Answer<Body> {
    let result: Result<Answer<Body>, SendError<Problem>>
    do {
      result = try await self.result(of: request, read)
    } catch {
      throw SendError(error)
    }
    return try result.get()
  }

  /// The answer, or a refusal; all other errors document no problem.
  private func result<Response, Problem, Body>(
    of request: Request<Response, Problem>,
    _ read: (BodyReader<Response>, HTTPResponse, HTTPRequest) async throws(SendError<Never>) -> Body
  ) async throws(SendError<Never>) -> Result<Answer<Body>, SendError<Problem>> {
    let prepared = try await request.prepared()
    let response = try await exchange(prepared)
    if let reader = request.success(for: response) {
      let body = try await read(reader, response, prepared)
      return .success(Answer(status: response.status, headers: response.headers, body: body))
    }
    let raw = try await response.collected(for: prepared)
    let problem = try? await request.refusal(for: response)?.read(HTTPResponse(raw), prepared)
    return .failure(
      .rejected(Rejection(request: prepared.description, response: raw, problem: problem)))
  }

  private func exchange(_ request: HTTPRequest) async throws(SendError<Never>) -> HTTPResponse {
    do {
      return try await transport.send(request)
    } catch {
      throw SendError(error, for: request)
    }
  }
}
