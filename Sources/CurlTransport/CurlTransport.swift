import APITransport
import Foundation

/// Sends by libcurl, over a bounded number of connections that are kept for the next request, with
/// HTTP/2 where the server has it.
///
/// It sends each request at most once: unlike libcurl by default, it does not send one again when a
/// kept connection breaks. `notSent` is certain, since libcurl says when it has a connection and is
/// about to write the request to it. Bodies of any size are streamed, and an answer is received no
/// faster than it is read.
///
/// It follows no redirect, keeps no cookie and reads no `.netrc`. A proxy of the environment
/// (`https_proxy`, `http_proxy`, `all_proxy`; `no_proxy`) is asked for a tunnel and sees no
/// message; a request that it refuses is `notSent`. It cannot send a HEAD with a body.
public final class CurlTransport: Transport {
  /// nil where libcurl cannot begin.
  private let loop: CurlLoop?

  /// A transport with connections, and a thread, of its own.
  ///
  /// - Parameters:
  ///   - timeout: how long a connection may take, and then how long a request may go without any
  ///     byte sent or received before it is given up.
  ///   - connectionsPerHost: how many connections a host gets at once; other requests wait for one
  ///     of them. A streamed answer holds one until it ends.
  public init(timeout: Duration = .seconds(60), connectionsPerHost: Int = 16) {
    loop = CurlLoop(timeout: timeout.asTimeout, connectionsPerHost: connectionsPerHost)
  }

  init(_ loop: CurlLoop?) { self.loop = loop }

  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if Task.isCancelled { throw .notSent(.cancelled) }
    if request.method == .head, request.body != nil {
      let violation = Violation(place: "body", message: "is one that libcurl cannot send with HEAD")
      throw .notSent(.invalid([violation]))
    }
    guard let loop else {
      let reason = "libcurl cannot begin; see whether the process has threads and files left"
      throw .notSent(.noConnection(reason))
    }
    let exchange = CurlExchange(request, loop)
    let head = try await exchange.head()
    return HTTPResponse(
      status: head.status, headers: head.headers,
      body: AsyncThrowingStream { try await exchange.nextPiece() })
  }
}
