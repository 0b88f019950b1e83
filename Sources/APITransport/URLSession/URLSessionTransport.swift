import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Sends by Foundation's `URLSession`, without cookies, caches or redirects, and by the proxies of
/// the system or the environment. It cannot send a GET with a body.
///
/// Faults of Foundation on Linux (seen in 6.3.1) that cannot be worked around here: the process
/// ends when a server closes the connection in the middle of the headers, or sends trailers, and
/// may end when a connection breaks while a file is sent; what arrives faster than it is read is
/// held in memory. `CurlTransport`, the default there, has none of these.
public final class URLSessionTransport: Transport {
  private let configuration: URLSessionConfiguration
  private let session: URLSession
  private let delegate = SessionDelegate()
  private let queue: HostQueue

  /// A transport with connections of its own.
  ///
  /// - Parameters:
  ///   - timeout: how long a request may go without any byte sent or received before it is given
  ///     up, in whole seconds, rounded up.
  ///   - connectionsPerHost: how many requests, and connections, a host gets at once; other
  ///     requests wait. A streamed answer counts until it ends.
  public init(timeout: Duration = .seconds(60), connectionsPerHost: Int = 16) {
    configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.timeoutIntervalForRequest = timeout.asTimeout.wholeSeconds
    configuration.httpMaximumConnectionsPerHost = max(1, connectionsPerHost)
    queue = HostQueue(width: connectionsPerHost)
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  deinit { session.finishTasksAndInvalidate() }

  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if Task.isCancelled { throw .notSent(.cancelled) }
    if request.method == .get, request.body != nil {
      let violation = Violation(
        place: "body", message: "is one that URLSession cannot send with GET")
      throw .notSent(.invalid([violation]))
    }
    // Not in the session, where time runs, and nobody knows whether anything has gone out.
    guard let place = await queue.place(at: request.url.authority) else {
      throw .notSent(.cancelled)
    }
    #if canImport(FoundationNetworking)
      // libcurl sends a request again by itself if a kept connection breaks before the answer, so
      // that a message may go out twice, and with a body the request then hangs. A connection that
      // was never used is not kept: one session, one request.
      if !request.method.isIdempotent || request.body != nil {
        let delegate = SessionDelegate()
        let session = URLSession(
          configuration: configuration, delegate: delegate, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return try await exchange(request, session, delegate, place)
      }
    #endif
    return try await exchange(request, session, delegate, place)
  }

  /// - Parameter place: what is held until the answer has ended.
  private func exchange(
    _ request: HTTPRequest, _ session: URLSession, _ delegate: SessionDelegate,
    _ place: HostQueue.Place
  ) async throws(TransportError) -> HTTPResponse {
    let copy = try await request.body?.temporaryFile()
    let task: URLSessionTask
    if let copy {
      task = session.uploadTask(with: URLRequest(request), fromFile: copy)
    } else {
      var urlRequest = URLRequest(request)
      urlRequest.httpBody = request.body?.data
      task = session.dataTask(with: urlRequest)
    }
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { delegate.begin(task, request, copy: copy, place, $0) }
    } onCancel: {
      task.cancel()
    }
    return try outcome.get()
  }
}

extension URLRequest {
  /// All but the body.
  fileprivate init(_ request: HTTPRequest) {
    self.init(url: request.url)
    httpMethod = request.method.name
    setValue("apigen", forHTTPHeaderField: "User-Agent")
    // Fields of one name are one here.
    var names: Set<String> = []
    for field in request.headers where names.insert(field.name.lowercased()).inserted {
      setValue(request.headers[field.name], forHTTPHeaderField: field.name)
    }
  }
}

extension Duration {
  /// In whole seconds, rounded up: on Linux the rest of a time-out is cut off, and none at all is
  /// at once.
  fileprivate var wholeSeconds: TimeInterval {
    TimeInterval(components.seconds + (components.attoseconds > 0 ? 1 : 0))
  }
}
