import Foundation

/// Sends requests. One client serves every provider.
public struct Client: Sendable, Redacted {
  let transport: any Transport
  let middlewares: [any Middleware]

  /// How often, and for how long, requests are tried that set no `retries` of their own.
  public var retries: Retries

  /// The most bytes of an answer, or of an element of a stream, that are read into memory; a longer
  /// one is `undecodable`. A download and a stream as a whole may have any length.
  public var answerLimit = 16 << 20

  /// Called for each place where an answer differs from its description and was read all the same,
  /// or is a refusal without a `problem`, so that the description can be corrected: with the method
  /// and path of the request, and what was expected there and found. Values are not shown.
  public var onDeviation: (@Sendable (_ request: String, _ deviation: JSONDecodingError) -> Void)?

  /// A client that sends by `transport`, through `middlewares`.
  ///
  /// - Parameters:
  ///   - transport: nil for the default: `CurlTransport` on Linux, unless the package is built
  ///     without its trait `Curl`, and `URLSessionTransport` elsewhere.
  ///   - middlewares: The first sees a request first and its answer last.
  ///   - retries: How often requests are tried that set no `retries` of their own.
  public init(
    transport: (any Transport)? = nil, middlewares: [any Middleware] = [],
    retries: Retries = Retries()
  ) {
    self.transport = transport ?? Self.defaultTransport()
    self.middlewares = middlewares
    self.retries = retries
  }

  /// Only the name of the type: its transport and middlewares may hold keys.
  public var description: String { "Client" }

  /// Sends a request and reads the body of its answer.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  @discardableResult
  public func send<Response, Problem>(
    _ request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Response {
    try await answer(to: request).body
  }

  /// Sends a request and reads its answer: status, headers and body.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  public func answer<Response, Problem>(
    to request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Answer<Response> {
    try await answer(to: request) { reader, response, reading throws(SendError<Never>) in
      try await reader.read(response, reading)
    }
  }

  /// Sends a request and writes the body of its answer to a file as it comes. Whatever is at `file`
  /// is replaced when all of the answer is there.
  ///
  /// - Throws: `SendError`; `undecodable` where the file cannot be written, and for a redirect or
  ///   another status outside of 2XX that the description calls a success.
  @discardableResult
  public func download<Response, Problem>(
    _ request: Request<Response, Problem>, to file: URL
  ) async throws(SendError<Problem>) -> Answer<URL> {
    try await answer(to: request) { reader, response, reading throws(SendError<Never>) in
      guard 200..<300 ~= response.status else {
        let reason = "\(file.path): status \(response.status) is not that of a file"
        throw response.undecodable(.file(reason), reading)
      }
      reading.observing { response.headers.noteMismatch(reader.accept) }
      try await response.write(to: file, for: reading)
      return file
    }
  }

  /// Sends a request and returns the bytes of its answer as they arrive, not decoded. Once its
  /// headers are there, nothing is tried again and `Retries.timeLimit` no longer applies.
  ///
  /// - Throws: `SendError`, which says whether the request was delivered.
  public func stream<Response, Problem>(
    _ request: Request<Response, Problem>
  ) async throws(SendError<Problem>) -> Answer<ByteStream> {
    try await answer(to: request) { reader, response, reading in
      reading.observing { response.headers.noteMismatch(reader.accept) }
      return ByteStream(response: response, reading: reading)
    }
  }
}
