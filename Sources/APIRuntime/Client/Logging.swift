import Foundation

/// Logs what each try sends and receives. Keys are never shown, and bodies only at the level
/// `bodies`.
///
/// ```swift
/// let client = Client(middlewares: [Logging(.headers) { line in print("vambe:", line) }])
/// ```
public struct Logging: Middleware {
  /// How much is logged.
  public enum Level: Sendable {
    /// The method, the server and the path; the status and the time.
    case lines

    /// The headers too, but no credentials.
    case headers

    /// The bodies too, those that are text of up to 64 KB. They may hold private data.
    case bodies
  }

  private let level: Level
  private let log: @Sendable (String) -> Void
  private static let limit = 1 << 16

  /// - Parameters:
  ///   - level: how much is logged.
  ///   - log: takes each message; by default it is printed.
  public init(
    _ level: Level = .lines, _ log: @escaping @Sendable (String) -> Void = { print($0) }
  ) {
    self.level = level
    self.log = log
  }

  public func send(_ request: HTTPRequest, next: Next) async throws -> HTTPResponse {
    // As it is on the wire: decoded, a path may have line breaks.
    let path = request.url.path(percentEncoded: true)
    let port = request.url.port.map { ":\($0)" } ?? ""
    let name = "\(request.method) \(request.url.host ?? "")\(port)\(path)"
    say("> \(name)", request.headers, request)
    if level == .bodies, let body = request.body {
      let shown = body.length <= Self.limit ? body.data : nil
      say(shown ?? Data(), of: body.length, request)
    }
    let elapsed = ContinuousClock().stopwatch()
    do {
      let response = try await next(request)
      say("< \(name): \(response.status) after \(elapsed())", response.headers, request)
      return level == .bodies ? watched(response, request) : response
    } catch {
      say("< \(name): \(error.words) after \(elapsed())", [:], request)
      throw error
    }
  }

  private func say(_ line: String, _ headers: HTTPHeaders, _ request: HTTPRequest) {
    let fields = level == .lines ? [] : Array(headers)
    let lines = fields.map { "\n  \($0.name): \(request.redact($0.shownValue))" }
    log(request.redact(line) + lines.joined())
  }

  /// A body, if all of it is text.
  private func say(_ body: Data, of length: Int, _ request: HTTPRequest) {
    let text = body.count == length ? String(data: body, encoding: .utf8) : nil
    log(text.map(request.redact) ?? "(\(length) bytes)")
  }

  /// The answer, of which the body is said once it has come.
  private func watched(_ response: HTTPResponse, _ request: HTTPRequest) -> HTTPResponse {
    let seen = Locked((body: Data(), length: 0))
    let stream = AsyncThrowingStream<Data, any Error> {
      var pieces = response.body.makeAsyncIterator()
      let piece = try await pieces.next()
      let (body, length) = seen.withLock { seen in
        seen.length += piece?.count ?? 0
        if let piece, seen.length <= Self.limit { seen.body += piece }
        return seen
      }
      if piece == nil { say(body, of: length, request) }
      return piece
    }
    return HTTPResponse(status: response.status, headers: response.headers, body: stream)
  }
}
