import APITransport
internal import CCurl
import Foundation

/// A request on its way and its answer. It belongs to the thread of its loop.
final class CurlTransfer {
  typealias Waiting<Value> = CheckedContinuation<Result<Value, TransportError>, Never>

  /// libcurl's side; free when the transfer has ended.
  let handle: CurlHandle
  private let request: HTTPRequest
  private let source: BodySource?
  private var (sent, received) = (0, 0)

  /// Whether libcurl has had a connection to write the request to: nothing has gone out before.
  private var hasBegun = false

  /// The sockets of all connections; nil where something may always come on one, as in HTTP/2.
  private let sockets: CurlSockets?

  /// Whether it was given a kept connection on which something has come since the last answer:
  /// that would be taken for the answer to this request. Nothing has gone out.
  var needsFreshConnection = false

  /// When something has come or gone last.
  private var lastActivity = ContinuousClock.now

  private var answer = AnswerHead()
  private var head: Result<AnswerHead, TransportError>?
  private var waitingForHead: Waiting<AnswerHead>?

  /// What has come of the body and is not read yet.
  private var body = Data()
  private var isPaused = false
  private var waitingForPiece: Waiting<Data?>?

  /// What there is after the body: nil, or an error.
  private var ending: Result<Data?, TransportError>?

  /// What is wrong, where libcurl only knows that a callback has failed.
  private var complaint: String?

  init(_ request: HTTPRequest, connectTimeout: Duration, _ sockets: CurlSockets?) {
    self.request = request
    self.sockets = sockets
    handle = CurlHandle(request, connectTimeout: connectTimeout)
    source = request.body.map(BodySource.init)
  }
}

// For the loop.
extension CurlTransfer {
  var hasEnded: Bool { ending != nil }

  var host: String? { request.url.host }

  /// Since when nothing has come or gone; nil where that is right: there is no connection yet, or
  /// the reader is to read first, or it has ended.
  var idleSince: ContinuousClock.Instant? {
    hasBegun && !isPaused && !hasEnded ? lastActivity : nil
  }

  /// The error of a transfer that is cancelled now.
  var cancellation: TransportError {
    hasBegun ? .interrupted(.cancelled) : .notSent(.cancelled)
  }

  /// The error of a transfer that libcurl is done with; nil for none.
  func failure(_ code: CURLcode) -> TransportError? {
    if code == CURLE_OK, head != nil { return nil }
    let reason =
      complaint
      ?? (code == CURLE_OK ? "the answer ends within its headers" : handle.words(for: code))
    return hasBegun ? .interrupted(.connectionLost(reason)) : .notSent(.noConnection(reason))
  }

  /// Ends it. The handle must not be in use any more.
  func end(_ failure: TransportError?) {
    ending = failure.map { .failure($0) } ?? .success(nil)
    handle.free()
    if let failure, head == nil { settle(.failure(failure)) }
    deliver()
  }
}

// For the tasks that wait.
extension CurlTransfer {
  func wait(forHead waiting: Waiting<AnswerHead>) {
    if let head { waiting.resume(returning: head) } else { waitingForHead = waiting }
  }

  /// Only one can wait: an earlier one is told that this is the end.
  func wait(forPiece waiting: Waiting<Data?>) {
    waitingForPiece?.resume(returning: .success(nil))
    waitingForPiece = waiting
    deliver()
    if isPaused, !hasEnded {
      isPaused = false
      lastActivity = .now
      curl_easy_pause(handle.pointer, CURLPAUSE_CONT)
    }
  }

  private func settle(_ result: Result<AnswerHead, TransportError>) {
    head = result
    waitingForHead?.resume(returning: result)
    waitingForHead = nil
  }

  /// Hands all that has arrived, or else the end, to the task that waits for a piece.
  private func deliver() {
    guard let waiting = waitingForPiece, let next = body.isEmpty ? ending : .success(body) else {
      return
    }
    (waitingForPiece, body) = (nil, Data())
    waiting.resume(returning: next)
  }
}

// For libcurl.
extension CurlTransfer {
  /// There is a connection.
  ///
  /// - Parameter port: Its local one.
  /// - Returns: whether to write the request to it. When a kept connection breaks before the
  ///   answer, libcurl sends again on another; but what went out on the first may have arrived.
  func begin(atPort port: Int32) -> Bool {
    if hasBegun {
      complaint = "a kept connection broke before the answer"
      return false
    }
    needsFreshConnection =
      curl_easy_reuses_connection(handle.pointer) != 0 && sockets?.haveInput(atPort: port) == true
    if needsFreshConnection { return false }
    hasBegun = true
    lastActivity = .now
    return true
  }

  /// Puts what comes next of the request's body into `buffer`.
  ///
  /// - Returns: how many bytes that is; nil where it cannot be read.
  func send(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    lastActivity = .now
    do throws(NotSent.Cause) {
      let count = try source?.next(buffer.count).copyBytes(to: buffer) ?? 0
      sent += count
      if count > 0 { request.report(sent: sent) }
      return count
    } catch {
      if case .file(let words) = error { complaint = words }
      return nil
    }
  }

  /// Takes a line of the head. Lines after the body are not looked at.
  ///
  /// - Returns: whether it may be one.
  func receive(line: UnsafeRawBufferPointer) -> Bool {
    lastActivity = .now
    if head != nil { return true }
    guard let isComplete = answer.add(line) else {
      complaint = "the headers are too large, or none"
      return false
    }
    guard isComplete else { return true }
    // What servers say before they close a connection on which nothing comes (RFC 9110 §15.5.9),
    // as this request was on its way.
    if answer.status == 408, curl_easy_reuses_connection(handle.pointer) != 0 {
      complaint = "the server closed the kept connection (408)"
      return false
    }
    settle(.success(answer))
    return true
  }

  /// Takes a piece of the body.
  ///
  /// - Returns: whether there was room for it; else libcurl keeps it until somebody has read.
  func receive(piece: UnsafeRawBufferPointer) -> Bool {
    lastActivity = .now
    isPaused = body.count >= 262_144
    if isPaused { return false }
    body.append(contentsOf: piece)
    received += piece.count
    request.report(received: received, with: answer.headers)
    deliver()
    return true
  }
}
