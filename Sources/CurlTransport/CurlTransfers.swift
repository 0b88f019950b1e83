import APITransport
internal import CCurl
import Foundation

/// The transfers of a loop. They belong to its thread, and stay until its connections are closed.
final class CurlTransfers {
  private let multi: UnsafeMutableRawPointer
  private let timeout: Duration
  private let sockets = CurlSockets()
  private var transfers: [ObjectIdentifier: CurlTransfer] = [:]

  /// The hosts that answer in HTTP/2, where something may always come on a connection.
  private var hostsWithStreams: Set<String?> = []

  /// No transfer can have been idle for too long before.
  private var nextCheck = ContinuousClock.now

  init(_ multi: UnsafeMutableRawPointer, timeout: Duration) {
    self.multi = multi
    self.timeout = timeout
  }

  subscript(id: ObjectIdentifier) -> CurlTransfer? { transfers[id] }

  /// Begins a transfer, which stays until it is removed.
  func start(_ id: ObjectIdentifier, _ request: HTTPRequest) {
    let hasStreams = hostsWithStreams.contains(request.url.host)
    let transfer = CurlTransfer(request, connectTimeout: timeout, hasStreams ? nil : sockets)
    sockets.watch(transfer.handle)
    transfers[id] = transfer
    guard transfer.setCallbacks() else {
      return transfer.end(.notSent(.noConnection("libcurl is older than 7.80")))
    }
    add(transfer)
  }

  /// Ends a transfer that nobody waits for any more; nothing is lost if it has ended already.
  func cancel(_ id: ObjectIdentifier) {
    if let transfer = transfers[id] { end(transfer, transfer.cancellation) }
  }

  /// Ends a transfer and forgets it.
  func remove(_ id: ObjectIdentifier) {
    cancel(id)
    transfers[id] = nil
  }

  /// Ends and forgets all of them.
  func removeAll() { transfers.keys.forEach(remove) }

  /// Moves what can be moved, and waits until more can be, something is due or the loop has work.
  func advance() {
    var count: Int32 = 0
    curl_multi_perform(multi, &count)
    while let message = curl_multi_info_read(multi, &count)?.pointee {
      guard message.msg == CURLMSG_DONE, let handle = message.easy_handle else { continue }
      let transfer = CurlTransfer.of(handle)
      if transfer.needsFreshConnection {
        restart(transfer)
      } else {
        end(transfer, transfer.failure(message.data.result))
      }
    }
    endIdle()
    let wait = transfers.isEmpty ? .seconds(3600) : ContinuousClock.now.duration(to: nextCheck)
    let code = curl_multi_poll(multi, nil, 0, Int32(clamping: wait.milliseconds), nil)
    // Where it cannot wait, for want of memory, it must not be asked again all the time.
    if code != CURLM_OK { Thread.sleep(forTimeInterval: 0.01) }
  }

  /// Begins a transfer again, of which nothing has gone out, on a connection of its own.
  private func restart(_ transfer: CurlTransfer) {
    transfer.needsFreshConnection = false
    curl_multi_remove_handle(multi, transfer.handle.pointer)
    curl_easy_set_number(transfer.handle.pointer, CURLOPT_FRESH_CONNECT, 1)
    add(transfer)
  }

  private func add(_ transfer: CurlTransfer) {
    let code = curl_multi_add_handle(multi, transfer.handle.pointer)
    // It would never begin, so that it would never be idle either.
    if code != CURLM_OK {
      transfer.end(.notSent(.noConnection(String(cString: curl_multi_strerror(code)))))
    }
  }

  private func end(_ transfer: CurlTransfer, _ failure: TransportError?) {
    guard !transfer.hasEnded else { return }
    if curl_easy_has_streams(transfer.handle.pointer) != 0 {
      hostsWithStreams.insert(transfer.host)
    }
    curl_multi_remove_handle(multi, transfer.handle.pointer)
    transfer.end(failure)
  }

  /// Ends the transfers of which nothing has come or gone in time.
  private func endIdle() {
    let now = ContinuousClock.now
    guard now >= nextCheck else { return }
    nextCheck = now + timeout
    for transfer in transfers.values {
      guard let due = transfer.idleSince?.advanced(by: timeout) else { continue }
      if due > now {
        nextCheck = min(nextCheck, due)
      } else {
        end(transfer, .interrupted(.timedOut))
      }
    }
  }
}
